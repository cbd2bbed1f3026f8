import type { Kernels } from '../kernels.ts';
import type { Arithmetic } from './arithmetic.ts';

type Activations = Pick<
  Kernels,
  | 'sigmoid'
  | 'sigmoidGradient'
  | 'tanh'
  | 'tanhGradient'
  | 'relu'
  | 'reluGradient'
  | 'step'
  | 'softmax'
  | 'softmaxGradient'
>;

export const activations = ({ arena, round, functions, sum }: Arithmetic): Activations => ({
  sigmoid(x, y, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) m[y + i] = functions.sigmoid(m[x + i]!);
  },
  sigmoidGradient(y, dy, dx, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) {
      const a = m[y + i]!;
      const slope = round(a * round(1 - a));
      m[dx + i] = round(m[dx + i]! + round(m[dy + i]! * slope));
    }
  },
  tanh(x, y, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) m[y + i] = functions.tanh(m[x + i]!);
  },
  tanhGradient(y, dy, dx, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) {
      const a = m[y + i]!;
      const slope = round(1 - round(a * a));
      m[dx + i] = round(m[dx + i]! + round(m[dy + i]! * slope));
    }
  },
  relu(x, y, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) {
      const z = m[x + i]!;
      m[y + i] = z <= 0 ? 0 : z;
    }
  },
  reluGradient(y, dy, dx, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) {
      if (m[y + i]! > 0) m[dx + i] = round(m[dx + i]! + m[dy + i]!);
    }
  },
  step(x, y, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) {
      const z = m[x + i]!;
      m[y + i] = z >= 0 ? 1 : z < 0 ? 0 : Number.NaN;
    }
  },
  softmax(x, y, rows, columns) {
    const m = arena.memory;
    for (let r = 0; r < rows; r++) {
      const from = x + r * columns;
      const to = y + r * columns;
      let top = m[from]!;
      for (let c = 1; c < columns; c++) top = m[from + c]! > top ? m[from + c]! : top;
      for (let c = 0; c < columns; c++) m[to + c] = functions.exp(round(m[from + c]! - top));
      const total = sum(columns, (c) => m[to + c]!);
      for (let c = 0; c < columns; c++) m[to + c] = round(m[to + c]! / total);
    }
  },
  softmaxGradient(y, dy, dx, rows, columns) {
    const m = arena.memory;
    for (let r = 0; r < rows; r++) {
      const at = r * columns;
      const shared = sum(columns, (c) => round(m[dy + at + c]! * m[y + at + c]!));
      for (let c = 0; c < columns; c++) {
        const i = at + c;
        const own = round(m[y + i]! * round(m[dy + i]! - shared));
        m[dx + i] = round(m[dx + i]! + own);
      }
    }
  },
});
