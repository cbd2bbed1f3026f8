import type { Shape } from '../../../engine/shape.ts';
import type { ShapedLayer } from '../../../experiment/widths.ts';
import { type Text, fill } from '../../../text.ts';
import { cellOf } from '../../../experiment/cells.ts';
import { words } from './words.ts';

/** Layers that pass each number on at its place. */
const PASSES = new Set(['Dropout', 'Activation', 'BatchNormalization', 'Rescaling']);

/** The layer that what comes into a layer was made by, but for those that pass numbers on at their places. */
const madeBy = (layers: readonly ShapedLayer[], layer: number): ShapedLayer | undefined => {
  let at = layer - 1;
  while (at >= 0 && PASSES.has(layers[at]?.spec.type ?? '')) at--;
  return layers[at];
};

/** The maps that lie flat in the list that comes into a layer; null where it is no such list. */
export const flatMapsInto = (layers: readonly ShapedLayer[], layer: number): Shape | null => {
  const from = madeBy(layers, layer);
  return from?.spec.type === 'Flatten' && from.inputShape.length === 3 ? from.inputShape : null;
};

/** What a number that comes into a layer is: a cell of a flattened map, a pixel, a neuron, or the so-manieth value. */
export const originOf = (layers: readonly ShapedLayer[], layer: number, input: number): Text => {
  const from = madeBy(layers, layer);
  const maps = flatMapsInto(layers, layer);
  if (maps) {
    const { row, column, map } = cellOf(input, maps);
    return from?.index === 0
      ? fill(words.fromPixel, { row, column })
      : fill(words.fromMap, { n: map + 1, row, column });
  }
  return fill(from?.spec.type === 'Dense' ? words.fromNeuron : words.fromValue, { n: input + 1 });
};
