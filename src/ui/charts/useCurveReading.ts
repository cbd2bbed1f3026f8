import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { nearestPoint } from './curvePath.ts';
import type { Scale } from './curvePath.ts';

/** The moment a person reads, in epochs, and what they read it with. */
interface Read {
  readonly epoch: number;
  readonly by: 'pointer' | 'keys';
}

/** How many points one arrow key passes with Shift. */
const STRIDE = 10;

/**
 * Reading values off a curve: under the pointer, or with the arrow keys, Home and End while the chart has the focus.
 * `index` is the point that is read, −1 if none; `from` is where the keys begin.
 */
export const useCurveReading = (epochs: Float64Array, epochAt: Scale, from: number) => {
  const [read, setRead] = useState<Read | null>(null);
  const index = read === null ? -1 : nearestPoint(epochs, read.epoch);

  const point = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setRead({ epoch: epochAt(event.clientX - left), by: 'pointer' });
  };
  const go = (to: number) => {
    const epoch = epochs[Math.max(0, Math.min(epochs.length - 1, to))];
    if (epoch !== undefined) setRead({ epoch, by: 'keys' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const here = index < 0 ? nearestPoint(epochs, from) : index;
    const stride = event.shiftKey ? STRIDE : 1;
    if (event.key === 'ArrowLeft') go(here - stride);
    else if (event.key === 'ArrowRight') go(here + stride);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(epochs.length - 1);
    else if (event.key === 'Escape' && read) setRead(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => setRead(null);
  return {
    index,
    byKeys: read?.by === 'keys',
    handlers: { onPointerMove: point, onPointerDown: point, onPointerLeave: leave, onKeyDown, onBlur: leave },
  };
};
