import { relu as record } from '../ops/pointwise.ts';
import type { Activation } from './activation.ts';

export const relu: Activation = {
  name: 'relu',
  words: { en: 'ReLU', ko: 'ReLU' },
  line: {
    en: 'Negative becomes 0, positive stays. Its slope is 1, so the gradient survives.',
    ko: '음수는 0, 양수는 그대로. 기울기가 1이라 잘 사라지지 않는다.',
  },
  range: { middle: 0, low: 0, high: null },
  curve: (z) => (z > 0 ? z : 0),
  slopes: true,
  record,
};
