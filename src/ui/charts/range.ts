import type { Map2d } from '../../worker/frame.ts';

/** The value that is white, and those that carry the full colours. */
export interface ShownRange {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** The next of 1, 2, 5, 10, 20 … at or above a size: a range that grows in such steps does not flicker. */
export const roundUp = (size: number): number => {
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  const decade = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((step) => step * decade >= size * (1 - 1e-9)) ?? 10;
  return Number((factor * decade).toPrecision(1));
};

/**
 * The range whose full colours lie `times` as far from the middle: a map painted with it stays paler, so that points and
 * lines stand out from it.
 */
export const paler = ({ middle, low, high }: ShownRange, times: number): ShownRange => ({
  middle,
  low: middle + times * (low - middle),
  high: middle + times * (high - middle),
});

/** The range of an activation for a map: an open end (null) goes as far as the map's values do, rounded up. */
export const rangeOf = (
  {
    middle,
    low,
    high,
  }: { readonly middle: number; readonly low: number | null; readonly high: number | null },
  maps: readonly Map2d[],
): ShownRange => {
  if (low !== null && high !== null) return { middle, low, high };
  let size = 0;
  for (const { values } of maps) {
    for (const value of values) {
      const away = Math.abs(value - middle);
      if (away > size && away < Infinity) size = away;
    }
  }
  const reach = roundUp(size);
  return { middle, low: low ?? middle - reach, high: high ?? middle + reach };
};
