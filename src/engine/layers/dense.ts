import { type ActivationName, activations } from '../activations/index.ts';
import type { ChoiceField, NumberField } from '../fields.ts';
import { linear } from '../ops/linear.ts';
import { type Layer, type Placed, weightAt } from './layer.ts';
import { noAxis } from './refusals.ts';
import { activationField, count, type Weighted, weightedFields } from './settings.ts';
import { kernelAndBias } from './weights.ts';

export interface DenseSpec extends Placed, Weighted {
  readonly type: 'Dense';
  readonly units: number;
  readonly activation: ActivationName;
}

const units = count('units', { en: 'units', ko: '뉴런(units)' }, 4, 128);
const activation = activationField('tanh');

/** output = activation(input · kernel + bias) over the last axis, as keras.layers.Dense. */
export const Dense: Layer<DenseSpec> & {
  readonly units: NumberField;
  readonly activation: ChoiceField<ActivationName>;
} = {
  name: 'Dense',
  words: { en: 'Dense', ko: '완전연결층(Dense)' },
  line: {
    en: 'Every unit is connected to every number that comes in.',
    ko: '모든 뉴런이 들어오는 모든 값과 이어진다.',
  },
  fields: [units, activation, ...weightedFields],
  units,
  activation,
  create: (id) => ({ type: 'Dense', id, units: units.initial, activation: activation.initial }),
  outputShape: (spec, input) =>
    input.length === 0 ? noAxis('Dense', 'dense', input, 'min_ndim=2') : [...input.slice(0, -1), spec.units],
  weights: (spec, input) => {
    const inputs = input.at(-1) ?? 0;
    return kernelAndBias(spec, [inputs, spec.units], inputs, spec.units);
  },
  record: (tape, spec, weights, input) => {
    const bias = (spec.use_bias ?? true) ? weightAt('Dense', weights, 1) : null;
    const sums = linear(tape, input, weightAt('Dense', weights, 0), bias);
    return { sums, output: activations[spec.activation].record(tape, sums), activation: spec.activation };
  },
};
