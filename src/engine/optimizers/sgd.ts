import { common, learningRate, momentumField, switchField } from './fields.ts';
import type { Common, Optimizer } from './optimizer.ts';

export interface SGDSpec extends Common {
  readonly type: 'SGD';
  readonly momentum: number;
  readonly nesterov?: boolean;
}

const rate = learningRate(0.01);

/** velocity = momentum · velocity − rate · gradient; weight = weight + velocity (keras.optimizers.SGD) */
export const SGD: Optimizer<SGDSpec> & { readonly momentum: typeof momentumField } = {
  name: 'SGD',
  words: { en: 'SGD (stochastic gradient descent)', ko: 'SGD(확률적 경사하강법)' },
  line: {
    en: 'Moves each weight by −η × slope; with momentum part of the last move is added.',
    ko: '가중치를 −η × 기울기만큼 옮긴다. momentum을 주면 지난 이동량의 일부를 더한다.',
  },
  fields: [
    rate,
    momentumField,
    switchField('nesterov', {
      en: 'takes the slope’s share once more after the momentum (Nesterov)',
      ko: '관성으로 옮긴 뒤 기울기 몫을 한 번 더 더한다(네스테로프)',
    }),
    ...common,
  ],
  rate,
  momentum: momentumField,
  slots: ['momentum'],
  update: (kernels, { momentum, nesterov }, { weights, gradients, slots, count }, eta) =>
    nesterov && momentum !== 0
      ? kernels.nesterovStep(weights, gradients, slots, count, eta, momentum)
      : kernels.momentumStep(weights, gradients, slots, count, eta, momentum),
};
