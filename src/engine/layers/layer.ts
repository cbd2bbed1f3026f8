import type { Text } from '../../text.ts';
import type { Tensor } from '../arena.ts';
import type { Field } from '../fields.ts';
import type { InitializerName } from '../initializers/index.ts';
import type { Tape } from '../tape.ts';

/** One weight tensor of a layer: its Keras name, shape, first values and fans. */
export interface WeightShape {
  readonly name: string;
  readonly shape: readonly number[];
  readonly initializer: InitializerName;
  readonly fanIn: number;
  readonly fanOut: number;
}

/** What a layer leaves on a tape: its sums before the activation and its output, each (rows, units). */
export interface Recorded {
  readonly sums: Tensor;
  readonly output: Tensor;
}

/** A kind of layer: everything that is known of it, said once. `inputs` is the width of what comes in. */
export interface Layer<Spec> {
  readonly name: string;
  readonly words: Text;
  readonly fields: readonly Field[];
  /** The width of what goes out. */
  readonly outputWidth: (spec: Spec, inputs: number) => number;
  readonly weights: (spec: Spec, inputs: number) => readonly WeightShape[];
  readonly parameters: (spec: Spec, inputs: number) => number;
  readonly record: (tape: Tape, spec: Spec, weights: readonly Tensor[], input: Tensor) => Recorded;
}
