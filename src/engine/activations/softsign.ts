import { softsign as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const softsign: Activation = {
  name: 'softsign',
  words: { en: 'softsign', ko: 'softsign' },
  line: {
    en: 'z / (1 + |z|): between −1 and 1 like tanh, but slower to get there.',
    ko: 'z / (1 + |z|). tanh처럼 −1과 1 사이지만 더 천천히 다가간다.',
  },
  range: { middle: 0, low: -1, high: 1 },
  curve: (z) => z / (1 + Math.abs(z)),
  slopes: true,
  record,
};
