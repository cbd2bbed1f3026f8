import type { Kernels } from '../kernels/kernels.ts';
import { common, epsilon, learningRate, memory, switchField } from './fields.ts';
import type { Common, Optimizer, Place } from './optimizer.ts';

/** What Adam and AdamW have in common. */
export interface AdamSettings extends Common {
  readonly beta_1?: number;
  readonly beta_2?: number;
  readonly epsilon?: number;
  readonly amsgrad?: boolean;
}

export interface AdamSpec extends AdamSettings {
  readonly type: 'Adam';
}

const rate = learningRate(0.001);
export const beta1 = memory('beta_1', 0.9, {
  en: 'the share of the mean slope that is kept',
  ko: '기울기 평균에서 남기는 비율',
});
const beta2 = memory('beta_2', 0.999, {
  en: 'the share of the mean of squares that is kept',
  ko: '제곱 평균에서 남기는 비율',
});

export const adamFields = [
  rate,
  beta1,
  beta2,
  epsilon,
  switchField('amsgrad', {
    en: 'divides by the largest mean of squares so far',
    ko: '지금까지 가장 컸던 제곱 평균으로 나눈다',
  }),
];
export const adamSlots = ['momentum', 'velocity', 'velocity_hat'];

export const adamUpdate = (
  kernels: Kernels,
  spec: AdamSettings,
  place: Place,
  eta: number,
  step: number,
): void => {
  const { weights, gradients, slots, stride, count } = place;
  kernels.adamStep(
    weights,
    gradients,
    { m: slots, v: slots + stride, top: slots + 2 * stride },
    count,
    eta,
    step,
    {
      beta_1: spec.beta_1 ?? beta1.initial,
      beta_2: spec.beta_2 ?? beta2.initial,
      epsilon: spec.epsilon ?? epsilon.initial,
      amsgrad: spec.amsgrad ?? false,
    },
  );
};

/** Kingma and Ba 2014 in the form of keras.optimizers.Adam; the formula stands at the kernel, adamStep. */
export const Adam: Optimizer<AdamSpec> = {
  name: 'Adam',
  words: { en: 'Adam (adaptive moments)', ko: 'Adam(적응형 모멘트)' },
  line: {
    en: 'Follows the recent mean slope and divides by the root of its recent mean square: about the learning rate a step for every weight.',
    ko: '최근 기울기의 평균을 따르고 최근 제곱 평균의 제곱근으로 나눈다. 어느 가중치든 한 번에 η 정도 움직인다.',
  },
  fields: [...adamFields, ...common],
  rate,
  counts: true,
  slots: adamSlots,
  update: adamUpdate,
};
