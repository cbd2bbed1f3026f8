import { fixed } from '../format.ts';
import { ticks } from './ticks.ts';

// The right ends of the time axis, as multiples of its first one: 1, 2, 5, 10, 20, 50 …
const TIMES = [1, 2, 5];
/** An untouched time axis shows this many epochs. */
const FIRST_EPOCHS = 100;

/** The smallest of 1, 2, 5, 10, 20, 50 … that is at least `least`. */
const niceTimes = (least: number): number => {
  for (let decade = 1; ; decade *= 10) {
    const times = TIMES.find((each) => each * decade >= least);
    if (times !== undefined) return times * decade;
  }
};

/**
 * The right end of the time axis, in epochs: the next nice one at or beyond what was `reached`, so that the
 * axis stands still between two of them. Where `epochs` stops the run, the axis ends at such a stop.
 */
export const epochLimit = (reached: number, epochs: number | null): number => {
  const first = epochs ?? FIRST_EPOCHS;
  return Number.isFinite(reached) ? first * niceTimes(reached / first) : first;
};

/** Ticks of the time axis: whole epochs, about one every 140 px; where they would be two at most, its two ends. */
export const epochTicks = (limit: number, width: number): number[] => {
  const whole = ticks(0, limit, Math.max(2, Math.min(5, Math.round(width / 140)))).filter(Number.isInteger);
  return whole.length > 2 ? whole : [0, limit];
};

// Upper ends of the value axis within a decade, each with a step that divides it into two to four.
const ENDS: readonly (readonly [end: number, step: number])[] = [
  [1.2, 0.4],
  [2, 0.5],
  [3, 1],
  [4, 2],
  [6, 2],
  [8, 4],
  [12, 4],
];
const NO_VALUES = 1.2;
/** A curve that lies below this all along shows as a line on the floor, not as noise drawn large. */
const NOTHING = 1e-3;
// A start at 0.63 leaves room for the jump that another gate brings, as in the opening minute.
const HEADROOM = { young: 1.5, grown: 1.02 };
/** A curve of fewer points is young: most of what it will show is still to come. */
const YOUNG_POINTS = 20;
/** The axis shrinks only once the curve uses less than this share of it. */
const SHRINKS_BELOW = 1 / 6;

const decadeOf = (value: number): number => {
  let decade = 1;
  while (value > 12 * decade && decade < 1e300) decade *= 10;
  while (value <= 1.2 * decade && decade > 1e-300) decade /= 10;
  return decade;
};

/** The smallest nice end at or above `value`, and its step; the loop above makes sure that there is one. */
const endFor = (value: number): readonly [end: number, step: number] => {
  const decade = decadeOf(value);
  const [end, step] = ENDS.find(([each]) => each * decade >= value) ?? [12, 4];
  return [round(end * decade), round(step * decade)];
};

/** Takes away the last bits that 1.2 × 0.1 leaves behind. */
const round = (value: number): number => Number(value.toPrecision(6));

/** The share of a run, from its start, that the value axis need not hold once the curve has come down. */
const BEGINNING = 1 / 3;

/** Is this moment in the beginning of a run that reached so far? Both in epochs. */
export const isBeginning = (epoch: number, reached: number): boolean => epoch < reached * BEGINNING;

/**
 * How high the value axis has to reach for a curve: to its highest point, or, once all that follows the beginning uses
 * less than a sixth of that, to the highest point that follows. `known` is a height that is held wherever the curve was
 * there: for classes the loss of guessing, from which a curve is to be seen coming down.
 */
export const heightOf = (epochs: Float64Array, values: Float32Array, known: number): number => {
  const whole = highestOf(values);
  if (values.length < YOUNG_POINTS) return whole;
  const reached = epochs.at(-1) ?? 0;
  const later = highestOf(values.subarray(epochs.findIndex((epoch) => !isBeginning(epoch, reached))));
  const height = Math.max(later, Math.min(whole, known));
  return height > NOTHING && height < whole * SHRINKS_BELOW ? height : whole;
};

/**
 * The upper end of the value axis. It holds the one it `held` (null: none yet) as long as the highest value fits
 * and does not use less than a sixth of it; a new one leaves some room above the highest value.
 */
export const lossLimit = (held: number | null, highest: number, points: number): number => {
  const known = Number.isFinite(highest) && highest > NOTHING;
  if (held !== null && (!known || (highest <= held && highest > held * SHRINKS_BELOW))) return held;
  return known ? endFor(highest * headroom(points))[0] : NO_VALUES;
};

/** What is left above the highest value, as a factor; `points`: how long the curve is. */
export const headroom = (points: number): number => (points < YOUNG_POINTS ? HEADROOM.young : HEADROOM.grown);

/** The upper end where points are counted: no headroom, since the count of rows is its natural end. */
export const countLimit = (held: number | null, highest: number): number => {
  const least = Math.max(4, Number.isFinite(highest) ? highest : 0);
  return held !== null && least <= held && least > held * SHRINKS_BELOW ? held : endFor(least)[0];
};

/** Ticks of the value axis, 0 and the limit among them; `only ends` where there is little height. */
export const valueTicks = (limit: number, onlyEnds: boolean): number[] => {
  const step = onlyEnds ? limit : endFor(limit)[1];
  const count = Math.round(limit / step);
  return Array.from({ length: count + 1 }, (_, index) => round(index * step));
};

/** A tick's words: as many decimals as its axis needs; very large and very small ones as powers of ten. */
export const valueTick = (value: number, limit: number): string => {
  if (value === 0) return '0';
  if (limit >= 1e5 || limit < 1e-3)
    return value.toExponential(1).replace('.0e', 'e').replace('e+', 'e').replace('-', '−');
  const decimals = Math.max(
    ...valueTicks(limit, false).map((tick) => (String(tick).split('.')[1] ?? '').length),
  );
  return fixed(value, decimals);
};

/** The largest finite value, 0 if there is none. */
export const highestOf = (values: Float32Array): number => {
  let highest = 0;
  for (const value of values) if (value > highest && value < Infinity) highest = value;
  return highest;
};
