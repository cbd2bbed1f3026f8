import type { Case, Cases } from './case.ts';
import type { Draw } from './draw.ts';

type Matrix = Cases<
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

/** Few of them so large that a set may take another way; some of them upon zeros, which a set need neither write nor read. */
const product =
  (name: 'matmul' | 'matmulTransposedA' | 'matmulTransposedB') =>
  (draw: Draw): Case => {
    const large = draw.chance(0.01);
    const side = (): number => (large ? draw.integer(126, 150) : draw.size());
    const [m, k, n] = [side(), side(), side()];
    const cleared = draw.chance(0.3);
    return {
      buffers: { a: [m * k, 'unit'], b: [k * n, 'unit'], c: [m * n, 'any'] },
      call(kernels, { a = 0, b = 0, c = 0 }) {
        if (cleared) kernels.fill(c, m * n, 0);
        kernels[name](a, b, c, m, k, n);
      },
    };
  };

export const matrix: Matrix = {
  fill(draw) {
    const count = draw.size();
    const value = draw.chance(0.5) ? draw.setting() : draw.element('any');
    return { buffers: { to: [count, 'any'] }, call: (k, { to = 0 }) => k.fill(to, count, value) };
  },
  take(draw) {
    const count = draw.size();
    return {
      buffers: { from: [count, 'any'], to: [count, 'any'] },
      call: (k, { from = 0, to = 0 }) => k.take(from, to, count),
    };
  },
  countRight(draw) {
    const [rows, units] = [draw.size(), 1 + draw.size()];
    return {
      buffers: { outputs: [rows * units, 'any'], answers: [rows * units, 'any'], to: [1, 'any'] },
      call: (k, { outputs = 0, answers = 0, to = 0 }) => k.countRight(outputs, answers, to, rows, units),
    };
  },
  add(draw) {
    const count = draw.size();
    return {
      buffers: { from: [count, 'any'], to: [count, 'any'] },
      call: (k, { from = 0, to = 0 }) => k.add(from, to, count),
    };
  },
  addBias(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    const inPlace = draw.chance(0.3);
    return {
      buffers: { x: [rows * columns, 'any'], bias: [columns, 'any'], y: [rows * columns, 'any'] },
      call: (k, { x = 0, bias = 0, y = 0 }) => k.addBias(x, bias, inPlace ? x : y, rows, columns),
    };
  },
  sumRows(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    return {
      buffers: { x: [rows * columns, 'any'], to: [columns, 'any'] },
      call: (k, { x = 0, to = 0 }) => k.sumRows(x, to, rows, columns),
    };
  },
  matmul: product('matmul'),
  matmulTransposedA: product('matmulTransposedA'),
  matmulTransposedB: product('matmulTransposedB'),
  mean(draw) {
    const count = draw.size();
    return {
      buffers: { x: [count, 'any'], to: [1, 'any'] },
      call: (k, { x = 0, to = 0 }) => k.mean(x, to, count),
    };
  },
  meanGradient(draw) {
    const count = draw.size();
    return {
      buffers: { dy: [1, 'any'], dx: [count, 'any'] },
      call: (k, { dy = 0, dx = 0 }) => k.meanGradient(dy, dx, count),
    };
  },
  weightedMean(draw) {
    const count = draw.size();
    return {
      buffers: { x: [count, 'any'], w: [count, 'positive'], to: [1, 'any'] },
      call: (k, { x = 0, w = 0, to = 0 }) => k.weightedMean(x, w, to, count),
    };
  },
  weightedMeanGradient(draw) {
    const count = draw.size();
    return {
      buffers: { dy: [1, 'any'], w: [count, 'positive'], dx: [count, 'any'] },
      call: (k, { dy = 0, w = 0, dx = 0 }) => k.weightedMeanGradient(dy, w, dx, count),
    };
  },
};
