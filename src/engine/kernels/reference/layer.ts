import { randomBits } from '../../random.ts';
import type { LayerKernels } from '../layer.ts';
import type { Arithmetic } from './arithmetic.ts';

const TWO_TO_32 = 4294967296;

export const layer = ({ arena, round, sum }: Arithmetic): LayerKernels => {
  /** 1 / √(variance + epsilon) */
  const inverse = (variance: number, epsilon: number): number =>
    round(1 / round(Math.sqrt(round(arena.memory[variance]! + round(epsilon)))));
  return {
    columnMeans(x, to, rows, columns) {
      const m = arena.memory;
      for (let c = 0; c < columns; c++) m[to + c] = round(sum(rows, (r) => m[x + r * columns + c]!) / rows);
    },
    columnVariances(x, mean, to, rows, columns) {
      const m = arena.memory;
      for (let c = 0; c < columns; c++) {
        const squares = sum(rows, (r) => {
          const apart = round(m[x + r * columns + c]! - m[mean + c]!);
          return round(apart * apart);
        });
        m[to + c] = round(squares / rows);
      }
    },
    normalize(x, mean, variance, y, rows, columns, epsilon) {
      const m = arena.memory;
      for (let c = 0; c < columns; c++) {
        const factor = inverse(variance + c, epsilon);
        for (let i = c; i < rows * columns; i += columns)
          m[y + i] = round(round(m[x + i]! - m[mean + c]!) * factor);
      }
    },
    scaleColumns(x, scale, shift, y, rows, columns) {
      const m = arena.memory;
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          const i = r * columns + c;
          m[y + i] = round(round(m[x + i]! * m[scale + c]!) + m[shift + c]!);
        }
      }
    },
    sumProducts(x, dy, to, rows, columns) {
      const m = arena.memory;
      for (let c = 0; c < columns; c++) {
        m[to + c] = round(
          m[to + c]! + sum(rows, (r) => round(m[x + r * columns + c]! * m[dy + r * columns + c]!)),
        );
      }
    },
    normalizeGradient(y, dy, scale, variance, dx, rows, columns, epsilon) {
      const m = arena.memory;
      for (let c = 0; c < columns; c++) {
        const factor = round(m[scale + c]! * inverse(variance + c, epsilon));
        const mean = round(sum(rows, (r) => m[dy + r * columns + c]!) / rows);
        const shared = round(
          sum(rows, (r) => round(m[y + r * columns + c]! * m[dy + r * columns + c]!)) / rows,
        );
        for (let i = c; i < rows * columns; i += columns) {
          const own = round(round(m[dy + i]! - mean) - round(m[y + i]! * shared));
          m[dx + i] = round(m[dx + i]! + round(factor * own));
        }
      }
    },
    normalizeByGivenGradient(dy, scale, variance, dx, rows, columns, epsilon) {
      const m = arena.memory;
      for (let c = 0; c < columns; c++) {
        const factor = round(m[scale + c]! * inverse(variance + c, epsilon));
        for (let i = c; i < rows * columns; i += columns)
          m[dx + i] = round(m[dx + i]! + round(factor * m[dy + i]!));
      }
    },
    follow(average, value, count, momentum) {
      const m = arena.memory;
      const kept = round(momentum);
      const taken = round(1 - momentum);
      for (let i = 0; i < count; i++) {
        m[average + i] = round(round(m[average + i]! * kept) + round(m[value + i]! * taken));
      }
    },
    dropoutMask(mask, count, rate, seed, id, step) {
      const m = arena.memory;
      const kept = rate < 1 ? round(1 / round(1 - rate)) : 0;
      for (let i = 0; i < count; i++) {
        m[mask + i] = randomBits(seed, 'dropout', id, step, i) < rate * TWO_TO_32 ? 0 : kept;
      }
    },
    applyMask(x, mask, y, count) {
      const m = arena.memory;
      for (let i = 0; i < count; i++) m[y + i] = m[mask + i] === 0 ? 0 : round(m[x + i]! * m[mask + i]!);
    },
    applyMaskGradient(dy, mask, dx, count) {
      const m = arena.memory;
      for (let i = 0; i < count; i++) {
        if (m[mask + i] !== 0) m[dx + i] = round(m[dx + i]! + round(m[dy + i]! * m[mask + i]!));
      }
    },
    rescale(x, y, count, scale, offset) {
      const m = arena.memory;
      const [factor, added] = [round(scale), round(offset)];
      for (let i = 0; i < count; i++) m[y + i] = round(round(m[x + i]! * factor) + added);
    },
    rescaleGradient(dy, dx, count, scale) {
      const m = arena.memory;
      const factor = round(scale);
      for (let i = 0; i < count; i++) m[dx + i] = round(m[dx + i]! + round(m[dy + i]! * factor));
    },
    penalty(weights, to, count, l1, l2) {
      const m = arena.memory;
      const sizes = round(round(l1) * sum(count, (i) => Math.abs(m[weights + i]!)));
      const squares = round(round(l2) * sum(count, (i) => round(m[weights + i]! * m[weights + i]!)));
      m[to] = round(sizes + squares);
    },
    penaltyGradient(weights, dy, dweights, count, l1, l2) {
      const m = arena.memory;
      const first = round(l1);
      const twice = round(2 * round(l2));
      for (let i = 0; i < count; i++) {
        const w = m[weights + i]!;
        const slope = round(round(first * Math.sign(w)) + round(twice * w));
        m[dweights + i] = round(m[dweights + i]! + round(m[dy]! * slope));
      }
    },
  };
};
