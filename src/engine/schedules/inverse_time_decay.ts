import { decayRate, decaySteps, type Schedule, staircase } from './schedule.ts';

export interface InverseTimeDecaySpec {
  readonly type: 'InverseTimeDecay';
  readonly decay_steps: number;
  readonly decay_rate: number;
  readonly staircase?: boolean;
}

/** initial / (1 + decay_rate · step / decay_steps) (keras.optimizers.schedules.InverseTimeDecay) */
export const InverseTimeDecay: Schedule<InverseTimeDecaySpec> = {
  name: 'InverseTimeDecay',
  words: { en: 'inverse time decay', ko: '시간에 반비례하는 감소' },
  line: {
    en: 'Divides the rate by 1 + decay_rate × the updates in units of decay_steps.',
    ko: '학습률을 1 + decay_rate × (갱신 횟수 / decay_steps)로 나눈다.',
  },
  fields: [decaySteps, decayRate(1, 1000), staircase],
  first: { type: 'InverseTimeDecay', decay_steps: 1000, decay_rate: 1 },
  span: (spec) => 4 * spec.decay_steps,
  rate: (spec, initial, step) => {
    const part = step / spec.decay_steps;
    return initial / (1 + spec.decay_rate * (spec.staircase ? Math.floor(part) : part));
  },
};
