import type { Text } from '../../text.ts';
import type { Field, NumberField } from '../fields.ts';
import type { Kernels } from '../kernels/kernels.ts';

/** Where one weight tensor lies, its gradient, and what the optimizer remembers of each of its numbers. */
export interface Place {
  readonly weights: number;
  readonly gradients: number;
  /** The first of its slots; the next ones lie `stride` elements on each. */
  readonly slots: number;
  readonly stride: number;
  readonly count: number;
}

/** A contiguous range of the arena that holds all parameters, their gradients, or one slot of each. */
export interface Ranges {
  readonly weights: number;
  readonly gradients: number;
  /** The first of `slots` ranges of `count` elements each, one after the other. */
  readonly slots: number;
  readonly count: number;
  /** The weight tensors inside of the range that learn, one by one: clipnorm looks at each by itself. */
  readonly parts: readonly Place[];
}

/** What every optimizer can be asked for besides, as in keras.optimizers.Optimizer. What is left out is off. */
export interface Common {
  readonly learning_rate: number;
  readonly weight_decay?: number;
  /** At most one of the three. */
  readonly clipnorm?: number;
  readonly clipvalue?: number;
  readonly global_clipnorm?: number;
}

/** A kind of optimizer: everything that is known of it, said once. A setting left out of a spec is its field's `initial`. */
export interface Optimizer<Spec> {
  readonly name: string;
  readonly words: Text;
  /** What it does, in one line. */
  readonly line: Text;
  /** The learning rate, then its own settings. */
  readonly fields: readonly Field[];
  readonly rate: NumberField;
  /** weight_decay where a spec says nothing; absent: none. */
  readonly decay?: number;
  /** True where a move depends on how many were made before it, besides on its rate. */
  readonly counts?: true;
  /** The names of what it remembers for each weight, as Keras calls them; all begin with 0. */
  readonly slots: readonly string[];
  /**
   * Moves the weights of one tensor by its gradient. `rate` is the learning rate of this update, `step` its number,
   * counted from 1 since the optimizer began.
   */
  update(kernels: Kernels, spec: Spec, place: Place, rate: number, step: number): void;
}
