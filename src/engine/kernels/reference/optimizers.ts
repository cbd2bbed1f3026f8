import { pow } from '../../numerics.ts';
import type { AdamSettings, OptimizerKernels } from '../optimizers.ts';
import type { Arithmetic } from './arithmetic.ts';
import { clipping } from './clipping.ts';

/** alpha = (rate · √(1 − beta2ᵗ)) / (1 − beta1ᵗ), t the step */
export const adamAlpha = (
  rate: number,
  step: number,
  settings: AdamSettings,
  round: Arithmetic['round'],
): number => {
  const shrunk = (beta: number): number => round(1 - round(pow(round(beta), step)));
  return round(round(round(rate) * round(Math.sqrt(shrunk(settings.beta_2)))) / shrunk(settings.beta_1));
};

export const optimizers = (arithmetic: Arithmetic): OptimizerKernels => {
  const { arena, round } = arithmetic;
  return {
    ...clipping(arithmetic),
    momentumStep(weights, gradient, velocity, count, rate, momentum) {
      const m = arena.memory;
      const eta = round(rate);
      const mu = round(momentum);
      for (let i = 0; i < count; i++) {
        const v = round(round(mu * m[velocity + i]!) - round(eta * m[gradient + i]!));
        m[velocity + i] = v;
        m[weights + i] = round(m[weights + i]! + v);
      }
    },
    nesterovStep(weights, gradient, velocity, count, rate, momentum) {
      const m = arena.memory;
      const eta = round(rate);
      const mu = round(momentum);
      for (let i = 0; i < count; i++) {
        const slope = round(eta * m[gradient + i]!);
        const v = round(round(mu * m[velocity + i]!) - slope);
        m[velocity + i] = v;
        m[weights + i] = round(m[weights + i]! + round(round(mu * v) - slope));
      }
    },
    adagradStep(weights, gradient, sum, count, rate, initial, epsilon) {
      const m = arena.memory;
      const eta = round(rate);
      const first = round(initial);
      const e = round(epsilon);
      for (let i = 0; i < count; i++) {
        const g = m[gradient + i]!;
        const squares = round(m[sum + i]! + round(g * g));
        m[sum + i] = squares;
        const divisor = round(Math.sqrt(round(round(squares + first) + e)));
        m[weights + i] = round(m[weights + i]! - round(round(eta * g) / divisor));
      }
    },
    rmspropStep(weights, gradient, slots, count, rate, settings) {
      const m = arena.memory;
      const { velocity, moved, average } = slots;
      const { centered } = settings;
      const eta = round(rate);
      const rho = round(settings.rho);
      const rest = round(1 - settings.rho);
      const mu = round(settings.momentum);
      const e = round(settings.epsilon);
      for (let i = 0; i < count; i++) {
        const g = m[gradient + i]!;
        const v = round(round(rho * m[velocity + i]!) + round(rest * round(g * g)));
        m[velocity + i] = v;
        let spread = v;
        if (centered) {
          const mean = round(round(rho * m[average + i]!) + round(rest * g));
          m[average + i] = mean;
          spread = round(v - round(mean * mean));
        }
        let step = round(round(eta * g) / round(Math.sqrt(round(spread + e))));
        if (mu > 0) {
          step = round(round(mu * m[moved + i]!) + step);
          m[moved + i] = step;
        }
        m[weights + i] = round(m[weights + i]! - step);
      }
    },
    adamStep(weights, gradient, slots, count, rate, step, settings) {
      const m = arena.memory;
      const { amsgrad } = settings;
      const alpha = adamAlpha(rate, step, settings, round);
      const first = round(1 - settings.beta_1);
      const second = round(1 - settings.beta_2);
      const e = round(settings.epsilon);
      for (let i = 0; i < count; i++) {
        const g = m[gradient + i]!;
        const mean = round(m[slots.m + i]! + round(round(g - m[slots.m + i]!) * first));
        let square = round(m[slots.v + i]! + round(round(round(g * g) - m[slots.v + i]!) * second));
        m[slots.m + i] = mean;
        m[slots.v + i] = square;
        if (amsgrad) {
          square = Math.max(m[slots.top + i]!, square);
          m[slots.top + i] = square;
        }
        const moved = round(round(mean * alpha) / round(round(Math.sqrt(square)) + e));
        m[weights + i] = round(m[weights + i]! - moved);
      }
    },
  };
};
