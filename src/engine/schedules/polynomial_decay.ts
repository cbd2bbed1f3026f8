import type { NumberField } from '../fields.ts';
import { pow } from '../numerics.ts';
import { decaySteps, rateField, type Schedule } from './schedule.ts';

export interface PolynomialDecaySpec {
  readonly type: 'PolynomialDecay';
  readonly decay_steps: number;
  readonly end_learning_rate?: number;
  readonly power?: number;
  readonly cycle?: boolean;
}

const end = rateField('end_learning_rate', 0.0001, { en: 'where it ends', ko: '도착하는 학습률' });
const power: NumberField = {
  kind: 'number',
  name: 'power',
  words: { en: 'power', ko: 'power' },
  hint: { en: '1: a straight line', ko: '1이면 직선' },
  effect: 'keep',
  initial: 1,
  min: 0,
  max: 100,
  step: 0.5,
};

/** (initial − end) · (1 − step / decay_steps) ^ power + end (keras.optimizers.schedules.PolynomialDecay) */
export const PolynomialDecay: Schedule<PolynomialDecaySpec> = {
  name: 'PolynomialDecay',
  words: { en: 'polynomial decay', ko: '다항식 감소' },
  line: {
    en: 'Goes down to end_learning_rate in decay_steps updates, then stays.',
    ko: 'decay_steps번 갱신하는 동안 end_learning_rate까지 내려가고 거기 머문다.',
  },
  fields: [
    decaySteps,
    end,
    power,
    {
      kind: 'switch',
      name: 'cycle',
      words: { en: 'cycle', ko: 'cycle' },
      hint: { en: 'begins a longer way down at each end', ko: '끝날 때마다 더 긴 길을 다시 내려간다' },
      effect: 'keep',
      initial: false,
      more: true,
    },
  ],
  first: { type: 'PolynomialDecay', decay_steps: 1000 },
  span: (spec) => (spec.cycle ? 3 : 1.25) * spec.decay_steps,
  rate: (spec, initial, step) => {
    const last = spec.end_learning_rate ?? end.initial;
    // A cycle goes on to the next multiple of decay_steps; the first one begins at step 0.
    const turns = spec.cycle ? Math.max(1, Math.ceil(step / spec.decay_steps)) : 1;
    const steps = spec.decay_steps * turns;
    const part = Math.min(step, steps) / steps;
    return (initial - last) * pow(1 - part, spec.power ?? power.initial) + last;
  },
};
