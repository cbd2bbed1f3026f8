import { pow } from '../numerics.ts';
import { decayRate, decaySteps, type Schedule, staircase } from './schedule.ts';

export interface ExponentialDecaySpec {
  readonly type: 'ExponentialDecay';
  readonly decay_steps: number;
  readonly decay_rate: number;
  readonly staircase?: boolean;
}

/** initial · decay_rate ^ (step / decay_steps) (keras.optimizers.schedules.ExponentialDecay) */
export const ExponentialDecay: Schedule<ExponentialDecaySpec> = {
  name: 'ExponentialDecay',
  words: { en: 'exponential decay', ko: '지수 감소' },
  line: {
    en: 'Multiplies the rate by decay_rate every decay_steps updates.',
    ko: 'decay_steps번 갱신할 때마다 학습률에 decay_rate를 곱한다.',
  },
  fields: [decaySteps, decayRate(0.5, 10), staircase],
  first: { type: 'ExponentialDecay', decay_steps: 1000, decay_rate: 0.5 },
  span: (spec) => 4 * spec.decay_steps,
  rate: (spec, initial, step) => {
    const part = step / spec.decay_steps;
    return initial * pow(spec.decay_rate, spec.staircase ? Math.floor(part) : part);
  },
};
