import type { Run } from '../run.ts';

export type Range = readonly [number, number];

/** What one axis of a picture is to show. */
export interface Axis {
  /** Places that must be in it. */
  readonly needed: readonly number[];
  /** Places that it has room for too when it is laid anew. */
  readonly wanted?: readonly number[];
}

/** Room left on either side, as a share of the whole. */
const MARGIN = 0.05;
/** One so many times wider than it need be is laid anew. */
const LOOSE = 6;

const held = new WeakMap<Run, Map<string, readonly Range[]>>();

/**
 * A stretch for each axis, all equally long, and `least` at least. Those before, by their name, are kept as long as they
 * have room for what is needed, so that the picture stands still while the ball moves.
 */
export const rangesFor = (run: Run, name: string, axes: readonly Axis[], least: number): readonly Range[] => {
  const known = held.get(run) ?? new Map<string, readonly Range[]>();
  held.set(run, known);
  const before = known.get(name);
  if (before && axes.every(({ needed }, i) => fits(before[i]!, needed, least))) return before;
  const half = Math.max(
    ...axes.map(({ needed, wanted }) => roundUp(widthFor([...needed, ...(wanted ?? [])], least) / 2)),
  );
  const ranges = axes.map(({ needed, wanted }) => about([...needed, ...(wanted ?? [])], half));
  known.set(name, ranges);
  return ranges;
};

const spanOf = (places: readonly number[]): Range => [Math.min(...places), Math.max(...places)];

const widthFor = (places: readonly number[], least: number): number => {
  const [low, high] = spanOf(places);
  return Math.max(least, 1.6 * (high - low));
};

const fits = ([low, high]: Range, places: readonly number[], least: number): boolean => {
  const room = MARGIN * (high - low);
  const [first, last] = spanOf(places);
  return first >= low + room && last <= high - room && high - low <= LOOSE * widthFor(places, least);
};

/** A stretch about the middle of some places, at a round number. */
const about = (places: readonly number[], half: number): Range => {
  const [low, high] = spanOf(places);
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
