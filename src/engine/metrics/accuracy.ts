import type { Metric } from './metric.ts';

/**
 * Keras resolves "accuracy" by the output: one output → binary_accuracy (above 0.5 answers 1), several →
 * categorical accuracy (the largest output answers).
 */
export const accuracy: Metric = {
  name: 'accuracy',
  words: { en: 'accuracy', ko: '정확도(accuracy)' },
  line: { en: 'The share of right answers.', ko: '맞은 답의 비율.' },
  row: (outputs, answers, at, units) => {
    if (units === 1) return (outputs[at]! > 0.5 ? 1 : 0) === answers[at]! ? 1 : 0;
    return largest(outputs, at, units) === largest(answers, at, units) ? 1 : 0;
  },
};

const largest = (values: ArrayLike<number>, at: number, units: number): number => {
  let best = 0;
  for (let unit = 1; unit < units; unit++) if (values[at + unit]! > values[at + best]!) best = unit;
  return best;
};
