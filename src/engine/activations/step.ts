import { step as record } from '../ops/pointwise.ts';
import type { Activation } from './activation.ts';

export const step: Activation = {
  name: 'step',
  words: { en: 'step function', ko: '계단함수' },
  line: {
    en: '1 if z ≥ 0, else 0. Its slope is 0, so gradient descent cannot teach it. (1 at z = 0 is our convention; Keras has no step function.)',
    ko: 'z ≥ 0이면 1, 아니면 0. 기울기가 0이라 경사하강법으로 배울 수 없다. (z = 0에서 1인 것은 여기서 정한 약속이다. Keras에는 계단함수가 없다.)',
  },
  range: { middle: 0.5, low: 0, high: 1 },
  curve: (z) => (z >= 0 ? 1 : 0),
  slopes: false,
  record,
};
