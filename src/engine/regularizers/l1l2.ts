import { factor } from './factor.ts';
import type { Regularizer } from './regularizer.ts';

export interface L1L2Spec {
  readonly type: 'L1L2';
  /** 0 where they are not named, as in Keras. */
  readonly l1?: number;
  readonly l2?: number;
}

const l1 = factor('l1', 0);
const l2 = factor('l2', 0);

export const L1L2: Regularizer<L1L2Spec> = {
  name: 'L1L2',
  words: { en: 'L1 and L2', ko: 'L1·L2 규제' },
  line: {
    en: 'Adds both penalties to the loss: l1 · Σ|w| + l2 · Σw².',
    ko: '손실에 두 가지를 모두 더한다: l1 · Σ|w| + l2 · Σw².',
  },
  fields: [l1, l2],
  penalty: (spec) => ({ l1: spec.l1 ?? l1.initial, l2: spec.l2 ?? l2.initial }),
};
