import type { Text } from '../../text.ts';
import type { NumberField } from '../fields.ts';

/** What is added to the loss for the size of weights: l1 · Σ |w| + l2 · Σ w². */
export interface Penalty {
  readonly l1: number;
  readonly l2: number;
}

export interface Regularizer<Spec> {
  readonly name: string;
  readonly words: Text;
  /** What it does, in one line. */
  readonly line: Text;
  readonly fields: readonly NumberField[];
  readonly penalty: (spec: Spec) => Penalty;
}
