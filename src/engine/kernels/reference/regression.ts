import type { LossKernels } from '../losses.ts';
import type { Arithmetic } from './arithmetic.ts';

export const regression = ({ arena, round, sum }: Arithmetic): LossKernels => {
  const error = (p: number, t: number, i: number): number => {
    const m = arena.memory;
    return round(m[p + i]! - m[t + i]!);
  };
  /** loss[r] = (Σ_c term(e)) / columns */
  const rowMeans = (
    p: number,
    t: number,
    loss: number,
    rows: number,
    columns: number,
    term: (e: number) => number,
  ) => {
    const m = arena.memory;
    for (let r = 0; r < rows; r++) {
      m[loss + r] = round(sum(columns, (c) => term(error(p, t, r * columns + c))) / columns);
    }
  };
  /** dp += dloss[r] · (slope(e) / columns) */
  const spread = (
    p: number,
    t: number,
    dloss: number,
    dp: number,
    rows: number,
    columns: number,
    slope: (e: number) => number,
  ) => {
    const m = arena.memory;
    for (let i = 0; i < rows * columns; i++) {
      const arriving = m[dloss + Math.floor(i / columns)]!;
      m[dp + i] = round(m[dp + i]! + round(arriving * round(slope(error(p, t, i)) / columns)));
    }
  };
  return {
    absoluteError(p, t, loss, rows, columns) {
      rowMeans(p, t, loss, rows, columns, Math.abs);
    },
    absoluteErrorGradient(p, t, dloss, dp, rows, columns) {
      spread(p, t, dloss, dp, rows, columns, Math.sign);
    },
    huber(p, t, loss, rows, columns, delta) {
      const d = round(delta);
      const taken = round(0.5 * round(d * d));
      rowMeans(p, t, loss, rows, columns, (e) => {
        const size = Math.abs(e);
        return size <= d ? round(0.5 * round(e * e)) : round(round(d * size) - taken);
      });
    },
    huberGradient(p, t, dloss, dp, rows, columns, delta) {
      const d = round(delta);
      spread(p, t, dloss, dp, rows, columns, (e) => Math.min(Math.max(e, -d), d));
    },
    smooth(t, y, count, smoothing, floor) {
      const m = arena.memory;
      const share = round(1 - smoothing);
      const rest = round(floor);
      for (let i = 0; i < count; i++) m[y + i] = round(round(m[t + i]! * share) + rest);
    },
  };
};
