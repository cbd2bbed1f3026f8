import { leakyRelu as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

export const leaky_relu: Activation = {
  name: 'leaky_relu',
  words: { en: 'leaky ReLU', ko: 'leaky ReLU' },
  line: {
    en: 'ReLU that lets a fifth of what is negative through (0.2 z), so that no neuron dies.',
    ko: '음수도 5분의 1만큼(0.2z) 통과시키는 ReLU. 그래서 죽는 뉴런이 없다.',
  },
  range: { middle: 0, low: null, high: null },
  curve: (z) => (z < 0 ? 0.2 * z : z),
  slopes: true,
  record: (tape, z) => record(tape, z, 0.2),
};
