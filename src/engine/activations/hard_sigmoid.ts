import { hardSigmoid as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const hard_sigmoid: Activation = {
  name: 'hard_sigmoid',
  words: { en: 'hard sigmoid', ko: 'hard sigmoid' },
  line: {
    en: 'A sigmoid of three straight lines: z/6 + 0.5, held within 0 and 1.',
    ko: '직선 세 개로 그린 sigmoid. z/6 + 0.5를 0과 1 사이로 자른다.',
  },
  range: { middle: 0.5, low: 0, high: 1 },
  curve: (z) => Math.min(Math.max(z + 3, 0), 6) / 6,
  slopes: true,
  record,
};
