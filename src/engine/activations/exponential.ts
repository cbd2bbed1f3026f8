import * as float64 from '../numerics/float64.ts';
import { exponential as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const exponential: Activation = {
  name: 'exponential',
  words: { en: 'exponential', ko: '지수함수(exponential)' },
  line: {
    en: 'eᶻ: always above 0, and very large very soon.',
    ko: 'eᶻ. 항상 0보다 크고, 금세 아주 커진다.',
  },
  range: { middle: 0, low: 0, high: null },
  curve: float64.exp,
  slopes: true,
  record,
};
