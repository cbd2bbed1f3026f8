import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useRef,
} from 'react';
import { type Held, moveBy, type Order, put } from './order.ts';

/** A pointer that moves less than this, in px, has only pressed. */
const STILL = 4;

interface Drag {
  readonly pointer: number;
  readonly element: HTMLElement;
  /** Where it was taken, and where the pointer is; px. */
  readonly from: number;
  at: number;
  /** By how much the drawing was scrolled since, and how far from its place it is drawn, within the drawing; px. */
  scrolled: number;
  shift: number;
  /** The pointer went far enough to mean it. */
  dragged: boolean;
  held: Held | null;
}

/**
 * A layer, counted from 0, that is taken by the pointer or the keyboard: dragged, or lifted with Enter and carried by the
 * arrow keys; Esc gives up. With Alt an arrow key puts it one place further at once. `last`: the last place it can have.
 */
export const useHold = (order: Order | null, id: number, from: number, last: number) => {
  const drag = useRef<Drag | null>(null);
  const clicked = useRef(true);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  if (!order) return {};

  /** Shows where it is and would go. */
  const follow = (now: Drag) => {
    const { left, right } = order.edges();
    const own = now.element.getBoundingClientRect();
    const [least, most] = [left - own.left + now.shift, right - own.right + now.shift];
    now.shift = Math.max(least, Math.min(most, now.at - now.from + now.scrolled));
    now.element.style.translate = `${now.shift}px 0`;
    const gap = order.gapAt(now.at);
    if (gap === now.held?.gap) return;
    now.held = { id, from, gap };
    order.hold(now.held);
  };
  const begin = (now: Drag) => {
    now.dragged = true;
    let frame = 0;
    const each = () => {
      const scrolled = order.scroll(now.at);
      now.scrolled += scrolled;
      if (scrolled !== 0) follow(now);
      frame = requestAnimationFrame(each);
    };
    frame = requestAnimationFrame(each);
    const escape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    addEventListener('keydown', escape, true);
    stop.current = () => {
      cancelAnimationFrame(frame);
      removeEventListener('keydown', escape, true);
      stop.current = null;
    };
  };
  const end = (done: boolean) => {
    const now = drag.current;
    drag.current = null;
    stop.current?.();
    if (!now?.dragged) return;
    order.hold(null);
    now.element.style.translate = '';
    if (done && now.held) put(now.held);
  };
  const carry = (held: Held, event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (event.key === 'Escape') order.hold(null);
    else if (by) {
      // The gaps on both sides of a layer are its own place: one of them is enough.
      const step = held.gap + by === from + 1 && by > 0 ? 2 : held.gap === from + 2 && by < 0 ? -2 : by;
      order.hold({ ...held, gap: Math.max(0, Math.min(last + 1, held.gap + step)) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const held = order.held?.id === id ? order.held : null;
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const element = event.currentTarget;
      element.setPointerCapture?.(event.pointerId);
      const at = event.clientX;
      drag.current = {
        pointer: event.pointerId,
        element,
        from: at,
        at,
        scrolled: 0,
        shift: 0,
        dragged: false,
        held: null,
      };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current;
      if (now?.pointer !== event.pointerId) return;
      now.at = event.clientX;
      if (!now.dragged && Math.abs(now.at - now.from) < STILL) return;
      if (!now.dragged) begin(now);
      follow(now);
    },
    onPointerUp: () => {
      clicked.current = !drag.current?.dragged;
      end(true);
    },
    onPointerCancel: () => end(false),
    onClick: ({ detail }: MouseEvent) => {
      const meant = clicked.current;
      clicked.current = true;
      if (!meant) return;
      if (held) {
        order.hold(null);
        put(held);
        // A pointer that only presses takes nothing: it is dragged.
      } else if (detail === 0) order.hold({ id, from, gap: from });
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      if (held) return carry(held, event);
      const by = ARROWS[event.key];
      if (!by || !event.altKey) return;
      // Else the browser goes back to the page before.
      event.preventDefault();
      event.stopPropagation();
      moveBy(id, from, by);
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (held && relatedTarget) order.hold(null);
    },
  };
};

const ARROWS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };
