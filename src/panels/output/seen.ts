import { textWidth } from '../../ui/charts/textWidth.ts';
import type { Point } from '../../ui/charts/scale.ts';

/** The places of the rows on the plane of two units, from their outputs (rows × 2); null if these belong to another model. */
export const placesSeen = (outputs: ArrayLike<number> | undefined, rows: number): readonly Point[] | null =>
  outputs?.length === 2 * rows
    ? Array.from({ length: rows }, (_, row) => [outputs[2 * row] ?? 0, outputs[2 * row + 1] ?? 0])
    : null;

/** Distance of a label's middle from the middle of the point it names, and from the border, in pixels. */
const AWAY = 26;
const BORDER = 6;

/**
 * The middle of the label of a point at a pixel of a square plane: above it in the upper half, below it in the lower, on
 * the other side where the border is near; shifted sideways so that it stays inside.
 */
export const labelSpot = ([x, y]: Point, label: string, type: number, size: number): Point => {
  const above = y <= size / 2 ? y - AWAY - type / 2 >= BORDER : y + AWAY + type / 2 > size - BORDER;
  const half = Math.min(size / 2, textWidth(label, type) / 2 + BORDER);
  return [Math.min(size - half, Math.max(half, x)), above ? y - AWAY : y + AWAY];
};
