import { softmax as record } from '../ops/softmax.ts';
import type { Activation } from './activation.ts';

export const softmax: Activation = {
  name: 'softmax',
  words: { en: 'softmax', ko: '소프트맥스(softmax)' },
  line: { en: 'A probability per class; they add up to 1.', ko: '클래스마다 확률, 합은 1.' },
  range: { middle: 0.5, low: 0, high: 1 },
  curve: null,
  slopes: true,
  record,
};
