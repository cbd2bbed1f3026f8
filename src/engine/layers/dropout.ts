import type { NumberField } from '../fields.ts';
import { dropout } from '../ops/dropout.ts';
import { type Layer, passed, type Placed } from './layer.ts';

export interface DropoutSpec extends Placed {
  readonly type: 'Dropout';
  /** The chance of each number to be dropped, 0 to 1. */
  readonly rate: number;
}

const rate: NumberField = {
  kind: 'number',
  name: 'rate',
  words: { en: 'rate', ko: '끄는 비율(rate)' },
  effect: 'keep',
  initial: 0.5,
  min: 0,
  max: 1,
  step: 0.1,
};

/** Sets a random share of the numbers to 0, in training only, and scales up the others, as keras.layers.Dropout. */
export const Dropout: Layer<DropoutSpec> = {
  name: 'Dropout',
  words: { en: 'Dropout', ko: 'Dropout' },
  line: { en: 'Switches some numbers off at random while training.', ko: '학습할 때 일부를 무작위로 끈다.' },
  fields: [rate],
  create: (id) => ({ type: 'Dropout', id, rate: rate.initial }),
  outputShape: (_spec, input) => input,
  weights: () => [],
  record: (tape, spec, _weights, input) => passed(dropout(tape, input, spec.rate, spec.id)),
};
