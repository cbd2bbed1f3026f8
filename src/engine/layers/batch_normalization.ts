import type { NumberField, SwitchField } from '../fields.ts';
import { normalization } from '../ops/normalization.ts';
import type { Refusal, Shape } from '../shape.ts';
import { type Layer, passed, type Placed, weightAt, type WeightShape } from './layer.ts';
import { noAxis } from './refusals.ts';
import { trainable } from './settings.ts';

export interface BatchNormalizationSpec extends Placed {
  readonly type: 'BatchNormalization';
  /** 0.99 where it is not named. */
  readonly momentum?: number;
  /** 1e-3 where it is not named. */
  readonly epsilon?: number;
  /** A learned shift (beta) and a learned factor (gamma): true where they are not named. */
  readonly center?: boolean;
  readonly scale?: boolean;
}

const momentum: NumberField = {
  kind: 'number',
  name: 'momentum',
  words: { en: 'momentum', ko: '이동평균의 관성(momentum)' },
  effect: 'keep',
  initial: 0.99,
  min: 0,
  max: 1,
  step: 0.01,
};

const epsilon: NumberField = {
  kind: 'number',
  name: 'epsilon',
  words: { en: 'epsilon', ko: 'epsilon' },
  effect: 'keep',
  more: true,
  initial: 1e-3,
  min: 0,
  above: true,
  max: 1,
  step: 0.001,
};

const learned = (name: string, ko: string): SwitchField => ({
  kind: 'switch',
  name,
  words: { en: name, ko },
  effect: 'restart',
  more: true,
  initial: true,
});

/** Keras takes the batch for the channels and stops at the first weight, which would have no known size. */
const noChannels = ({ center = true, scale = true }: BatchNormalizationSpec, input: Shape): Refusal => {
  const first = scale ? 'gamma' : center ? 'beta' : 'moving_mean';
  return {
    ...noAxis('BatchNormalization', '', input, ''),
    keras: `Shapes used to initialize variables must be fully-defined (no \`None\` dimensions). Received: shape=(None,) for variable path='batch_normalization/${first}'`,
  };
};

/** Gives each channel mean 0 and variance 1 over the batch, then a learned scale, as keras.layers.BatchNormalization. */
export const BatchNormalization: Layer<BatchNormalizationSpec> = {
  name: 'BatchNormalization',
  words: { en: 'BatchNormalization', ko: '배치 정규화(BatchNormalization)' },
  line: {
    en: 'Brings each channel to mean 0 and variance 1 over the batch.',
    ko: '배치 안에서 채널마다 평균 0, 분산 1로 맞춘다.',
  },
  fields: [
    momentum,
    epsilon,
    learned('center', '편향 배우기(center)'),
    learned('scale', '배율 배우기(scale)'),
    trainable,
  ],
  create: (id) => ({ type: 'BatchNormalization', id, momentum: momentum.initial }),
  outputShape: (spec, input) => (input.length === 0 ? noChannels(spec, input) : input),
  weights: ({ center = true, scale = true }, input) => {
    const channels = input.at(-1) ?? 0;
    const shared = { shape: [channels], fanIn: channels, fanOut: channels };
    const gamma: WeightShape = { ...shared, name: 'gamma', initializer: 'ones' };
    const beta: WeightShape = { ...shared, name: 'beta', initializer: 'zeros' };
    return [
      ...(scale ? [gamma] : []),
      ...(center ? [beta] : []),
      { ...shared, name: 'moving_mean', initializer: 'zeros', statistic: true },
      { ...shared, name: 'moving_variance', initializer: 'ones', statistic: true },
    ];
  },
  record: (tape, spec, weights, input) => {
    const { center = true, scale = true } = spec;
    const weight = (index: number) => weightAt('BatchNormalization', weights, index);
    const learnt = Number(scale) + Number(center);
    return passed(
      normalization(tape, input, {
        gamma: scale ? weight(0) : null,
        beta: center ? weight(Number(scale)) : null,
        movingMean: weight(learnt),
        movingVariance: weight(learnt + 1),
        momentum: spec.momentum ?? momentum.initial,
        epsilon: spec.epsilon ?? epsilon.initial,
        frozen: spec.trainable === false,
      }),
    );
  },
};
