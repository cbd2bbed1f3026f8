import { float32 } from '../../engine/numerics.ts';

/** One class of a softmax at one row of data. */
export interface Share {
  /** The weighted sum z. */
  readonly score: number;
  /** e^(z − max), as the layer computes it: max is the largest score of the row. */
  readonly power: number;
  /** What the layer gives: its power over the sum of all powers. */
  readonly probability: number;
}

/**
 * The softmax of one row, taken apart. `sums` and `outputs` are rows × units of the output layer; null where they belong to an
 * older model or data set.
 */
export const sharesOf = (
  sums: ArrayLike<number> | undefined,
  outputs: ArrayLike<number> | undefined,
  units: number,
  rows: number,
  row: number,
): readonly Share[] | null => {
  if (!sums || sums.length !== rows * units || outputs?.length !== rows * units) return null;
  const scores = Array.from({ length: units }, (_, unit) => sums[row * units + unit] ?? Number.NaN);
  const max = Math.max(...scores);
  return scores.map((score, unit) => ({
    score,
    power: float32.exp(Math.fround(score - max)),
    probability: outputs[row * units + unit] ?? Number.NaN,
  }));
};

/**
 * Numbers that are not negative, rounded so that they add up as printed: each is cut off at `digits` decimals, and those
 * that lost most get one more until the sum of all, rounded, is reached (largest remainder).
 */
export const addingUp = (values: readonly number[], digits: number): readonly number[] => {
  const unit = 10 ** digits;
  const whole = values.map((value) => Math.floor(value * unit));
  const total = Math.round(values.reduce((sum, value) => sum + value, 0) * unit);
  const missing = total - whole.reduce((sum, value) => sum + value, 0);
  const lost = (at: number): number => (values[at] ?? 0) * unit - (whole[at] ?? 0);
  const first = [...values.keys()].sort((a, b) => lost(b) - lost(a)).slice(0, Math.max(0, missing));
  return whole.map((value, at) => (value + (first.includes(at) ? 1 : 0)) / unit);
};
