import { type ActivationName, activations } from '../activations/index.ts';
import type { Layer, Placed } from './layer.ts';
import { activationField } from './settings.ts';

export interface ActivationSpec extends Placed {
  readonly type: 'Activation';
  readonly activation: ActivationName;
}

const activation = activationField('relu');

/** An activation as a layer of its own, as keras.layers.Activation. */
export const Activation: Layer<ActivationSpec> = {
  name: 'Activation',
  words: { en: 'Activation', ko: '활성화함수(Activation)' },
  line: { en: 'Applies an activation and nothing else.', ko: '활성화함수만 거친다.' },
  more: true,
  fields: [activation],
  create: (id) => ({ type: 'Activation', id, activation: activation.initial }),
  outputShape: (_spec, input) => input,
  weights: () => [],
  record: (tape, spec, _weights, input) => ({
    sums: input,
    output: activations[spec.activation].record(tape, input),
    activation: spec.activation,
  }),
};
