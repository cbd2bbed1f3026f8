import * as float64 from '../numerics/float64.ts';
import { sigmoid as record } from '../ops/pointwise.ts';
import type { Activation } from './activation.ts';

export const sigmoid: Activation = {
  name: 'sigmoid',
  words: { en: 'sigmoid', ko: '시그모이드(sigmoid)' },
  line: {
    en: 'A step made smooth: a threshold that has a slope.',
    ko: '계단을 부드럽게 만든 것. 역치가 있으면서 기울기도 있다.',
  },
  range: { middle: 0.5, low: 0, high: 1 },
  curve: float64.sigmoid,
  slopes: true,
  record,
};
