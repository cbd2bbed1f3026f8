import type { OptimizerKernels } from '../optimizers.ts';
import { globalFactor } from '../reference/clipping.ts';
import { adamAlpha } from '../reference/optimizers.ts';
import { type Call, place, single } from './calls.ts';
import * as code from '../assembly/codes.ts';

/** `sumOfSquares` gives a number back, which no call of a program does. */
export const optimizers = (call: Call): Omit<OptimizerKernels, 'sumOfSquares'> => ({
  momentumStep: (weights, gradient, velocity, count, rate, momentum) =>
    call(
      code.MOMENTUM_STEP,
      place(weights),
      place(gradient),
      place(velocity),
      count,
      single(rate),
      single(momentum),
    ),
  nesterovStep: (weights, gradient, velocity, count, rate, momentum) =>
    call(
      code.NESTEROV_STEP,
      place(weights),
      place(gradient),
      place(velocity),
      count,
      single(rate),
      single(momentum),
    ),
  adagradStep: (weights, gradient, sum, count, rate, initial, epsilon) =>
    call(
      code.ADAGRAD_STEP,
      place(weights),
      place(gradient),
      place(sum),
      count,
      single(rate),
      single(initial),
      single(epsilon),
    ),
  rmspropStep: (weights, gradient, slots, count, rate, settings) =>
    call(
      code.RMSPROP_STEP,
      place(weights),
      place(gradient),
      place(slots.velocity),
      place(slots.moved),
      place(slots.average),
      count,
      single(rate),
      single(settings.rho),
      single(1 - settings.rho),
      single(settings.momentum),
      single(settings.epsilon),
      settings.centered ? 1 : 0,
    ),
  adamStep: (weights, gradient, slots, count, rate, step, settings) =>
    call(
      code.ADAM_STEP,
      place(weights),
      place(gradient),
      place(slots.m),
      place(slots.v),
      place(slots.top),
      count,
      single(adamAlpha(rate, step, settings, Math.fround)),
      single(1 - settings.beta_1),
      single(1 - settings.beta_2),
      single(settings.epsilon),
      settings.amsgrad ? 1 : 0,
    ),
  weightDecay: (weights, count, rate, decay) =>
    call(code.WEIGHT_DECAY, place(weights), count, single(rate), single(decay)),
  clipNorm: (x, count, limit) => call(code.CLIP_NORM, place(x), count, single(limit)),
  clipValue: (x, count, limit) => call(code.CLIP_VALUE, place(x), count, single(limit)),
  clipByGlobalNorm: (x, count, squares, limit) =>
    call(code.SCALE, place(x), count, single(globalFactor(squares, limit, Math.fround))),
});
