import * as float64 from '../numerics/float64.ts';
import { silu as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const silu: Activation = {
  name: 'silu',
  words: { en: 'SiLU (swish)', ko: 'SiLU(swish)' },
  line: {
    en: 'z times sigmoid(z): a ReLU with a soft bend that dips a little below 0.',
    ko: 'z에 sigmoid(z)를 곱한다. 0 아래로 살짝 내려갔다 올라오는 부드러운 ReLU.',
  },
  range: { middle: 0, low: null, high: null },
  curve: (z) => z * float64.sigmoid(z),
  slopes: true,
  record,
};
