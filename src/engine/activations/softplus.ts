import * as float64 from '../numerics/float64.ts';
import { softplus as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const softplus: Activation = {
  name: 'softplus',
  words: { en: 'softplus', ko: 'softplus' },
  line: {
    en: 'log(1 + eᶻ): a ReLU with a smooth bend, always above 0.',
    ko: 'log(1 + eᶻ). 부드럽게 꺾이는 ReLU이고 항상 0보다 크다.',
  },
  range: { middle: 0, low: 0, high: null },
  curve: (z) => (z > 0 ? z : 0) + float64.log1p(float64.exp(-Math.abs(z))),
  slopes: true,
  record,
};
