import { randomState } from '../../random.ts';
import type { LayerKernels } from '../layer.ts';
import { type Call, place, single } from './calls.ts';
import * as code from '../assembly/codes.ts';

const TWO_TO_32 = 4294967296;

export const layer = (call: Call): LayerKernels => ({
  columnMeans: (x, to, rows, columns) => call(code.COLUMN_MEANS, place(x), place(to), rows, columns),
  columnVariances: (x, mean, to, rows, columns) =>
    call(code.COLUMN_VARIANCES, place(x), place(mean), place(to), rows, columns),
  normalize: (x, mean, variance, y, rows, columns, epsilon) =>
    call(code.NORMALIZE, place(x), place(mean), place(variance), place(y), rows, columns, single(epsilon)),
  scaleColumns: (x, scale, shift, y, rows, columns) =>
    call(code.SCALE_COLUMNS, place(x), place(scale), place(shift), place(y), rows, columns),
  sumProducts: (x, dy, to, rows, columns) =>
    call(code.SUM_PRODUCTS, place(x), place(dy), place(to), rows, columns),
  normalizeGradient: (y, dy, scale, variance, dx, rows, columns, epsilon) =>
    call(
      code.NORMALIZE_GRADIENT,
      place(y),
      place(dy),
      place(scale),
      place(variance),
      place(dx),
      rows,
      columns,
      single(epsilon),
    ),
  normalizeByGivenGradient: (dy, scale, variance, dx, rows, columns, epsilon) =>
    call(
      code.NORMALIZE_BY_GIVEN_GRADIENT,
      place(dy),
      place(scale),
      place(variance),
      place(dx),
      rows,
      columns,
      single(epsilon),
    ),
  follow: (average, value, count, momentum) =>
    call(code.FOLLOW, place(average), place(value), count, single(momentum), single(1 - momentum)),
  dropoutMask(mask, count, rate, seed, id, step) {
    // Whole bits are below rate · 2³² where they are below the next whole number; at 2³² all of them are.
    const limit = Math.ceil(rate * TWO_TO_32);
    const kept = limit < TWO_TO_32 ? 1 / Math.fround(1 - rate) : 0;
    const [first, second] = randomState(seed, 'dropout', id, step);
    call(code.DROPOUT_MASK, place(mask), count, limit, single(kept), first, second);
  },
  applyMask: (x, mask, y, count) => call(code.APPLY_MASK, place(x), place(mask), place(y), count),
  applyMaskGradient: (dy, mask, dx, count) =>
    call(code.APPLY_MASK_GRADIENT, place(dy), place(mask), place(dx), count),
  rescale: (x, y, count, scale, offset) =>
    call(code.RESCALE, place(x), place(y), count, single(scale), single(offset)),
  rescaleGradient: (dy, dx, count, scale) =>
    call(code.RESCALE_GRADIENT, place(dy), place(dx), count, single(scale)),
  penalty: (weights, to, count, l1, l2) =>
    call(code.PENALTY, place(weights), place(to), count, single(l1), single(l2)),
  penaltyGradient: (weights, dy, dweights, count, l1, l2) =>
    call(
      code.PENALTY_GRADIENT,
      place(weights),
      place(dy),
      place(dweights),
      count,
      single(l1),
      single(2 * Math.fround(l2)),
    ),
});
