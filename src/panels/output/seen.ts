import { textWidth } from '../../ui/charts/textWidth.ts';
import type { Point } from '../../ui/charts/scale.ts';

/** The places of the rows on the plane of two units, from their outputs (rows × 2); null if these belong to another model. */
export const placesSeen = (outputs: ArrayLike<number> | undefined, rows: number): readonly Point[] | null =>
  outputs?.length === 2 * rows
    ? Array.from({ length: rows }, (_, row) => [outputs[2 * row] ?? 0, outputs[2 * row + 1] ?? 0])
    : null;

/** A point that is to be named: where it is in pixels, its name, and how many more points lie under it. */
export interface Named {
  readonly at: Point;
  readonly label: string;
  readonly under: number;
}

/** Distance of a name from the middle of its point (more for a stack), half the room a point takes, and the border, in pixels. */
const AWAY = 27;
const STACKED = 6;
const TAKEN = 18;
const BORDER = 4;

/** Middle and half sides of a box in pixels. */
interface Box {
  readonly at: Point;
  readonly half: Point;
}
const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.at[0] - b.at[0]) < a.half[0] + b.half[0] && Math.abs(a.at[1] - b.at[1]) < a.half[1] + b.half[1];

/**
 * The middles of the names of points on a square plane: above a point in the upper half and below in the lower, else
 * on its other side, else beside it; shifted sideways to stay inside. Null where a name would touch another point or name.
 */
export const nameSpots = (points: readonly Named[], type: number, size: number): (Point | null)[] => {
  const taken: { readonly box: Box; readonly point: number | null }[] = points.map(({ at }, point) => ({
    box: { at, half: [TAKEN, TAKEN] },
    point,
  }));
  return points.map(({ at: [x, y], label, under }, own) => {
    const half: Point = [textWidth(label, type) / 2, type * 0.65];
    const hold = (value: number): number =>
      Math.min(size - half[0] - BORDER, Math.max(half[0] + BORDER, value));
    const above: Point = [hold(x), y - AWAY - Math.min(2, under) * STACKED];
    const below: Point = [hold(x), y + AWAY];
    const aside = TAKEN + BORDER + half[0];
    const spots: Point[] = [
      ...(y <= size / 2 ? [above, below] : [below, above]),
      [x + aside, y],
      [x - aside, y],
    ];
    const free = spots.find((at) => {
      const inside = at.every((value, axis) => {
        const reach = (half[axis] ?? 0) + BORDER;
        return value >= reach && value <= size - reach;
      });
      return inside && taken.every(({ box, point }) => point === own || !overlap(box, { at, half }));
    });
    if (free) taken.push({ box: { at: free, half }, point: null });
    return free ?? null;
  });
};
