import * as float32 from '../../engine/numerics/float32.ts';

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
