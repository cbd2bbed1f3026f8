import { categoricalCrossentropy, categoricalCrossentropyOfLogits } from '../ops/losses.ts';
import type { Compared, Loss } from './loss.ts';
import type { Tape } from '../tape.ts';

/** Both categorical losses compute the same; they differ in how the answers are written. */
export const recordCategorical = (tape: Tape, { output, logits, activation, answers }: Compared) =>
  activation === 'softmax'
    ? categoricalCrossentropyOfLogits(tape, logits, output, answers)
    : categoricalCrossentropy(tape, output, answers);

export const categorical_crossentropy: Loss = {
  name: 'categorical_crossentropy',
  words: { en: 'categorical cross-entropy', ko: '범주형 교차 엔트로피' },
  line: {
    en: 'For several classes, when answers are one-hot (to_categorical).',
    ko: '다중분류에 쓴다. 정답이 원핫인코딩(to_categorical)일 때.',
  },
  answers: 'one-hot',
  record: recordCategorical,
};
