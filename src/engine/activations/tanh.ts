import * as float64 from '../numerics/float64.ts';
import { tanh as record } from '../ops/pointwise.ts';
import type { Activation } from './activation.ts';

export const tanh: Activation = {
  name: 'tanh',
  words: { en: 'tanh', ko: 'tanh' },
  line: { en: 'Between −1 and 1.', ko: '−1과 1 사이.' },
  range: { middle: 0, low: -1, high: 1 },
  curve: float64.tanh,
  slopes: true,
  record,
};
