import { activationNames, activations, type ActivationName } from '../activations/index.ts';
import type { ChoiceField, NumberField } from '../fields.ts';
import { linear } from '../ops/linear.ts';
import type { Layer } from './layer.ts';

export interface DenseSpec {
  readonly type: 'Dense';
  /** A small positive whole number, its own in the model and for life: first weights are keyed by it. */
  readonly id: number;
  readonly units: number;
  readonly activation: ActivationName;
  /** First weights set by a preset (kernel row-major, inputs × units) instead of drawn from the seed. */
  readonly start?: { readonly kernel: readonly number[]; readonly bias: readonly number[] };
}

const units: NumberField = {
  kind: 'number',
  name: 'units',
  words: { en: 'units', ko: '뉴런(units)' },
  effect: 'restart',
  initial: 4,
  min: 1,
  max: 64,
  integer: true,
  step: 1,
};

const activation: ChoiceField<ActivationName> = {
  kind: 'choice',
  name: 'activation',
  words: { en: 'activation', ko: '활성화함수' },
  effect: 'keep',
  initial: 'tanh',
  options: activationNames.map((name) => ({
    value: name,
    words: activations[name].words,
    hint: activations[name].line,
  })),
};

/** output = activation(input · kernel + bias), as keras.layers.Dense. */
export const Dense: Layer<DenseSpec> & {
  readonly units: NumberField;
  readonly activation: typeof activation;
} = {
  name: 'Dense',
  words: { en: 'Dense', ko: '완전연결층(Dense)' },
  fields: [units, activation],
  units,
  activation,
  outputWidth: (spec) => spec.units,
  weights: (spec, inputs) => [
    {
      name: 'kernel',
      shape: [inputs, spec.units],
      initializer: 'glorot_uniform',
      fanIn: inputs,
      fanOut: spec.units,
    },
    { name: 'bias', shape: [spec.units], initializer: 'zeros', fanIn: inputs, fanOut: spec.units },
  ],
  parameters: (spec, inputs) => (inputs + 1) * spec.units,
  record: (tape, spec, weights, input) => {
    const [kernel, bias] = weights;
    if (!kernel || !bias) {
      throw new Error(`Dense ${spec.id}: expected two weights, kernel and bias, received ${weights.length}.`);
    }
    const sums = linear(tape, input, kernel, bias);
    return { sums, output: activations[spec.activation].record(tape, sums) };
  },
};
