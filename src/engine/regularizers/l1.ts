import { factor } from './factor.ts';
import type { Regularizer } from './regularizer.ts';

export interface L1Spec {
  readonly type: 'L1';
  /** 0.01 where it is not named, as in Keras. */
  readonly l1?: number;
}

const l1 = factor('l1', 0.01);

export const L1: Regularizer<L1Spec> = {
  name: 'L1',
  words: { en: 'L1', ko: 'L1 규제' },
  line: {
    en: 'Adds l1 · Σ|w| to the loss: weights that are of little use become 0.',
    ko: '손실에 l1 · Σ|w|를 더한다. 별로 쓰이지 않는 가중치는 0이 된다.',
  },
  fields: [l1],
  penalty: (spec) => ({ l1: spec.l1 ?? l1.initial, l2: 0 }),
};
