import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

export interface ScrubProps {
  /** The playhead and where it may go, in updates. */
  readonly now: number;
  readonly oldest: number;
  readonly newest: number;
  /** Updates made by a place in the chart, in px; `pressed` once, something that is marked near it is meant. */
  readonly stepAt: (px: number, pressed: boolean) => number;
  /** Does a place in the chart, in px, hold the playhead? Then how far the playhead is from it, else null. */
  readonly grab: (x: number, y: number) => number | null;
  /** Taken hold of: what plays stops. */
  readonly onHold: () => void;
  readonly onSeek: (step: number) => void;
  /** One step of the chosen size, or of the next larger one. */
  readonly onStep: (way: 'forward' | 'back', larger: boolean) => void;
}

interface Drag {
  readonly from: number;
  /** From the pointer to the playhead. */
  readonly offset: number;
  /** A finger may still mean to scroll, a press may be no more than one. */
  readonly waits: boolean;
  moved: boolean;
  step: number;
}

/** A pointer that moves less than this, in px, has only pressed. */
const STILL = 3;
/** PageUp and PageDown go by this share of what was trained. */
const PAGE = 0.1;

/** Time under the hand: press to go there, drag along, or the keys of a slider. `dragged` while a drag goes on. */
export const useScrub = (props: ScrubProps) => {
  const { now, oldest, newest, stepAt, grab, onHold, onSeek, onStep } = props;
  const drag = useRef<Drag | null>(null);
  const [dragged, setDragged] = useState(false);

  const go = (held: Drag, px: number, pressed: boolean) => {
    const step = Math.max(oldest, Math.min(newest, stepAt(px + held.offset, pressed)));
    if (step === held.step) return;
    held.step = step;
    onSeek(step);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const [x, y] = placeOf(event);
    const offset = grab(x, y);
    const waits = offset !== null || event.pointerType === 'touch';
    // A place that is only pressed is where the playhead goes, wherever it was.
    drag.current = { from: x, offset: offset ?? 0, waits, moved: false, step: Number.NaN };
    event.currentTarget.setPointerCapture?.(event.pointerId);
    setDragged(true);
    onHold();
    if (!waits) go(drag.current, x, true);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    if (!held) return;
    const [x] = placeOf(event);
    if (!held.moved && Math.abs(x - held.from) < STILL) return;
    held.moved = true;
    go(held, x, false);
  };
  const end = () => {
    drag.current = null;
    setDragged(false);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    // A finger that came and went has pressed; one that held the playhead leaves it where it is.
    if (held?.waits && !held.moved && held.offset === 0) go(held, placeOf(event)[0], true);
    end();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.round((newest - oldest) * PAGE));
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => onStep('back', event.shiftKey),
      ArrowDown: () => onStep('back', event.shiftKey),
      ArrowRight: () => onStep('forward', event.shiftKey),
      ArrowUp: () => onStep('forward', event.shiftKey),
      PageDown: () => onSeek(Math.max(oldest, now - page)),
      PageUp: () => onSeek(Math.min(newest, now + page)),
      Home: () => onSeek(oldest),
      End: () => onSeek(newest),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return {
    dragged,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: end, onKeyDown },
  };
};

const placeOf = (event: PointerEvent<HTMLElement>): readonly [x: number, y: number] => {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
};
