import type { Kernels } from '../kernels.ts';
import { type Call, place, single } from './calls.ts';
import * as code from '../assembly/codes.ts';

type Matrix = Pick<
  Kernels,
  | 'fill'
  | 'take'
  | 'countRight'
  | 'add'
  | 'addBias'
  | 'sumRows'
  | 'matmul'
  | 'matmulTransposedA'
  | 'matmulTransposedB'
  | 'mean'
  | 'meanGradient'
  | 'weightedMean'
  | 'weightedMeanGradient'
>;

export const matrix = (call: Call): Matrix => ({
  fill: (to, count, value) => call(code.FILL, place(to), count, single(value)),
  take: (from, to, count) => call(code.TAKE, place(from), place(to), count),
  countRight: (outputs, answers, to, rows, units) =>
    call(code.COUNT_RIGHT, place(outputs), place(answers), place(to), rows, units),
  add: (from, to, count) => call(code.ADD, place(from), place(to), count),
  addBias: (x, bias, y, rows, columns) => call(code.ADD_BIAS, place(x), place(bias), place(y), rows, columns),
  sumRows: (x, to, rows, columns) => call(code.SUM_ROWS, place(x), place(to), rows, columns, columns),
  matmul: (a, b, c, m, k, n) => call(code.MATMUL, place(a), place(b), place(c), m, k, n, 0),
  matmulTransposedA: (a, b, c, m, k, n) =>
    call(code.MATMUL_TRANSPOSED_A, place(a), place(b), place(c), m, k, n, m),
  matmulTransposedB: (a, b, c, m, k, n) =>
    call(code.MATMUL_TRANSPOSED_B, place(a), place(b), place(c), m, k, n, n),
  mean: (x, to, count) => call(code.MEAN, place(x), place(to), count),
  meanGradient: (dy, dx, count) => call(code.MEAN_GRADIENT, place(dy), place(dx), count),
  weightedMean: (x, w, to, count) => call(code.WEIGHTED_MEAN, place(x), place(w), place(to), count),
  weightedMeanGradient: (dy, w, dx, count) =>
    call(code.WEIGHTED_MEAN_GRADIENT, place(dy), place(w), place(dx), count),
});
