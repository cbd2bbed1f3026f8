import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { newGesture } from './gesture.ts';
import type { Point } from './scale.ts';

/** Presses that the screen may lag behind, and for how long after one, in ms. */
const MOST_SENT = 40;
const LAG = 2000;
/** Is it the same place, as far as single precision and rounding tell? */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) < 1e-5 * Math.max(1, Math.abs(a));

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
  /** Where it was when keys began to send it, and where they have sent it since: the screen may lag some presses behind. */
  const sent = useRef<readonly number[]>([]);
  const pressed = useRef(0);
  const onPointerDown = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = newGesture(kind);
    sent.current = [];
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
    if (event.timeStamp - pressed.current > LAG) sent.current = [];
    pressed.current = event.timeStamp;
    const lags = sent.current.some((place) => isClose(place, value));
    const from = lags ? (sent.current.at(-1) ?? value) : value;
    const to = Number((from + way * step * (event.shiftKey ? 10 : 1)).toFixed(6));
    sent.current = [...(lags ? sent.current : [value]), to].slice(-MOST_SENT);
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
      sent.current = [];
    },
  };
};
