import { type MouseEvent, type PointerEvent, useId, useRef } from 'react';
import { stride } from './stepping.ts';

/** Pixels the pointer must travel before a press becomes a drag, and pixels for one step. */
const THRESHOLD = 3;
const STEP_PIXELS = 4;

interface Drag {
  readonly pointer: number;
  readonly from: number;
  last: number;
  /** Distance dragged so far, in units of the number. */
  moved: number;
  dragging: boolean;
}

interface NumberDrag {
  readonly value: number;
  readonly step: number;
  readonly disabled?: boolean;
  readonly onDrag: (value: number, gesture: string) => void;
  /** The press that was no drag: a click. */
  readonly onPress: () => void;
}

/** A text field that is being typed into: there a drag selects text, as everywhere. */
const typing = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && document.activeElement === element;

/** Pointer handlers for a number that is dragged horizontally; one drag is one gesture. */
export const useNumberDrag = ({ value, step, disabled, onDrag, onPress }: NumberDrag) => {
  const name = useId();
  const drags = useRef(0);
  const drag = useRef<Drag | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (disabled || event.button !== 0 || typing(event.currentTarget)) return;
      drags.current += 1;
      drag.current = {
        pointer: event.pointerId,
        from: value,
        last: event.clientX,
        moved: 0,
        dragging: false,
      };
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current;
      if (!now || now.pointer !== event.pointerId) return;
      const pixels = event.clientX - now.last;
      if (!now.dragging && Math.abs(pixels) < THRESHOLD) return;
      now.dragging = true;
      now.last = event.clientX;
      now.moved += (pixels / STEP_PIXELS) * stride(step, event);
      onDrag(now.from + now.moved, `drag ${name} ${drags.current}`);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current;
      if (!now || now.pointer !== event.pointerId) return;
      drag.current = null;
      if (!now.dragging) onPress();
    },
    // Otherwise a press on a text field would focus it and a drag would select its text.
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      if (event.currentTarget instanceof HTMLInputElement && !typing(event.currentTarget))
        event.preventDefault();
    },
    onPointerCancel: () => {
      drag.current = null;
    },
  };
};
