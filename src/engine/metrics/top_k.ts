import type { NumberField } from '../fields.ts';
import { classOf, type Metric, meanOf } from './metric.ts';

const k: NumberField & { readonly name: 'k' } = {
  kind: 'number',
  name: 'k',
  words: { en: 'k', ko: 'k' },
  hint: { en: 'how many of the largest outputs are looked at', ko: '가장 큰 출력을 몇 개까지 볼지' },
  effect: 'keep',
  initial: 5,
  min: 1,
  max: 1000,
  integer: true,
  step: 1,
  more: true,
};

/** Is the right class among the k largest outputs? Ties count for it (keras.ops.in_top_k on JAX). */
export const top_k_categorical_accuracy: Metric = {
  name: 'top_k_categorical_accuracy',
  words: { en: 'top-k accuracy', ko: '상위 k개 정확도' },
  line: {
    en: 'The share of rows whose class is among the k largest outputs.',
    ko: '정답 클래스가 출력이 가장 큰 k개 안에 든 비율.',
  },
  resolved: (answers) =>
    answers === 'integer' ? 'sparse_top_k_categorical_accuracy' : 'top_k_categorical_accuracy',
  direction: 'max',
  fields: [k],
  meter: (units, settings = {}) => {
    const most = settings.k ?? k.initial;
    return meanOf((outputs, answers, at) => {
      const right = classOf(answers, at, units);
      // A class that has no output comes after all that have one, as in Keras.
      const own = right < 0 ? Number.NEGATIVE_INFINITY : outputs[at + right]!;
      let above = 0;
      for (let unit = 0; unit < units; unit++) if (outputs[at + unit]! > own) above += 1;
      return above < most ? 1 : 0;
    })(units);
  },
};
