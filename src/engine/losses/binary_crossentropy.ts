import { binaryCrossentropy, binaryCrossentropyOfLogits } from '../ops/losses.ts';
import { sigmoid } from '../ops/pointwise.ts';
import { smooth } from '../ops/regression.ts';
import { fromLogits, labelSmoothing } from './fields.ts';
import type { Loss } from './loss.ts';

export const binary_crossentropy: Loss = {
  name: 'binary_crossentropy',
  words: { en: 'binary cross-entropy', ko: '이진 교차 엔트로피' },
  line: {
    en: 'For two classes, with one sigmoid output.',
    ko: '이진분류에 쓴다. 출력은 sigmoid 하나.',
  },
  fields: [fromLogits, labelSmoothing],
  answers: 'one-hot',
  joins: 'sigmoid',
  record: (tape, { output, logits, activation, answers, settings }) => {
    const smoothing = settings.label_smoothing ?? labelSmoothing.initial;
    const t = smoothing > 0 ? smooth(tape, answers, smoothing, 0.5 * smoothing) : answers;
    // A sigmoid is joined with the loss whatever from_logits says, as Keras does on TensorFlow.
    if (activation === 'sigmoid') return binaryCrossentropyOfLogits(tape, logits, output, t);
    if (settings.from_logits) return binaryCrossentropyOfLogits(tape, output, sigmoid(tape, output), t);
    return binaryCrossentropy(tape, output, t);
  },
};
