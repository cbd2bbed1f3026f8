import { classOf, largest, type Metric, meanOf, type RowValue } from './metric.ts';

/** One row: 1 if it is answered rightly. One output answers 1 above 0.5; of several the largest answers. */
const row: RowValue = (outputs, answers, at, units) => {
  if (units === 1) return (outputs[at]! > 0.5 ? 1 : 0) === answers[at]! ? 1 : 0;
  return largest(outputs, at, units) === classOf(answers, at, units) ? 1 : 0;
};

/** Keras resolves "accuracy" by outputs and answers (keras.src.trainers.compile_utils.get_metric). */
export const accuracy: Metric & { readonly row: RowValue } = {
  name: 'accuracy',
  words: { en: 'accuracy', ko: '정확도(accuracy)' },
  line: { en: 'The share of right answers.', ko: '맞은 답의 비율.' },
  resolved: (answers, units) => {
    if (units === 1) return 'binary_accuracy';
    return answers === 'one-hot' ? 'categorical_accuracy' : 'sparse_categorical_accuracy';
  },
  direction: 'max',
  fields: [],
  row,
  meter: meanOf(row),
};
