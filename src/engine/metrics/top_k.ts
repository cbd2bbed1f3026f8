import { largest, type Metric, meanOf } from './metric.ts';

/** Keras's k where none is given. */
const K = 5;

/** Is the right class among the five largest outputs? Ties count for it (keras.ops.in_top_k on JAX). */
export const top_k_categorical_accuracy: Metric = {
  name: 'top_k_categorical_accuracy',
  words: { en: 'top-5 accuracy', ko: '상위 5개 정확도' },
  line: {
    en: 'The share of rows whose class is among the 5 largest outputs.',
    ko: '정답 클래스가 출력이 가장 큰 5개 안에 든 비율.',
  },
  resolved: (answers) =>
    answers === 'integer' ? 'sparse_top_k_categorical_accuracy' : 'top_k_categorical_accuracy',
  meter: meanOf((outputs, answers, at, units) => {
    const own = outputs[at + largest(answers, at, units)]!;
    let above = 0;
    for (let unit = 0; unit < units; unit++) if (outputs[at + unit]! > own) above += 1;
    return above < K ? 1 : 0;
  }),
};
