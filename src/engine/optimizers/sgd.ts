import type { NumberField } from '../fields.ts';
import type { Optimizer } from './optimizer.ts';

export interface SGDSpec {
  readonly type: 'SGD';
  readonly learning_rate: number;
  readonly momentum: number;
}

const learning_rate: NumberField = {
  kind: 'number',
  name: 'learning_rate',
  words: { en: 'The learning rate', ko: '학습률' },
  effect: 'keep',
  initial: 0.01,
  min: 0,
  above: true,
  max: 100,
  step: 0.01,
};

const momentum: NumberField = {
  kind: 'number',
  name: 'momentum',
  words: { en: 'The momentum', ko: '관성(momentum)' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 0.999,
  step: 0.1,
};

/** velocity = momentum · velocity − rate · gradient; weight = weight + velocity (keras.optimizers.SGD, nesterov off) */
export const SGD: Optimizer<SGDSpec> & { readonly rate: NumberField; readonly momentum: NumberField } = {
  name: 'SGD',
  words: { en: 'SGD (stochastic gradient descent)', ko: 'SGD(확률적 경사하강법)' },
  fields: [learning_rate, momentum],
  rate: learning_rate,
  momentum,
  slots: 1,
  update: (kernels, spec, { weights, gradients, slots, count }) =>
    kernels.momentumStep(weights, gradients, slots, count, spec.learning_rate, spec.momentum),
};
