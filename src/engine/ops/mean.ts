import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/** How much each row of a batch counts. The numbers are read only while `given`; else every row counts 1. */
export interface RowWeights {
  /** (capacity, 1) */
  readonly values: Tensor;
  given: boolean;
}

/**
 * The mean of a column over the rows in use. x is (rows, 1); the result has one element. Weighted rows are multiplied
 * by their weights, and the sum is still divided by their number (Keras 3: reduction "sum_over_batch_size").
 */
export const mean = (tape: Tape, x: Tensor, weights?: RowWeights): Tensor => {
  const k = tape.kernels;
  const y = tape.single();
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => {
      if (weights?.given) k.weightedMean(x.at, weights.values.at, y.at, rows);
      else k.mean(x.at, y.at, rows);
    },
    // ∂L/∂xᵢ = wᵢ · ∂L/∂y / rows
    (rows) => {
      if (weights?.given) k.weightedMeanGradient(dy, weights.values.at, dx, rows);
      else k.meanGradient(dy, dx, rows);
    },
  );
  return y;
};
