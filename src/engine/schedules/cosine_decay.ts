import type { NumberField } from '../fields.ts';
import * as float64 from '../numerics/float64.ts';
import { decaySteps, rateField, type Schedule } from './schedule.ts';

export interface CosineDecaySpec {
  readonly type: 'CosineDecay';
  readonly decay_steps: number;
  readonly alpha?: number;
  /** The rate to climb to first, in warmup_steps updates; left out: no climb. */
  readonly warmup_target?: number;
  readonly warmup_steps?: number;
}

const alpha: NumberField = {
  kind: 'number',
  name: 'alpha',
  words: { en: 'alpha', ko: 'alpha' },
  hint: { en: 'the share of the rate that is left at the end', ko: '끝에 남는 학습률의 비율' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 1,
  step: 0.1,
};
const warmupSteps: NumberField = {
  ...decaySteps,
  name: 'warmup_steps',
  words: { en: 'warmup_steps', ko: 'warmup_steps' },
  initial: 0,
  min: 0,
  more: true,
};
const warmupTarget: NumberField = {
  ...rateField('warmup_target', 0.1, { en: 'climbs to this rate first', ko: '먼저 이 학습률까지 올라간다' }),
  optional: true,
  more: true,
};

/** Updates of the climb. */
const warmup = (spec: CosineDecaySpec): number =>
  spec.warmup_target === undefined ? 0 : (spec.warmup_steps ?? warmupSteps.initial);

/** initial · ((1 − alpha) · ½(1 + cos(π · step / decay_steps)) + alpha) (keras.optimizers.schedules.CosineDecay) */
export const CosineDecay: Schedule<CosineDecaySpec> = {
  name: 'CosineDecay',
  words: { en: 'cosine decay', ko: '코사인 감소' },
  line: {
    en: 'Falls like half a cosine wave in decay_steps updates: slowly, fast, slowly.',
    ko: 'decay_steps번 갱신하는 동안 코사인 반 주기처럼 내려간다: 천천히, 빠르게, 천천히.',
  },
  fields: [decaySteps, alpha, warmupTarget, warmupSteps],
  first: { type: 'CosineDecay', decay_steps: 1000 },
  span: (spec) => 1.25 * (spec.decay_steps + warmup(spec)),
  rate: (spec, initial, step) => {
    const warm = warmup(spec);
    const top = spec.warmup_target ?? initial;
    if (step < warm) return initial + (top - initial) * (step / warm);
    const part = Math.min(step - warm, spec.decay_steps) / spec.decay_steps;
    const low = spec.alpha ?? alpha.initial;
    return top * ((1 - low) * 0.5 * (1 + float64.cos(Math.PI * part)) + low);
  },
};
