import type { LayerKernels } from '../../../src/engine/kernels/layer.ts';
import type { Cases } from './case.ts';

export const layers: Cases<keyof LayerKernels> = {
  columnMeans(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    return {
      buffers: { x: [rows * columns, 'any'], to: [columns, 'any'] },
      call: (k, { x = 0, to = 0 }) => k.columnMeans(x, to, rows, columns),
    };
  },
  columnVariances(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    return {
      buffers: { x: [rows * columns, 'any'], mean: [columns, 'any'], to: [columns, 'any'] },
      call: (k, { x = 0, mean = 0, to = 0 }) => k.columnVariances(x, mean, to, rows, columns),
    };
  },
  normalize(draw) {
    const [rows, columns, epsilon] = [draw.size(), draw.size(), draw.setting()];
    const count = rows * columns;
    return {
      buffers: {
        x: [count, 'any'],
        mean: [columns, 'any'],
        variance: [columns, 'positive'],
        y: [count, 'any'],
      },
      call: (k, { x = 0, mean = 0, variance = 0, y = 0 }) =>
        k.normalize(x, mean, variance, y, rows, columns, epsilon),
    };
  },
  scaleColumns(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    const count = rows * columns;
    return {
      buffers: { x: [count, 'any'], scale: [columns, 'any'], shift: [columns, 'any'], y: [count, 'any'] },
      call: (k, { x = 0, scale = 0, shift = 0, y = 0 }) => k.scaleColumns(x, scale, shift, y, rows, columns),
    };
  },
  sumProducts(draw) {
    const [rows, columns] = [draw.size(), draw.size()];
    return {
      buffers: { x: [rows * columns, 'any'], dy: [rows * columns, 'any'], to: [columns, 'any'] },
      call: (k, { x = 0, dy = 0, to = 0 }) => k.sumProducts(x, dy, to, rows, columns),
    };
  },
  normalizeGradient(draw) {
    const [rows, columns, epsilon] = [draw.size(), draw.size(), draw.setting()];
    const count = rows * columns;
    return {
      buffers: {
        y: [count, 'any'],
        dy: [count, 'any'],
        scale: [columns, 'any'],
        variance: [columns, 'positive'],
        dx: [count, 'any'],
      },
      call: (k, { y = 0, dy = 0, scale = 0, variance = 0, dx = 0 }) =>
        k.normalizeGradient(y, dy, scale, variance, dx, rows, columns, epsilon),
    };
  },
  normalizeByGivenGradient(draw) {
    const [rows, columns, epsilon] = [draw.size(), draw.size(), draw.setting()];
    const count = rows * columns;
    return {
      buffers: {
        dy: [count, 'any'],
        scale: [columns, 'any'],
        variance: [columns, 'positive'],
        dx: [count, 'any'],
      },
      call: (k, { dy = 0, scale = 0, variance = 0, dx = 0 }) =>
        k.normalizeByGivenGradient(dy, scale, variance, dx, rows, columns, epsilon),
    };
  },
  follow(draw) {
    const [count, momentum] = [draw.size(), draw.setting()];
    return {
      buffers: { average: [count, 'any'], value: [count, 'any'] },
      call: (k, { average = 0, value = 0 }) => k.follow(average, value, count, momentum),
    };
  },
  dropoutMask(draw) {
    const [count, rate] = [draw.size(), draw.chance(0.1) ? 1 : draw.setting()];
    const word = (): number => draw.integer(0, draw.chance(0.5) ? 10 : 2 ** 32 - 1);
    const [seed, layer] = [word(), word()];
    const step = draw.chance(0.2) ? draw.integer(0, 2 ** 53 - 1) : word();
    return {
      buffers: { mask: [count, 'any'] },
      call: (k, { mask = 0 }) => k.dropoutMask(mask, count, rate, seed, layer, step),
    };
  },
  applyMask(draw) {
    const count = draw.size();
    return {
      buffers: { x: [count, 'any'], mask: [count, 'bit'], y: [count, 'any'] },
      call: (k, { x = 0, mask = 0, y = 0 }) => k.applyMask(x, mask, y, count),
    };
  },
  applyMaskGradient(draw) {
    const count = draw.size();
    return {
      buffers: { dy: [count, 'any'], mask: [count, 'bit'], dx: [count, 'any'] },
      call: (k, { dy = 0, mask = 0, dx = 0 }) => k.applyMaskGradient(dy, mask, dx, count),
    };
  },
  rescale(draw) {
    const [count, scale, offset] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { x: [count, 'any'], y: [count, 'any'] },
      call: (k, { x = 0, y = 0 }) => k.rescale(x, y, count, scale, offset),
    };
  },
  rescaleGradient(draw) {
    const [count, scale] = [draw.size(), draw.setting()];
    return {
      buffers: { dy: [count, 'any'], dx: [count, 'any'] },
      call: (k, { dy = 0, dx = 0 }) => k.rescaleGradient(dy, dx, count, scale),
    };
  },
  penalty(draw) {
    const [count, l1, l2] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { w: [count, 'ties'], to: [1, 'any'] },
      call: (k, { w = 0, to = 0 }) => k.penalty(w, to, count, l1, l2),
    };
  },
  penaltyGradient(draw) {
    const [count, l1, l2] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { w: [count, 'ties'], dy: [1, 'any'], dw: [count, 'any'] },
      call: (k, { w = 0, dy = 0, dw = 0 }) => k.penaltyGradient(w, dy, dw, count, l1, l2),
    };
  },
};
