import type { Map2d } from '../../worker/frame.ts';
import type { Point } from './scale.ts';

/** The value of a map at a place: that of the cell it lies in; null outside. A curve has one row, at every height. */
export const valueAt = ({ size, rows = size, values, region }: Map2d, [across, up]: Point): number | null => {
  const [left, right, bottom, top] = region;
  const column = Math.floor(((across - left) / (right - left)) * size);
  const row = rows === 1 ? 0 : Math.floor(((top - up) / (top - bottom)) * rows);
  if (column < 0 || row < 0 || column >= size || row >= rows) return null;
  return values[row * size + column] ?? null;
};
