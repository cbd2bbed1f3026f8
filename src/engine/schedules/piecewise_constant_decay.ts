import type { ListField } from '../fields.ts';
import { rateField, decaySteps, type Schedule } from './schedule.ts';

export interface PiecewiseConstantDecaySpec {
  readonly type: 'PiecewiseConstantDecay';
  /** Updates after which the rate changes, rising. */
  readonly boundaries: readonly number[];
  /** The rate after each boundary; before the first it is the optimizer's learning_rate (Keras: values[0]). */
  readonly values: readonly number[];
}

const boundaries: ListField = {
  kind: 'list',
  name: 'boundaries',
  words: { en: 'boundaries', ko: 'boundaries' },
  hint: { en: 'updates after which the rate changes', ko: '학습률이 바뀌는 갱신 횟수' },
  effect: 'keep',
  item: { ...decaySteps, name: 'boundary', words: { en: 'A boundary', ko: '경계' }, min: 0 },
  initial: [500, 1000],
  most: 8,
  rising: true,
};
const values: ListField = {
  kind: 'list',
  name: 'values',
  words: { en: 'values', ko: 'values' },
  hint: { en: 'the rate after each boundary', ko: '각 경계 뒤의 학습률' },
  effect: 'keep',
  item: {
    ...rateField('value', 0.01, { en: 'after the boundary', ko: '경계 뒤' }),
    words: { en: 'A rate', ko: '학습률' },
  },
  initial: [0.01, 0.001],
  most: 8,
};

/** The rate of the stretch the step lies in; a boundary belongs to the stretch before it (keras.optimizers.schedules.PiecewiseConstantDecay) */
export const PiecewiseConstantDecay: Schedule<PiecewiseConstantDecaySpec> = {
  name: 'PiecewiseConstantDecay',
  words: { en: 'piecewise constant', ko: '구간별 상수' },
  line: {
    en: 'Keeps one rate up to each boundary, then takes the next.',
    ko: '경계까지 한 학습률을 쓰고, 지나면 다음 학습률로 바꾼다.',
  },
  fields: [boundaries, values],
  first: { type: 'PiecewiseConstantDecay', boundaries: boundaries.initial, values: values.initial },
  span: (spec) => Math.max(1, 1.5 * (spec.boundaries.at(-1) ?? 1)),
  rate: (spec, initial, step) => {
    const passed = spec.boundaries.filter((boundary) => step > boundary).length;
    return passed === 0 ? initial : (spec.values[passed - 1] ?? initial);
  },
};
