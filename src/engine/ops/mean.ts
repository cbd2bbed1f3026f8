import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/**
 * The mean of a column over the rows in use. x is (rows, 1); the result has one element. While the
 * tape is weighted, rows are multiplied by their weights (rows, 1), and the sum is still divided by their number (Keras
 * 3: reduction "sum_over_batch_size").
 */
export const mean = (tape: Tape, x: Tensor, weights?: Tensor): Tensor => {
  const k = tape.kernels;
  const y = tape.single();
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => {
      if (weights && tape.weighted) k.weightedMean(x.at, weights.at, y.at, rows);
      else k.mean(x.at, y.at, rows);
    },
    // ∂L/∂xᵢ = wᵢ · ∂L/∂y / rows
    (rows) => {
      if (weights && tape.weighted) k.weightedMeanGradient(dy, weights.at, dx, rows);
      else k.meanGradient(dy, dx, rows);
    },
  );
  return y;
};
