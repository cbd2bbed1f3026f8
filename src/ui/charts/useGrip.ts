import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { newGesture } from './gesture.ts';
import type { Point } from './scale.ts';

interface GripProps {
  /** What its edits are called: those of one drag, or of one stay of the focus, are undone together. */
  readonly kind: string;
  readonly value: number;
  /** What one press of an arrow key adds; ten times that with Shift. */
  readonly step: number;
  /** The value of a place in px of the drawing. */
  readonly valueAt: (place: Point) => number;
  readonly onMove: (value: number, gesture: string) => void;
  readonly onHold?: ((held: boolean) => void) | undefined;
}

/** Something in a drawing that is dragged, or moved by the arrow keys. */
export const useGrip = ({ kind, value, step, valueAt, onMove, onHold }: GripProps) => {
  const drag = useRef<string | null>(null);
  const stay = useRef('');
  /** Where keys have sent it, and from which value: what is on the screen may lag behind them. */
  const aimed = useRef({ to: value, from: value });
  const onPointerDown = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = newGesture(kind);
    onHold?.(true);
  };
  const onPointerMove = (event: PointerEvent<SVGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (drag.current === null || !box) return;
    onMove(valueAt([event.clientX - box.left, event.clientY - box.top]), drag.current);
  };
  const release = () => {
    drag.current = null;
    onHold?.(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const from = aimed.current.from === value ? aimed.current.to : value;
    const to = Number((from + way * step * (event.shiftKey ? 10 : 1)).toFixed(6));
    aimed.current = { to, from: value };
    onMove(to, stay.current);
  };
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown,
    onFocus: () => {
      stay.current = newGesture(kind);
      aimed.current = { to: value, from: value };
    },
  };
};
