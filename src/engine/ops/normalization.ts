import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

export interface Normalization {
  /** (c) each, or null for 1 and 0 everywhere. */
  readonly gamma: Tensor | null;
  readonly beta: Tensor | null;
  readonly movingMean: Tensor;
  readonly movingVariance: Tensor;
  readonly momentum: number;
  readonly epsilon: number;
  /** True where the statistics are the moving ones in training too. */
  readonly frozen: boolean;
}

/**
 * y = gamma · (x − mean) / √(variance + epsilon) + beta for each channel of the last axis (Ioffe and Szegedy 2015). In
 * training mean and (biased) variance are those of the batch over all other axes, and the moving ones follow them by
 * moving · momentum + batch · (1 − momentum) in the update phase; elsewhere they are the moving ones. x and y are (rows, …, c).
 */
export const normalization = (tape: Tape, x: Tensor, options: Normalization): Tensor => {
  const { gamma, beta, movingMean, movingVariance, momentum, epsilon, frozen } = options;
  const row = x.shape.slice(1);
  const c = row.at(-1)!;
  const each = sizeOf(row) / c;
  const k = tape.kernels;
  const own = tape.training && !frozen;
  const mean = own ? tape.scratch([c]) : movingMean;
  const variance = own ? tape.scratch([c]) : movingVariance;
  const scale = gamma ?? tape.scratch([c]);
  const shift = beta ?? tape.scratch([c]);
  const normal = tape.scratchRows(row);
  const y = tape.rows(row);
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  const dgamma = gamma && tape.gradient(gamma);
  const dbeta = beta && tape.gradient(beta);
  tape.record(
    (rows) => {
      const n = rows * each;
      if (own) {
        k.columnMeans(x.at, mean.at, n, c);
        k.columnVariances(x.at, mean.at, variance.at, n, c);
      }
      if (!gamma) k.fill(scale.at, c, 1);
      if (!beta) k.fill(shift.at, c, 0);
      k.normalize(x.at, mean.at, variance.at, normal.at, n, c, epsilon);
      k.scaleColumns(normal.at, scale.at, shift.at, y.at, n, c);
    },
    // with u = (x − mean) / σ and g = ∂L/∂y:  ∂L/∂beta = Σ g;  ∂L/∂gamma = Σ g·u;
    // ∂L/∂x = (gamma / σ)(g − mean(g) − u · mean(g·u)), and (gamma / σ) g where the statistics are given
    (rows) => {
      const n = rows * each;
      if (dbeta !== null) k.sumRows(dy, dbeta, n, c);
      if (dgamma !== null) k.sumProducts(normal.at, dy, dgamma, n, c);
      if (own) k.normalizeGradient(normal.at, dy, scale.at, variance.at, dx, n, c, epsilon);
      else k.normalizeByGivenGradient(dy, scale.at, variance.at, dx, n, c, epsilon);
    },
    () => {
      if (!own) return;
      k.follow(movingMean.at, mean.at, c, momentum);
      k.follow(movingVariance.at, variance.at, c, momentum);
    },
  );
  return y;
};
