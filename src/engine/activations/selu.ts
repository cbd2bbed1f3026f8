import * as float64 from '../numerics/float64.ts';
import { elu as record } from '../ops/curves.ts';
import type { Activation } from './activation.ts';

/** Klambauer et al. 2017; the digits are those of keras.activations.selu. */
const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

export const selu: Activation = {
  name: 'selu',
  words: { en: 'SELU', ko: 'SELU' },
  line: {
    en: 'ELU scaled so that mean 0 and variance 1 stay from layer to layer.',
    ko: '층을 지나도 평균 0, 분산 1이 유지되도록 크기를 맞춘 ELU.',
  },
  range: { middle: 0, low: null, high: null },
  curve: (z) => SCALE * (z > 0 ? z : ALPHA * (float64.exp(z) - 1)),
  slopes: true,
  record: (tape, z) => record(tape, z, ALPHA, SCALE),
};
