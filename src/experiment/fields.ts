import type { NumberField, SwitchField } from '../engine/fields.ts';

/** The settings of fit(), under Keras's names. */
export const fitFields = {
  batch_size: {
    kind: 'number',
    name: 'batch_size',
    words: { en: 'batch_size', ko: 'batch_size' },
    hint: { en: 'Samples looked at together', ko: '한 번에 보는 데이터의 수' },
    effect: 'keep',
    initial: 16,
    min: 1,
    max: 2000,
    integer: true,
    step: 1,
  },
  /** Only where a number is set at all: null runs until paused. */
  epochs: {
    kind: 'number',
    name: 'epochs',
    words: { en: 'epochs', ko: '에포크(epochs)' },
    hint: { en: 'Where the run stops', ko: '학습을 멈추는 곳' },
    effect: 'keep',
    initial: 100,
    min: 1,
    max: 1_000_000,
    integer: true,
    step: 10,
  },
  validation_split: {
    kind: 'number',
    name: 'validation_split',
    words: { en: 'Validation share', ko: '검증 비율' },
    hint: { en: 'The last part of the data', ko: '데이터의 마지막 부분' },
    effect: 'restart',
    initial: 0.2,
    min: 0,
    max: 0.9,
    step: 0.05,
  },
  shuffle: {
    kind: 'switch',
    name: 'shuffle',
    words: { en: 'Shuffle', ko: '섞기(shuffle)' },
    effect: 'keep',
    initial: true,
  },
} as const satisfies Record<string, NumberField | SwitchField>;

/** The seed of the first weights and of the order of the batches. */
export const seedField: NumberField = {
  kind: 'number',
  name: 'seed',
  words: { en: 'Seed of the weights', ko: '가중치 시드' },
  effect: 'restart',
  initial: 1,
  min: 0,
  max: 0xffffffff,
  integer: true,
  step: 1,
};

/** The seed after this one; after the largest comes the smallest. */
export const nextSeed = (seed: number): number => (seed >= seedField.max ? seedField.min : seed + 1);
