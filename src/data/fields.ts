import type { NumberField, SwitchField } from '../engine/fields.ts';

/** Standard deviation of the Gaussian noise on x₁ and x₂, in their units. */
export const noiseField = (initial: number, min = 0): NumberField => ({
  kind: 'number',
  name: 'noise',
  words: { en: 'Noise', ko: '잡음' },
  hint: { en: 'How far the points scatter', ko: '점이 흩어지는 정도' },
  effect: 'restart',
  initial,
  min,
  max: 0.5,
  step: 0.01,
});

/** Standard deviation of the Gaussian noise on the answer, in its unit. */
export const answerNoiseField = (initial: number, max: number, step: number): NumberField => ({
  ...noiseField(initial),
  hint: { en: 'How far the answers scatter', ko: '정답이 흩어지는 정도' },
  max,
  step,
});

export const pointsField = (initial: number): NumberField => ({
  kind: 'number',
  name: 'points',
  words: { en: 'Number of points', ko: '점의 개수' },
  effect: 'restart',
  initial,
  min: 4,
  max: 1000,
  integer: true,
  step: 10,
});

/** Which sample is drawn: another seed, other points of the same kind. */
export const dataSeedField: NumberField = {
  kind: 'number',
  name: 'seed',
  words: { en: 'Seed of the data', ko: '데이터 시드' },
  effect: 'restart',
  initial: 1,
  min: 0,
  max: 0xffffffff,
  integer: true,
  step: 1,
};

export const standardizeField: SwitchField = {
  kind: 'switch',
  name: 'standardize',
  words: { en: 'Standardise the inputs', ko: '입력 표준화' },
  hint: {
    en: 'Takes the mean off each input and divides it by its standard deviation',
    ko: '입력마다 평균을 빼고 표준편차로 나눈다',
  },
  effect: 'restart',
  initial: false,
};
