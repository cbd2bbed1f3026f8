import { accuracy } from '../../metrics/accuracy.ts';
import type { Kernels } from '../kernels.ts';
import type { Arithmetic } from './arithmetic.ts';

type Matrix = Pick<
  Kernels,
  | 'fill'
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

export const matrix = ({ arena, round, sum }: Arithmetic): Matrix => ({
  fill(to, count, value) {
    arena.memory.fill(value, to, to + count);
  },
  countRight(outputs, answers, to, rows, units) {
    // accuracy reads both arrays at one index: views that start where each tensor starts
    const given = arena.memory.subarray(outputs, outputs + rows * units);
    const wanted = arena.memory.subarray(answers, answers + rows * units);
    let right = 0;
    for (let r = 0; r < rows; r++) right += accuracy.row(given, wanted, r * units, units);
    arena.memory[to] = right;
  },
  add(from, to, count) {
    const m = arena.memory;
    for (let i = 0; i < count; i++) m[to + i] = round(m[to + i]! + m[from + i]!);
  },
  addBias(x, bias, y, rows, columns) {
    const m = arena.memory;
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        const i = r * columns + c;
        m[y + i] = round(m[x + i]! + m[bias + c]!);
      }
    }
  },
  sumRows(x, to, rows, columns) {
    const m = arena.memory;
    for (let c = 0; c < columns; c++) {
      m[to + c] = round(m[to + c]! + sum(rows, (r) => m[x + r * columns + c]!));
    }
  },
  matmul(a, b, c, rows, inner, columns) {
    const m = arena.memory;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let total = 0;
        for (let k = 0; k < inner; k++) {
          total = round(total + round(m[a + i * inner + k]! * m[b + k * columns + j]!));
        }
        m[c + i * columns + j] = total;
      }
    }
  },
  matmulTransposedA(a, b, c, rows, inner, columns) {
    const m = arena.memory;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let total = 0;
        for (let k = 0; k < inner; k++) {
          total = round(total + round(m[a + k * rows + i]! * m[b + k * columns + j]!));
        }
        const at = c + i * columns + j;
        m[at] = round(m[at]! + total);
      }
    }
  },
  matmulTransposedB(a, b, c, rows, inner, columns) {
    const m = arena.memory;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let total = 0;
        for (let k = 0; k < inner; k++) {
          total = round(total + round(m[a + i * inner + k]! * m[b + j * inner + k]!));
        }
        const at = c + i * columns + j;
        m[at] = round(m[at]! + total);
      }
    }
  },
  mean(x, to, count) {
    const m = arena.memory;
    m[to] = round(sum(count, (i) => m[x + i]!) / count);
  },
  meanGradient(dy, dx, count) {
    const m = arena.memory;
    const share = round(m[dy]! / count);
    for (let i = 0; i < count; i++) m[dx + i] = round(m[dx + i]! + share);
  },
  weightedMean(x, w, to, count) {
    const m = arena.memory;
    m[to] = round(sum(count, (i) => round(m[w + i]! * m[x + i]!)) / count);
  },
  weightedMeanGradient(dy, w, dx, count) {
    const m = arena.memory;
    const share = round(m[dy]! / count);
    for (let i = 0; i < count; i++) m[dx + i] = round(m[dx + i]! + round(m[w + i]! * share));
  },
});
