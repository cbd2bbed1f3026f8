import type { ColumnPlace, Point } from './layout.ts';

/** Width in px of the line that stands for a weight (design language §3). */
export const linkWidth = (weight: number): number => Math.min(9, 0.8 + 2.6 * Math.abs(weight));

/** An S-shaped link that leaves and arrives level. */
export const linkPath = (from: Point, to: Point): string => {
  const middle = (from.x + to.x) / 2;
  return `M${round(from.x)},${round(from.y)}C${round(middle)},${round(from.y)} ${round(middle)},${round(to.y)} ${round(to.x)},${round(to.y)}`;
};

/** The place on that link at t, 0 at its start, 1 at its end. */
export const linkPoint = (from: Point, to: Point, t: number): Point => {
  const middle = (from.x + to.x) / 2;
  const s = 1 - t;
  const bend = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return { x: bend(from.x, middle, middle, to.x), y: bend(from.y, from.y, to.y, to.y) };
};

const round = (px: number): number => Math.round(px * 10) / 10;

/** Where a link leaves a tile: the middle of its right side. */
export const outPort = (column: ColumnPlace, unit: number): Point => {
  const { x, y } = column.tiles[unit] ?? { x: 0, y: 0 };
  return { x: x + column.tile, y: y + column.tile / 2 };
};

/** Where the link of input `from` of `count` arrives: on the left side, one below the other, at most 12 px apart. */
export const inPort = (column: ColumnPlace, unit: number, from: number, count: number): Point => {
  const { x, y } = column.tiles[unit] ?? { x: 0, y: 0 };
  const apart = Math.min(12, (column.tile * 0.7) / Math.max(1, count - 1));
  return { x, y: y + column.tile / 2 + (from - (count - 1) / 2) * apart };
};

interface Label extends Point {
  /** Index of the link that the label belongs to. */
  readonly link: number;
}
const LABEL_HEIGHT = 15;
const SAMPLES = Array.from({ length: 31 }, (_, index) => (index + 1) / 32);

/**
 * Places a number at each link, near its start and on its outer side, so that no two overlap (as far as
 * there is room). `widths` are the widths of the labels in px, null for a link without one; the points are the centres.
 */
export const placeLabels = (
  links: readonly { readonly from: Point; readonly to: Point }[],
  widths: readonly (number | null)[],
): readonly Label[] => {
  const placed: Label[] = [];
  const overlaps = (centre: Point, width: number): number =>
    placed.filter(
      (other) =>
        Math.abs(other.x - centre.x) < (width + (widths[other.link] ?? 0)) / 2 + 4 &&
        Math.abs(other.y - centre.y) < LABEL_HEIGHT,
    ).length;
  // A number may not lie across a link that is not its own.
  const courses = links.map(({ from, to }) => SAMPLES.map((t) => linkPoint(from, to, t)));
  const crossed = (centre: Point, own: number): number =>
    courses.filter(
      (course, link) =>
        link !== own &&
        course.some(
          (at) =>
            Math.abs(at.x - centre.x) < (widths[own] ?? 0) / 2 + 4 &&
            Math.abs(at.y - centre.y) < LABEL_HEIGHT / 2 + 2,
        ),
    ).length;
  links.forEach(({ from, to }, link) => {
    const width = widths[link];
    if (width === null || width === undefined) return;
    const side = to.y > from.y + 1 ? 1 : -1;
    const candidates = [0.34, 0.28, 0.22, 0.42, 0.5, 0.6, 0.68, 0.76, 0.84].flatMap((t) =>
      [side, -side].map((where) => {
        const at = linkPoint(from, to, t);
        const centre = { x: at.x, y: at.y + where * 12 };
        return {
          centre,
          cost: overlaps(centre, width) * 10 + crossed(centre, link) * 3 + (where === side ? 0 : 1),
        };
      }),
    );
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
    placed.push({ link, ...best.centre });
  });
  return placed;
};
