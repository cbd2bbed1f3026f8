import type { Point } from './scale.ts';
import { textWidth } from './textWidth.ts';

/** Where words of a chart may stand: a place in px at the middle of their height, and which end of them is there. */
export interface Spot {
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** left, top, right, bottom in px. */
export type Rect = readonly [left: number, top: number, right: number, bottom: number];

/** What words keep clear of: the edges, other words and marks, and points along lines. */
export interface Crowd {
  readonly bounds: Rect;
  readonly rects: readonly Rect[];
  readonly points: readonly Point[];
}

/** Half the height of a line of words, in sizes of type. */
const HALF = 0.62;
/** Kept clear on all sides, in px. */
const GAP = 3;

/** The room that words take at a spot. */
export const rectOf = (words: string, type: number, { at: [x, y], anchor }: Spot): Rect => {
  const width = textWidth(words, type);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, y - HALF * type, left + width, y + HALF * type];
};

/** How much is in the way of words there; 0: nothing. */
const crowding = ([left, top, right, bottom]: Rect, { bounds, rects, points }: Crowd): number => {
  const out = Math.max(0, bounds[0] - left, bounds[1] - top, right - bounds[2], bottom - bounds[3]);
  const overlap = rects.reduce((sum, rect) => {
    const wide = Math.min(right, rect[2]) - Math.max(left, rect[0]) + GAP;
    const high = Math.min(bottom, rect[3]) - Math.max(top, rect[1]) + GAP;
    return wide > 0 && high > 0 ? sum + wide * high : sum;
  }, 0);
  const hit = points.filter(
    ([x, y]) => x > left - GAP && x < right + GAP && y > top - GAP && y < bottom + GAP,
  ).length;
  return 100 * out + overlap + 8 * hit;
};

/** The first spot with nothing in the way, else the least crowded one. */
export const settle = (words: string, type: number, spots: readonly Spot[], crowd: Crowd): Spot => {
  const [first = { at: [0, 0], anchor: 'start' }] = spots;
  let best: Spot = first;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const cost = crowding(rectOf(words, type, spot), crowd);
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
};

/** Points along a straight line in px, a few px apart, to keep words off it. */
export const along = ([x1, y1]: Point, [x2, y2]: Point): readonly Point[] => {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 6));
  return Array.from({ length: steps + 1 }, (_, step) => [
    x1 + ((x2 - x1) * step) / steps,
    y1 + ((y2 - y1) * step) / steps,
  ]);
};
