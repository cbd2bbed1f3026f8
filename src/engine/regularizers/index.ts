import { L1, type L1Spec } from './l1.ts';
import { L1L2, type L1L2Spec } from './l1l2.ts';
import { L2, type L2Spec } from './l2.ts';
import type { Penalty } from './regularizer.ts';

export const regularizers = { L1, L2, L1L2 };
export type RegularizerSpec = L1Spec | L2Spec | L1L2Spec;

/** What a regularizer adds to the loss. */
export const penaltyOf = (spec: RegularizerSpec): Penalty => {
  switch (spec.type) {
    case 'L1':
      return L1.penalty(spec);
    case 'L2':
      return L2.penalty(spec);
    case 'L1L2':
      return L1L2.penalty(spec);
  }
};
