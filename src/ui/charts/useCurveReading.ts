import { type PointerEvent, useState } from 'react';
import { nearestPoint } from './curvePlaces.ts';
import type { Scale } from './curvePlaces.ts';

/** Reading values off a curve under the pointer: the index of the point that is read, −1 if none. */
export const useCurveReading = (epochs: Float64Array, epochAt: Scale) => {
  const [read, setRead] = useState<number | null>(null);
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setRead(epochAt(event.clientX - left));
  };
  const leave = () => setRead(null);
  return {
    index: read === null ? -1 : nearestPoint(epochs, read),
    // What was pressed or walked to is under the playhead: it says its values itself.
    handlers: { onPointerMove: point, onPointerUp: leave, onPointerLeave: leave, onKeyDownCapture: leave },
  };
};
