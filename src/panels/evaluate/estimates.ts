import type { DataSet } from '../../data/data.ts';

/** What the network says to one row of data whose answers are numbers. */
export interface Estimate {
  readonly id: number;
  readonly x: readonly [number, number];
  readonly answer: number;
  /** ŷ: the output; of several outputs, which one answer does not need, the first. */
  readonly value: number;
  /** ŷ − y */
  readonly error: number;
  /** Does the row belong to the validation set? */
  readonly validation: boolean;
}

/**
 * Every row with its prediction, in the order of the data set; `outputs` is rows × units of the output layer, the
 * rows from `trainingRows` on are validation. Null while the outputs are still those of another data set or model.
 */
export const estimated = (
  data: DataSet,
  trainingRows: number,
  outputs: ArrayLike<number> | undefined,
  units: number,
): readonly Estimate[] | null => {
  if (outputs?.length !== data.rows * units) return null;
  return Array.from({ length: data.rows }, (_, row) => {
    const answer = data.answers[row] ?? 0;
    const value = outputs[row * units] ?? Number.NaN;
    return {
      id: data.ids[row] ?? row,
      x: [data.places[2 * row] ?? 0, data.places[2 * row + 1] ?? 0],
      answer,
      value,
      error: value - answer,
      validation: row >= trainingRows,
    };
  });
};

/** The mean of |ŷ − y|, in the unit of the answer; NaN without rows. */
export const typicalError = (rows: readonly Estimate[]): number =>
  rows.reduce((sum, { error }) => sum + Math.abs(error), 0) / rows.length;

/** How many errors lie around a middle. */
export interface Bin {
  readonly middle: number;
  readonly count: number;
}

/**
 * Errors counted in bins `width` wide, the middle one around 0, as many on either side as the largest needs. A bin
 * holds its lower edge and not its upper one; errors that are not finite are left out.
 */
export const binned = (errors: readonly number[], width: number): readonly Bin[] => {
  const places = errors.filter(Number.isFinite).map((error) => Math.floor(error / width + 0.5));
  const reach = places.reduce((most, place) => Math.max(most, Math.abs(place)), 0);
  return Array.from({ length: 2 * reach + 1 }, (_, at) => ({
    middle: (at - reach) * width,
    count: places.filter((place) => place === at - reach).length,
  }));
};
