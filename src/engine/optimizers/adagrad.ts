import type { NumberField } from '../fields.ts';
import { common, epsilon, learningRate } from './fields.ts';
import type { Common, Optimizer } from './optimizer.ts';

export interface AdagradSpec extends Common {
  readonly type: 'Adagrad';
  readonly initial_accumulator_value?: number;
  readonly epsilon?: number;
}

const rate = learningRate(0.001);

const initialAccumulator: NumberField = {
  kind: 'number',
  name: 'initial_accumulator_value',
  words: { en: 'initial_accumulator_value', ko: 'initial_accumulator_value' },
  hint: { en: 'where the sum of squares starts', ko: '제곱의 합이 시작하는 값' },
  effect: 'keep',
  initial: 0.1,
  min: 0,
  max: 1_000_000,
  step: 0.1,
  more: true,
};

/**
 * weight −= rate · gradient / √(initial + Σ gradient² + epsilon) (keras.optimizers.Adagrad). The slot holds the sum alone, so
 * that where it starts can be changed at any time; Keras's accumulator is initial_accumulator_value more.
 */
export const Adagrad: Optimizer<AdagradSpec> = {
  name: 'Adagrad',
  words: { en: 'Adagrad (adaptive gradient)', ko: 'Adagrad(적응형 경사)' },
  line: {
    en: 'Divides each weight’s move by the root of all its squared slopes so far: what moved much moves less.',
    ko: '지금까지 그 가중치의 기울기 제곱을 모두 더해 제곱근으로 나눈다. 많이 움직인 가중치일수록 덜 움직인다.',
  },
  fields: [rate, initialAccumulator, epsilon, ...common],
  rate,
  slots: ['accumulator'],
  update: (kernels, spec, { weights, gradients, slots, count }, eta) =>
    kernels.adagradStep(
      weights,
      gradients,
      slots,
      count,
      eta,
      spec.initial_accumulator_value ?? initialAccumulator.initial,
      spec.epsilon ?? epsilon.initial,
    ),
};
