import type { Window } from '../../../engine/window.ts';
import { cellsUnder, isInside, type Place } from './under.ts';

/** A cell under a pooling window that lies on the map, and what it holds. */
export interface Pooled {
  readonly place: Place;
  readonly value: number;
}

/** What lies under the window on one map, row by row; the padding counts for nothing. */
export const pooledUnder = (
  window: Window,
  input: ArrayLike<number>,
  channels: number,
  stop: Place,
  channel: number,
): readonly Pooled[] =>
  cellsUnder(window, stop)
    .filter((place) => isInside(window, place))
    .map((place) => ({
      place,
      value: input[(place.row * window.width + place.column) * channels + channel] ?? Number.NaN,
    }));

/** Which of them is the largest: of equals the first, which alone gets the gradient. −1 where there is none. */
export const largestOf = (cells: readonly Pooled[]): number =>
  cells.reduce((best, { value }, at) => (best < 0 || value > (cells[best]?.value ?? 0) ? at : best), -1);
