import type { NumberField, SwitchField } from '../fields.ts';
import type { Text } from '../../text.ts';

/** Fields that several optimizers have. Limits are ours: they keep what can be typed within what can be computed. */

export const learningRate = (initial: number): NumberField => ({
  kind: 'number',
  name: 'learning_rate',
  words: { en: 'The learning rate', ko: '학습률' },
  effect: 'keep',
  initial,
  min: 0,
  above: true,
  max: 100,
  step: initial,
});

export const momentumField: NumberField = {
  kind: 'number',
  name: 'momentum',
  words: { en: 'The momentum', ko: '관성(momentum)' },
  hint: { en: 'the share of the last move that is kept', ko: '지난 이동량에서 남기는 비율' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 0.999,
  step: 0.1,
};

/** A share below 1 of what was remembered, e.g. beta_1. */
export const memory = (name: string, initial: number, hint: Text, more?: true): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko: name },
  hint,
  effect: 'keep',
  initial,
  min: 0,
  max: 0.999999,
  step: 0.01,
  ...(more && { more }),
});

export const epsilon: NumberField = {
  kind: 'number',
  name: 'epsilon',
  words: { en: 'epsilon', ko: 'epsilon' },
  hint: { en: 'keeps the divisor above 0', ko: '나누는 수가 0이 되지 않게 한다' },
  effect: 'keep',
  initial: 1e-7,
  min: 0,
  above: true,
  max: 1,
  step: 1e-7,
  more: true,
};

export const switchField = (name: string, hint: Text): SwitchField => ({
  kind: 'switch',
  name,
  words: { en: name, ko: name },
  hint,
  effect: 'keep',
  initial: false,
  more: true,
});

const limit = (name: string, hint: Text): NumberField => ({
  kind: 'number',
  name,
  words: { en: name, ko: name },
  hint,
  effect: 'keep',
  initial: 1,
  min: 0,
  above: true,
  max: 1_000_000,
  step: 0.1,
  optional: true,
  more: true,
});

export const weightDecay: NumberField = {
  kind: 'number',
  name: 'weight_decay',
  words: { en: 'weight_decay', ko: 'weight_decay' },
  hint: {
    en: 'each update also shrinks every weight by η × this share',
    ko: '갱신할 때마다 모든 가중치를 η × 이 비율만큼 줄인다',
  },
  effect: 'keep',
  initial: 0.004,
  min: 0,
  max: 1,
  step: 0.001,
  optional: true,
  more: true,
};

/** Of these only one can be set, as in Keras. */
export const clips = {
  clipnorm: limit('clipnorm', {
    en: 'longest gradient of one weight tensor',
    ko: '가중치 텐서 하나의 기울기 길이 상한',
  }),
  clipvalue: limit('clipvalue', { en: 'largest slope of one weight', ko: '가중치 하나의 기울기 상한' }),
  global_clipnorm: limit('global_clipnorm', {
    en: 'longest gradient of all weights together',
    ko: '모든 가중치를 합한 기울기 길이 상한',
  }),
};

/** What every optimizer has after its own settings. */
export const common: readonly NumberField[] = [weightDecay, ...Object.values(clips)];
