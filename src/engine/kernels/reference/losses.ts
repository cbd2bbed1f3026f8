import type { Kernels } from '../kernels.ts';
import type { Arithmetic } from './arithmetic.ts';

type Losses = Pick<
  Kernels,
  | 'squaredError'
  | 'squaredErrorGradient'
  | 'binaryCrossentropy'
  | 'binaryCrossentropyGradient'
  | 'binaryCrossentropyOfLogits'
  | 'binaryCrossentropyOfLogitsGradient'
  | 'categoricalCrossentropy'
  | 'categoricalCrossentropyGradient'
  | 'categoricalCrossentropyOfLogits'
  | 'categoricalCrossentropyOfLogitsGradient'
  | 'perceptronLoss'
  | 'perceptronLossGradient'
>;

/** Keras's epsilon(): the distance from 0 and 1 that clipped probabilities keep. */
const EPSILON = 1e-7;

export const losses = ({ arena, round, functions, sum }: Arithmetic): Losses => {
  const low = round(EPSILON);
  const high = round(1 - low);
  const clip = (p: number): number => (p < low ? low : p > high ? high : p);
  const inside = (p: number): boolean => p >= low && p <= high;

  /** loss[r] = (Σ_c term(r · columns + c)) / columns */
  const rowMeans = (loss: number, rows: number, columns: number, term: (i: number) => number): void => {
    const m = arena.memory;
    for (let r = 0; r < rows; r++) {
      m[loss + r] = round(sum(columns, (c) => term(r * columns + c)) / columns);
    }
  };
  /** d[i] += dloss[r] · slope(i) for every element i of every row r */
  const spread = (
    dloss: number,
    d: number,
    rows: number,
    columns: number,
    slope: (i: number) => number,
  ): void => {
    const m = arena.memory;
    for (let r = 0; r < rows; r++) {
      const arriving = m[dloss + r]!;
      for (let c = 0; c < columns; c++) {
        const i = r * columns + c;
        m[d + i] = round(m[d + i]! + round(arriving * slope(i)));
      }
    }
  };

  return {
    squaredError(p, t, loss, rows, columns) {
      const m = arena.memory;
      rowMeans(loss, rows, columns, (i) => {
        const error = round(m[p + i]! - m[t + i]!);
        return round(error * error);
      });
    },
    squaredErrorGradient(p, t, dloss, dp, rows, columns) {
      const m = arena.memory;
      const factor = round(2 / columns);
      spread(dloss, dp, rows, columns, (i) => round(factor * round(m[p + i]! - m[t + i]!)));
    },
    binaryCrossentropy(p, t, loss, rows, columns) {
      const m = arena.memory;
      rowMeans(loss, rows, columns, (i) => {
        const q = clip(m[p + i]!);
        const answer = m[t + i]!;
        const yes = round(answer * functions.log(q));
        const no = round(round(1 - answer) * functions.log(round(1 - q)));
        return -round(yes + no);
      });
    },
    binaryCrossentropyGradient(p, t, dloss, dp, rows, columns) {
      const m = arena.memory;
      spread(dloss, dp, rows, columns, (i) => {
        const q = m[p + i]!;
        if (!inside(q)) return 0;
        return round(round(round(q - m[t + i]!) / round(q * round(1 - q))) / columns);
      });
    },
    binaryCrossentropyOfLogits(z, t, loss, rows, columns) {
      const m = arena.memory;
      rowMeans(loss, rows, columns, (i) => {
        const x = m[z + i]!;
        const line = round((x > 0 ? x : 0) - round(x * m[t + i]!));
        return round(line + functions.log1p(functions.exp(-Math.abs(x))));
      });
    },
    binaryCrossentropyOfLogitsGradient(p, t, dloss, dz, rows, columns) {
      const m = arena.memory;
      spread(dloss, dz, rows, columns, (i) => round(round(m[p + i]! - m[t + i]!) / columns));
    },
    categoricalCrossentropy(p, t, loss, rows, columns) {
      const m = arena.memory;
      for (let r = 0; r < rows; r++) {
        const at = r * columns;
        const total = sum(columns, (c) => m[p + at + c]!);
        m[loss + r] = -sum(columns, (c) =>
          round(m[t + at + c]! * functions.log(clip(round(m[p + at + c]! / total)))),
        );
      }
    },
    categoricalCrossentropyGradient(p, t, dloss, dp, rows, columns) {
      const m = arena.memory;
      for (let r = 0; r < rows; r++) {
        const at = r * columns;
        const total = sum(columns, (c) => m[p + at + c]!);
        const share = (c: number): number => round(m[p + at + c]! / total);
        const slope = (c: number): number => (inside(share(c)) ? -round(m[t + at + c]! / share(c)) : 0);
        const shared = sum(columns, (c) => round(slope(c) * share(c)));
        for (let c = 0; c < columns; c++) {
          const own = round(round(slope(c) - shared) / total);
          m[dp + at + c] = round(m[dp + at + c]! + round(m[dloss + r]! * own));
        }
      }
    },
    categoricalCrossentropyOfLogits(z, t, loss, rows, columns) {
      const m = arena.memory;
      for (let r = 0; r < rows; r++) {
        const at = r * columns;
        let top = m[z + at]!;
        for (let c = 1; c < columns; c++) top = m[z + at + c]! > top ? m[z + at + c]! : top;
        const total = functions.log(sum(columns, (c) => functions.exp(round(m[z + at + c]! - top))));
        m[loss + r] = sum(columns, (c) => round(m[t + at + c]! * round(total - round(m[z + at + c]! - top))));
      }
    },
    categoricalCrossentropyOfLogitsGradient(p, t, dloss, dz, rows, columns) {
      const m = arena.memory;
      for (let r = 0; r < rows; r++) {
        const at = r * columns;
        const total = sum(columns, (c) => m[t + at + c]!);
        for (let c = at; c < at + columns; c++) {
          const slope = round(round(m[p + c]! * total) - m[t + c]!);
          m[dz + c] = round(m[dz + c]! + round(m[dloss + r]! * slope));
        }
      }
    },
    perceptronLoss(p, t, z, loss, rows, columns) {
      const m = arena.memory;
      rowMeans(loss, rows, columns, (i) => round(round(m[p + i]! - m[t + i]!) * m[z + i]!));
    },
    perceptronLossGradient(p, t, dloss, dz, rows, columns) {
      const m = arena.memory;
      spread(dloss, dz, rows, columns, (i) => round(round(m[p + i]! - m[t + i]!) / columns));
    },
  };
};
