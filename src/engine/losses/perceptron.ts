import { perceptronLoss } from '../ops/losses.ts';
import type { Loss } from './loss.ts';

/**
 * mean((ŷ − y)·z) with ŷ held constant. Its slope for a weight is (ŷ − y)·x, so plain SGD with batch 1 is
 * Rosenblatt's rule (Rosenblatt 1958): a wrong point adds or subtracts its input, a right one changes nothing.
 */
export const perceptron: Loss = {
  name: 'perceptron',
  words: { en: 'perceptron rule', ko: '퍼셉트론 규칙' },
  line: {
    en: 'For one step-function neuron, one point at a time: a wrong point adds or subtracts its input. Keras has no such loss.',
    ko: '계단함수 뉴런 하나에, 한 번에 점 하나씩: 틀린 점의 입력을 더하거나 뺀다. Keras에는 없는 손실이다.',
  },
  fields: [],
  answers: 'one-hot',
  record: (tape, { output, logits, answers }) => perceptronLoss(tape, logits, output, answers),
};
