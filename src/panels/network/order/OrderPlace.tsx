import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import { type Held, type Order, OrderContext } from './order.ts';
import { OrderMark } from './OrderMark.tsx';
import { useGlide } from './useGlide.ts';

interface OrderPlaceProps {
  /** What scrolls, and the drawing in it, whose columns are the layers. */
  readonly stage: RefObject<HTMLElement | null>;
  readonly drawing: RefObject<HTMLElement | null>;
  /** px from the left edge of the drawing to the gap before each layer. */
  readonly gaps: readonly number[];
  readonly ids: readonly number[];
  /** px from the top edge of the drawing to the ends of the mark. */
  readonly top: number;
  readonly bottom: number;
  readonly children: ReactNode;
}

/** How near an edge the pointer scrolls the drawing, and by how much at a time; px. */
const EDGE = 48;
const MOST = 9;

const edgesOf = (drawing: RefObject<HTMLElement | null>): { left: number; right: number } =>
  drawing.current?.getBoundingClientRect() ?? { left: 0, right: 0 };

/** Columns whose layers can be taken by their heads and put elsewhere. */
export const OrderPlace = ({ stage, drawing, gaps, ids, top, bottom, children }: OrderPlaceProps) => {
  const [taken, hold] = useState<Held | null>(null);
  // A layer that is held while another network comes is held no more.
  const held = taken && ids[taken.from] === taken.id ? taken : null;
  useGlide(drawing, ids, gaps);
  const context = useMemo<Order>(
    () => ({
      held,
      hold,
      edges: () => edgesOf(drawing),
      gapAt: (clientX) => {
        const { left } = edgesOf(drawing);
        const away = (gap: number) => Math.abs(left + gap - clientX);
        return gaps.reduce((best, gap, at) => (away(gap) < away(gaps[best]!) ? at : best), 0);
      },
      scroll: (clientX) => {
        const box = stage.current;
        if (!box) return 0;
        const { left, right } = box.getBoundingClientRect();
        const whole = edgesOf(drawing);
        const beyond = Math.max(0, EDGE - right + clientX) - Math.max(0, EDGE - clientX + left);
        const wanted = Math.max(-1, Math.min(1, beyond / EDGE)) * MOST;
        // As far as the drawing goes, and no further for what is held over its edge.
        const by = Math.max(
          Math.min(0, whole.left - left),
          Math.min(Math.max(0, whole.right - right), wanted),
        );
        const before = box.scrollLeft;
        box.scrollBy(by, 0);
        return box.scrollLeft - before;
      },
    }),
    [held, gaps, drawing, stage],
  );
  return (
    <OrderContext value={ids.length < 3 ? null : context}>
      {children}
      {held && <OrderMark held={held} x={gaps[held.gap] ?? 0} top={top} bottom={bottom} />}
    </OrderContext>
  );
};
