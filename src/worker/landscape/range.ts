import type { Run } from '../run.ts';

type Range = readonly [number, number];

/** A picture is at least so wide: weights are mostly of about this size. */
const LEAST = 2;
/** Room left on either side, as a share of the whole. */
const MARGIN = 0.05;
/** One so many times wider than it need be is drawn anew. */
const LOOSE = 6;

const held = new WeakMap<Run, Map<string, Range>>();

/**
 * A stretch that has room for `needed` places. The one before, by its name, is kept as long as it has, so that the picture
 * stands still while the ball moves; a new one has room for `wanted` too.
 */
export const rangeFor = (
  run: Run,
  name: string,
  needed: readonly number[],
  wanted: readonly number[] = [],
): Range => {
  const ranges = held.get(run) ?? new Map<string, Range>();
  held.set(run, ranges);
  const before = ranges.get(name);
  if (before && holds(before, needed) && before[1] - before[0] <= LOOSE * widthFor(needed)) return before;
  const range = laid([...needed, ...wanted]);
  ranges.set(name, range);
  return range;
};

const spanOf = (places: readonly number[]): Range => [Math.min(...places), Math.max(...places)];

const widthFor = (places: readonly number[]): number => {
  const [low, high] = spanOf(places);
  return Math.max(LEAST, 1.6 * (high - low));
};

const holds = ([low, high]: Range, places: readonly number[]): boolean => {
  const room = MARGIN * (high - low);
  const [first, last] = spanOf(places);
  return first >= low + room && last <= high - room;
};

/** A round stretch about the middle of some places, with room for all of them. */
const laid = (places: readonly number[]): Range => {
  const [low, high] = spanOf(places);
  const half = roundUp(widthFor(places) / 2);
  const middle = Math.round((low + high) / half) * (half / 2);
  return [middle - half, middle + half];
};

/** The next of … 0.1, 0.2, 0.5, 1, 2, 5, 10 … */
const roundUp = (value: number): number => {
  let unit = 1;
  while (unit < value) unit *= 10;
  while (unit / 10 >= value) unit /= 10;
  return [0.2, 0.5].map((part) => part * unit).find((part) => part >= value) ?? unit;
};
