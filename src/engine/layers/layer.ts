import type { Text } from '../../text.ts';
import type { ActivationName } from '../activations/index.ts';
import type { Tensor } from '../arena.ts';
import type { Field } from '../fields.ts';
import type { InitializerSpec } from '../initializers/index.ts';
import type { RegularizerSpec } from '../regularizers/index.ts';
import type { Refusal, Shape } from '../shape.ts';
import type { Tape } from '../tape.ts';
import type { Window } from '../window.ts';

/** What every layer of a model has. */
export interface Placed {
  /** A small positive whole number, its own in the model and for life: first weights and masks are keyed by it. */
  readonly id: number;
  /** False keeps its weights, bit for bit; true where it is not named. */
  readonly trainable?: boolean;
}

/** One weight tensor of a layer: its Keras name, shape, first values and fans. */
export interface WeightShape {
  readonly name: string;
  readonly shape: Shape;
  readonly initializer: InitializerSpec;
  readonly fanIn: number;
  readonly fanOut: number;
  /** What its size adds to the loss. */
  readonly regularizer?: RegularizerSpec;
  /** True for what is not learned by gradients but follows the batches (moving mean and variance). */
  readonly statistic?: boolean;
}

/** What a layer leaves on a tape: its sums before the activation and its output, each (rows, …). */
export interface Recorded {
  readonly sums: Tensor;
  readonly output: Tensor;
  /** What lies between the two: a loss may be computed from the sums where it fits. */
  readonly activation: ActivationName;
}

/**
 * A kind of layer: everything that is known of it, said once. Shapes are those of one row, channels last. The functions
 * after `outputShape` are only called with an input that it takes.
 */
export interface Layer<Spec> {
  readonly name: string;
  readonly words: Text;
  /** What it does, in one line. */
  readonly line: Text;
  /** Kept under "more": a first course does without it. */
  readonly more?: true;
  readonly fields: readonly Field[];
  /** A new layer of this kind, every field at its initial value. */
  create(id: number): Spec;
  /** The shape of what goes out, or why what comes in does not fit. */
  outputShape(spec: Spec, input: Shape): Shape | Refusal;
  /** How its window slides over the pictures that come in; only a layer that has one names it. */
  window?(spec: Spec, input: Shape): Window;
  /** In Keras's order (get_weights). */
  weights(spec: Spec, input: Shape): readonly WeightShape[];
  record(tape: Tape, spec: Spec, weights: readonly Tensor[], input: Tensor): Recorded;
}

/** What a layer without activation leaves. */
export const passed = (output: Tensor): Recorded => ({ sums: output, output, activation: 'linear' });

/** The weight at a place of the list, which must be there. */
export const weightAt = (layer: string, weights: readonly Tensor[], index: number): Tensor => {
  const weight = weights[index];
  if (!weight) {
    throw new Error(
      `${layer}: expected a weight at place ${index}, received ${weights.length} weights. Pass those that weights() names.`,
    );
  }
  return weight;
};
