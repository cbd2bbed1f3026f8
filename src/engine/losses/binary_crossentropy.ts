import { binaryCrossentropy, binaryCrossentropyOfLogits } from '../ops/losses.ts';
import type { Loss } from './loss.ts';

export const binary_crossentropy: Loss = {
  name: 'binary_crossentropy',
  words: { en: 'binary cross-entropy', ko: '이진 교차 엔트로피' },
  line: {
    en: 'For two classes, with one sigmoid output.',
    ko: '이진분류에 쓴다. 출력은 sigmoid 하나.',
  },
  answers: 'one-hot',
  record: (tape, { output, logits, activation, answers }) =>
    activation === 'sigmoid'
      ? binaryCrossentropyOfLogits(tape, logits, output, answers)
      : binaryCrossentropy(tape, output, answers),
};
