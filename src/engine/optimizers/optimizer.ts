import type { Text } from '../../text.ts';
import type { NumberField } from '../fields.ts';
import type { Kernels } from '../kernels/kernels.ts';

/** A contiguous range of the arena that holds all parameters, their gradients, or one slot of each. */
export interface Ranges {
  readonly weights: number;
  readonly gradients: number;
  /** The first of `slots` ranges of `count` elements each, one after the other. */
  readonly slots: number;
  readonly count: number;
}

export interface Optimizer<Spec> {
  readonly name: string;
  readonly words: Text;
  readonly fields: readonly NumberField[];
  /** How many numbers it remembers for each weight. */
  readonly slots: number;
  readonly update: (kernels: Kernels, spec: Spec, ranges: Ranges) => void;
}
