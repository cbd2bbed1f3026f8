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
const LOWER = 10;
const TAKEN = 18;
const BORDER = 4;
/** How far a name keeps from the boundary, in pixels. */
const CLEAR = 3;

/** Middle and half sides of a box in pixels. */
interface Box {
  readonly at: Point;
  readonly half: Point;
}
const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.at[0] - b.at[0]) < a.half[0] + b.half[0] && Math.abs(a.at[1] - b.at[1]) < a.half[1] + b.half[1];

/** Brackets, commas and spaces, of which the names of places are full, are narrower than other letters. */
const SLIM = /[(),.\s]/g;
const SLIM_WIDTH = 0.3;
const nameWidth = (label: string, type: number): number =>
  textWidth(label.replace(SLIM, ''), type) + (label.match(SLIM) ?? []).length * SLIM_WIDTH * type;

/**
 * The middles of the names of points on a square plane: above a point in the upper half and below in the lower, else
 * on its other side, else beside it; shifted sideways to stay inside. No name touches another point or name, or the
 * boundary (`course`: pixels along it); one that cannot but do so is null, unless it names a stack: that is always named.
 */
export const nameSpots = (
  points: readonly Named[],
  type: number,
  size: number,
  course: readonly Point[] = [],
): (Point | null)[] => {
  const taken: { readonly box: Box; readonly point: number | null }[] = points.map(({ at }, point) => ({
    box: { at, half: [TAKEN, TAKEN] },
    point,
  }));
  const spots = points.map((): Point | null => null);
  // What lies on one spot is what there is to see: stacks choose first.
  const order = [...points.keys()].sort((a, b) => (points[b]?.under ?? 0) - (points[a]?.under ?? 0));
  for (const own of order) {
    const point = points[own];
    if (!point) continue;
    const half: Point = [nameWidth(point.label, type) / 2, type * 0.65];
    const hold = (value: number): number =>
      Math.min(size - half[0] - BORDER, Math.max(half[0] + BORDER, value));
    const faults = (at: Point): number => {
      const outside = at.some((value, axis) => {
        const reach = (half[axis] ?? 0) + BORDER;
        return value < reach || value > size - reach;
      });
      const touched = taken.filter((other) => other.point !== own && overlap(other.box, { at, half })).length;
      const crossed = course.some((mark) => overlap({ at: mark, half: [CLEAR, CLEAR] }, { at, half }));
      return (outside ? 4 : 0) + 2 * touched + (crossed ? 1 : 0);
    };
    const best = candidates(point, half[0], hold, size)
      .map((at) => ({ at, cost: faults(at) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    if (best.cost > 0 && point.under === 0) continue;
    spots[own] = best.at;
    taken.push({ box: { at: best.at, half }, point: null });
  }
  return spots;
};

/** Where a name may stand, the best first. */
const candidates = (
  { at: [x, y], under }: Named,
  halfWidth: number,
  hold: (value: number) => number,
  size: number,
): readonly Point[] => {
  const above = y - AWAY - Math.min(2, under) * STACKED;
  const below = y + AWAY;
  const aside = TAKEN + BORDER + halfWidth;
  const heights = y <= size / 2 ? [above, below] : [below, above];
  return [
    ...heights.map((height): Point => [hold(x), height]),
    [hold(x), below + LOWER],
    [x + aside, y],
    [x - aside, y],
    ...heights.flatMap((height): Point[] => [
      [hold(x + halfWidth - TAKEN), height],
      [hold(x - halfWidth + TAKEN), height],
    ]),
  ];
};
