import type { ShapedLayer } from '../../../experiment/widths.ts';
import { type Text, fill } from '../../../text.ts';
import { cellOf } from '../../../experiment/cells.ts';
import { words } from './words.ts';

/** Layers that pass each number on at its place. */
const PASSES = new Set(['Dropout', 'Activation', 'BatchNormalization', 'Rescaling']);

/** What a number that comes into a layer is: a cell of a flattened map, a pixel, a neuron, or the so-manieth value. */
export const originOf = (layers: readonly ShapedLayer[], layer: number, input: number): Text => {
  let at = layer - 1;
  while (at >= 0 && PASSES.has(layers[at]?.spec.type ?? '')) at--;
  const from = layers[at];
  if (from?.spec.type === 'Flatten' && from.inputShape.length === 3) {
    const { row, column, map } = cellOf(input, from.inputShape);
    return at === 0
      ? fill(words.fromPixel, { row, column })
      : fill(words.fromMap, { n: map + 1, row, column });
  }
  return fill(from?.spec.type === 'Dense' ? words.fromNeuron : words.fromValue, { n: input + 1 });
};
