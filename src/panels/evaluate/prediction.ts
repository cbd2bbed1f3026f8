import type { DataSet } from '../../data/data.ts';

/** What the network says to one row of the data, beside the row itself. */
export interface Answered {
  readonly id: number;
  readonly x: readonly [number, number];
  readonly answer: number;
  readonly predicted: number;
  /** The output that decides: ŷ of a single output, else the largest one. */
  readonly value: number;
  readonly right: boolean;
  /** Does the row belong to the validation set? */
  readonly validation: boolean;
}

/** One row's class as accuracy counts it: above 0.5 for one output, else the largest output. */
export const predict = (
  outputs: ArrayLike<number>,
  units: number,
  row: number,
): { readonly predicted: number; readonly value: number } => {
  const first = outputs[row * units] ?? Number.NaN;
  if (units === 1) return { predicted: first > 0.5 ? 1 : 0, value: first };
  let predicted = 0;
  let value = first;
  for (let unit = 1; unit < units; unit++) {
    const other = outputs[row * units + unit] ?? Number.NaN;
    if (other > value) [predicted, value] = [unit, other];
  }
  return { predicted, value };
};

/** Rows that were learned from, or those held back. */
export type SetShown = 'train' | 'validation';

/**
 * The rows of one of the sets, or all of them, with their predictions, in the order of the data set; `outputs` is rows × units of the
 * output layer, the rows from `trainingRows` on are validation. Null while the outputs are still those of another data
 * set or model.
 */
export const answered = (
  data: DataSet,
  trainingRows: number,
  outputs: ArrayLike<number> | undefined,
  units: number,
  shown?: SetShown,
): readonly Answered[] | null => {
  if (outputs?.length !== data.rows * units) return null;
  const from = shown === 'validation' ? trainingRows : 0;
  const to = shown === 'train' ? trainingRows : data.rows;
  return Array.from({ length: to - from }, (_, at) => {
    const row = from + at;
    const { predicted, value } = predict(outputs, units, row);
    const answer = data.answers[row] ?? 0;
    return {
      id: data.ids[row] ?? row,
      x: [data.places[2 * row] ?? 0, data.places[2 * row + 1] ?? 0],
      answer,
      predicted,
      value,
      right: predicted === answer,
      validation: row >= trainingRows,
    };
  });
};

/** How far a prediction lies from undecided; the order of the surest mistakes. */
export const sureness = ({ value }: Answered, units: number): number =>
  units === 1 ? Math.abs(value - 0.5) : value;

/** So many rows at most whose prediction is surest, surest first; of equals the earlier ones. */
export const surest = (rows: readonly Answered[], units: number, most: number): readonly Answered[] => {
  const down = (one: Answered, other: Answered): number => sureness(other, units) - sureness(one, units);
  let best: Answered[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    if (sureness(row, units) <= least) continue;
    best.push(row);
    if (best.length < 2 * most) continue;
    best = best.toSorted(down).slice(0, most);
    least = sureness(best[most - 1]!, units);
  }
  return best.toSorted(down).slice(0, most);
};
