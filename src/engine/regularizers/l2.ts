import { factor } from './factor.ts';
import type { Regularizer } from './regularizer.ts';

export interface L2Spec {
  readonly type: 'L2';
  /** 0.01 where it is not named, as in Keras. */
  readonly l2?: number;
}

const l2 = factor('l2', 0.01);

export const L2: Regularizer<L2Spec> = {
  name: 'L2',
  words: { en: 'L2', ko: 'L2 규제' },
  line: {
    en: 'Adds l2 · Σw² to the loss: no weight grows large.',
    ko: '손실에 l2 · Σw²를 더한다. 가중치가 커지지 않는다.',
  },
  fields: [l2],
  penalty: (spec) => ({ l1: 0, l2: spec.l2 ?? l2.initial }),
};
