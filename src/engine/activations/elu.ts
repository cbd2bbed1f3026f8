import * as float64 from '../numerics/float64.ts';
import { elu as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const elu: Activation = {
  name: 'elu',
  words: { en: 'ELU', ko: 'ELU' },
  line: {
    en: 'ReLU with a smooth bend: what is negative goes to −1, as eᶻ − 1.',
    ko: '부드럽게 꺾이는 ReLU. 음수는 eᶻ − 1을 따라 −1로 다가간다.',
  },
  range: { middle: 0, low: null, high: null },
  curve: (z) => (z > 0 ? z : float64.exp(z) - 1),
  slopes: true,
  record: (tape, z) => record(tape, z, 1, 1),
};
