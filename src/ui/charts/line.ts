import type { Region } from '../../worker/frame.ts';
import { distance, type Point } from './scale.ts';

/** The line w1·x₁ + w2·x₂ + b = 0; the side where the sum is above 0 is the 1 side. */
export interface Line {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

/** From and to; walking from the first to the second, the 1 side is at the right hand. */
export type Segment = readonly [Point, Point];

/** A neuron with weights shorter than this has no line worth the name. */
const NO_WEIGHTS = 1e-6;
/** How far from the middle (0) to the corner (1) the handles of a line outside the region rest. */
const REST = 0.85;

/** The weighted sum at a place: its sign says which side the place lies on. */
export const sumAt = ({ w1, w2, b }: Line, [x1, x2]: Point): number => w1 * x1 + w2 * x2 + b;

const lengthOf = ({ w1, w2 }: Line): number => Math.hypot(w1, w2);

/**
 * The part of a line that lies inside a region; null where it misses the region or there is no line.
 * Liang–Barsky clipping of the line through the point nearest to the region's middle.
 */
export const clipLine = (line: Line, [left, right, bottom, top]: Region): Segment | null => {
  const length = lengthOf(line);
  if (!(length >= NO_WEIGHTS) || !Number.isFinite(length + line.b)) return null;
  const middle: Point = [(left + right) / 2, (bottom + top) / 2];
  const offset = sumAt(line, middle) / (length * length);
  const start: Point = [middle[0] - offset * line.w1, middle[1] - offset * line.w2];
  const along: Point = [-line.w2 / length, line.w1 / length];
  let from = -Infinity;
  let to = Infinity;
  for (const [at, step, low, high] of [
    [start[0], along[0], left, right],
    [start[1], along[1], bottom, top],
  ] as const) {
    if (step === 0) {
      if (at < low || at > high) return null;
      continue;
    }
    const a = (low - at) / step;
    const b = (high - at) / step;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  if (!(from < to)) return null;
  const at = (t: number): Point => [start[0] + t * along[0], start[1] + t * along[1]];
  return [at(from), at(to)];
};

/**
 * The line nearest to this one that the region shows: itself if it crosses well inside, otherwise its parallel near
 * the corner it went out by. Where the weights are 0 it is upright, at the left where b says 1 and at the right where 0.
 */
const nearestShown = (line: Line, region: Region): Line => {
  const [left, right, bottom, top] = region;
  const upright = !(lengthOf(line) >= NO_WEIGHTS) || !Number.isFinite(lengthOf(line) + line.b);
  const length = upright ? 1 : lengthOf(line);
  const [w1, w2] = upright ? [1, 0] : [line.w1, line.w2];
  const atMiddle = w1 * ((left + right) / 2) + w2 * ((bottom + top) / 2);
  const reach = (REST * (Math.abs(w1) * (right - left) + Math.abs(w2) * (top - bottom))) / 2;
  const sum = upright ? (line.b < 0 ? -Infinity : Infinity) : (atMiddle + line.b) / length;
  const shown = Math.min(reach / length, Math.max(-reach / length, sum));
  return { w1, w2, b: shown * length - atMiddle };
};

export interface Handles {
  readonly at: Segment;
  /** True where the line itself is outside the region (or there is none): the handles wait at the border. */
  readonly resting: boolean;
}

/**
 * Where the two handles of a line stand: a sixth of the way in from both ends of what is seen of it (at the
 * very ends where that is short), or at the border nearest to a line outside.
 */
export const handlesOf = (line: Line, region: Region): Handles => {
  const seen = clipLine(line, region);
  const ends = seen ?? clipLine(nearestShown(line, region), region);
  if (!ends)
    throw new RangeError(`handlesOf: expected a region with an inside, received [${region.join(', ')}].`);
  if (!seen) return { at: ends, resting: true };
  const [a, b] = ends;
  const short = distance(a, b) < (region[1] - region[0]) / 5;
  const inset = short ? 0 : 1 / 6;
  const between = (t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  return { at: [between(inset), between(1 - inset)], resting: false };
};

/**
 * The line through two handles that keeps the length of the line's weights and its sides; null where the handles are
 * too close to give a direction. A line without weights gets weights of length 1.
 */
export const lineThrough = ([a, b]: Segment, before: Line): Line | null => {
  const apart = distance(a, b);
  if (!(apart > 1e-3)) return null;
  const length = lengthOf(before) >= NO_WEIGHTS ? lengthOf(before) : 1;
  const w1 = (length * (b[1] - a[1])) / apart;
  const w2 = (-length * (b[0] - a[0])) / apart;
  return { w1, w2, b: -(w1 * a[0] + w2 * a[1]) };
};

/** Do both handles still lie on the line, up to what Float32 weights can say? */
export const liesOn = (handles: Segment, line: Line): boolean => {
  const slack = 1e-3 * lengthOf(line);
  return handles.every((handle) => Math.abs(sumAt(line, handle)) <= slack);
};
