import { common, epsilon, learningRate, memory, momentumField, switchField } from './fields.ts';
import type { Common, Optimizer } from './optimizer.ts';

export interface RMSpropSpec extends Common {
  readonly type: 'RMSprop';
  readonly rho?: number;
  readonly momentum?: number;
  readonly epsilon?: number;
  readonly centered?: boolean;
}

const rate = learningRate(0.001);
const rho = memory('rho', 0.9, {
  en: 'the share of the mean of squares that is kept',
  ko: '제곱 평균에서 남기는 비율',
});

/** velocity = rho · velocity + (1 − rho) · gradient²; weight −= rate · gradient / √(velocity + epsilon) (keras.optimizers.RMSprop) */
export const RMSprop: Optimizer<RMSpropSpec> = {
  name: 'RMSprop',
  words: { en: 'RMSprop (root mean square)', ko: 'RMSprop(제곱 평균의 제곱근)' },
  line: {
    en: 'Divides each weight’s move by the root of the recent mean of its squared slopes.',
    ko: '최근 기울기 제곱의 평균을 내어 그 제곱근으로 이동량을 나눈다.',
  },
  fields: [
    rate,
    rho,
    { ...momentumField, more: true },
    epsilon,
    switchField('centered', {
      en: 'takes the mean slope’s square off the mean square: the variance',
      ko: '제곱 평균에서 평균의 제곱을 뺀다: 분산',
    }),
    ...common,
  ],
  rate,
  slots: ['velocity', 'momentum', 'average_gradient'],
  update: (kernels, spec, { weights, gradients, slots, stride, count }, eta) =>
    kernels.rmspropStep(
      weights,
      gradients,
      { velocity: slots, moved: slots + stride, average: slots + 2 * stride },
      count,
      eta,
      {
        rho: spec.rho ?? rho.initial,
        momentum: spec.momentum ?? momentumField.initial,
        epsilon: spec.epsilon ?? epsilon.initial,
        centered: spec.centered ?? false,
      },
    ),
};
