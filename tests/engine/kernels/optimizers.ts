import type { OptimizerKernels } from '../../../src/engine/kernels/optimizers.ts';
import type { Cases } from './case.ts';

/** Steps from the first to where 1 − βᵗ has long been 1. */
const STEPS = [1, 2, 3, 10, 1000, 100000];

export const optimizers: Cases<keyof OptimizerKernels> = {
  momentumStep(draw) {
    const [count, rate, momentum] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { w: [count, 'any'], g: [count, 'any'], v: [count, 'any'] },
      call: (k, { w = 0, g = 0, v = 0 }) => k.momentumStep(w, g, v, count, rate, momentum),
    };
  },
  nesterovStep(draw) {
    const [count, rate, momentum] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { w: [count, 'any'], g: [count, 'any'], v: [count, 'any'] },
      call: (k, { w = 0, g = 0, v = 0 }) => k.nesterovStep(w, g, v, count, rate, momentum),
    };
  },
  adagradStep(draw) {
    const [count, rate, initial] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { w: [count, 'any'], g: [count, 'any'], sum: [count, 'positive'] },
      call: (k, { w = 0, g = 0, sum = 0 }) => k.adagradStep(w, g, sum, count, rate, initial, 1e-7),
    };
  },
  rmspropStep(draw) {
    const [count, rate] = [draw.size(), draw.setting()];
    const settings = {
      // Below 1: with rho = 1 and average² = velocity, d is the difference of equals.
      rho: draw.setting(0.9),
      momentum: draw.chance(0.5) ? 0 : draw.setting(),
      epsilon: 1e-7,
      centered: draw.chance(0.5),
    };
    return {
      buffers: {
        w: [count, 'any'],
        g: [count, 'any'],
        velocity: [count, 'large'],
        moved: [count, 'any'],
        average: [count, 'any'],
      },
      call: (k, { w = 0, g = 0, velocity = 0, moved = 0, average = 0 }) =>
        k.rmspropStep(w, g, { velocity, moved, average }, count, rate, settings),
    };
  },
  adamStep(draw) {
    const [count, rate, step] = [draw.size(), draw.setting(), draw.pick(STEPS)];
    const settings = {
      beta_1: draw.setting(0.95),
      // Not so small that v becomes what is left of the difference between itself and gradient².
      beta_2: 0.5 + draw.setting(0.49),
      epsilon: 1e-7,
      amsgrad: draw.chance(0.5),
    };
    return {
      buffers: {
        w: [count, 'any'],
        g: [count, 'any'],
        m: [count, 'any'],
        v: [count, 'positive'],
        top: [count, 'positive'],
      },
      call: (k, { w = 0, g = 0, m = 0, v = 0, top = 0 }) =>
        k.adamStep(w, g, { m, v, top }, count, rate, step, settings),
    };
  },
  weightDecay(draw) {
    const [count, rate, decay] = [draw.size(), draw.setting(), draw.setting()];
    return {
      buffers: { w: [count, 'any'] },
      call: (k, { w = 0 }) => k.weightDecay(w, count, rate, decay),
    };
  },
  clipNorm(draw) {
    const [count, limit] = [draw.size(), draw.setting(5)];
    return { buffers: { x: [count, 'any'] }, call: (k, { x = 0 }) => k.clipNorm(x, count, limit) };
  },
  clipValue(draw) {
    const [count, limit] = [draw.size(), draw.setting(2)];
    return { buffers: { x: [count, 'any'] }, call: (k, { x = 0 }) => k.clipValue(x, count, limit) };
  },
  sumOfSquares(draw) {
    const count = draw.size();
    return { buffers: { x: [count, 'any'] }, call: (k, { x = 0 }) => k.sumOfSquares(x, count) };
  },
  clipByGlobalNorm(draw) {
    const [count, squares, limit] = [draw.size(), draw.setting(9), draw.setting(5)];
    return {
      buffers: { x: [count, 'any'] },
      call: (k, { x = 0 }) => k.clipByGlobalNorm(x, count, squares, limit),
    };
  },
};
