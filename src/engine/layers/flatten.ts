import { sizeOf } from '../shape.ts';
import { type Layer, passed, type Placed } from './layer.ts';

export interface FlattenSpec extends Placed {
  readonly type: 'Flatten';
}

/** All numbers of a row in one list, in the order they lie in, as keras.layers.Flatten. */
export const Flatten: Layer<FlattenSpec> = {
  name: 'Flatten',
  words: { en: 'Flatten', ko: 'Flatten' },
  line: { en: 'Lays all numbers out in one list.', ko: '1차원으로 편다.' },
  fields: [],
  create: (id) => ({ type: 'Flatten', id }),
  outputShape: (_spec, input) => [sizeOf(input)],
  weights: () => [],
  record: (tape, _spec, _weights, input) => passed(tape.reshape(input, [sizeOf(input.shape.slice(1))])),
};
