import { erf } from '../numerics/erf.ts';
import { gelu as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const gelu: Activation = {
  name: 'gelu',
  words: { en: 'GELU', ko: 'GELU' },
  line: {
    en: 'z times the share of a normal distribution below z: a ReLU with a soft bend.',
    ko: 'z에 정규분포에서 z보다 작을 확률을 곱한다. 부드럽게 꺾이는 ReLU.',
  },
  range: { middle: 0, low: null, high: null },
  curve: (z) => 0.5 * z * (1 + erf(z * Math.SQRT1_2)),
  slopes: true,
  record,
};
