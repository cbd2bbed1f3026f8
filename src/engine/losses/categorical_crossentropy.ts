import type { Tensor } from '../arena.ts';
import { categoricalCrossentropy, categoricalCrossentropyOfLogits } from '../ops/losses.ts';
import { smooth } from '../ops/regression.ts';
import { softmax } from '../ops/softmax.ts';
import type { Tape } from '../tape.ts';
import { fromLogits, labelSmoothing } from './fields.ts';
import type { Compared, Loss } from './loss.ts';

/** Both categorical losses compute the same; they differ in how the answers are written. */
export const recordCategorical = (
  tape: Tape,
  { output, logits, activation, settings }: Compared,
  t: Tensor,
): Tensor => {
  // A softmax is joined with the loss whatever from_logits says, as Keras does on TensorFlow.
  if (activation === 'softmax') return categoricalCrossentropyOfLogits(tape, logits, output, t);
  if (settings.from_logits) return categoricalCrossentropyOfLogits(tape, output, softmax(tape, output), t);
  return categoricalCrossentropy(tape, output, t);
};

export const categorical_crossentropy: Loss = {
  name: 'categorical_crossentropy',
  words: { en: 'categorical cross-entropy', ko: '범주형 교차 엔트로피' },
  line: {
    en: 'For several classes, when answers are one-hot (to_categorical).',
    ko: '다중분류에 쓴다. 정답이 원핫인코딩(to_categorical)일 때.',
  },
  fields: [fromLogits, labelSmoothing],
  answers: 'one-hot',
  joins: 'softmax',
  record: (tape, compared) => {
    const { answers, settings } = compared;
    const smoothing = settings.label_smoothing ?? labelSmoothing.initial;
    const classes = answers.shape[1]!;
    const t = smoothing > 0 ? smooth(tape, answers, smoothing, smoothing / classes) : answers;
    return recordCategorical(tape, compared, t);
  },
};
