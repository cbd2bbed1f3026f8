import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useInputs, useModel } from '../../../state/data.ts';
import { useFrame } from '../../../state/run.ts';
import type { WeightPlace } from '../../../worker/landscape/landscape.ts';
import { placeIn, weightPicture } from '../kernels/picture.ts';
import { layerName, unitName, weightName } from '../../network/names.ts';
import { same, type Text } from '../../../text.ts';

/** A layer that learns, and how many weights and biases it has. */
export interface LearningLayer {
  readonly layer: number;
  readonly name: Text;
  readonly count: number;
}

export interface WeightNames {
  readonly layers: readonly LearningLayer[];
  /** How many weights the network learns. */
  readonly count: number;
  /** Does it take long to measure a loss on all rows? */
  readonly large: boolean;
  /** "w₁" of a single neuron; else "x₁→h₂", "b→h₂" for a bias; of a kernel "1 Conv2D 3 (0, 2)" by filter, row and column, of other layers "2 BatchNormalization · 17". */
  readonly nameOf: (place: WeightPlace) => string;
}

/** A network with more weights than this is measured on some of its rows. */
const LARGE = 2000;

/** What can be learned in the network on the screen, by name; null until a frame tells. */
export const useWeightNames = (): WeightNames | null => {
  const model = useModel();
  const { names } = useInputs();
  const frame = useFrame();
  if (frame?.weights.length !== model.length) return null;
  const counts = frame.weights.map(({ kernel, bias }) => kernel.length + bias.length);
  const neurons = model.filter(({ spec }) => spec.type === 'Dense').length === model.length;
  return {
    layers: model.flatMap(({ index, spec }) => {
      const count = counts[index] ?? 0;
      const name = neurons ? layerName(index, model.length) : same(numbered(index, spec.type));
      return count > 0 ? [{ layer: index, name, count }] : [];
    }),
    count: counts.reduce((sum, count) => sum + count, 0),
    large:
      counts.reduce((sum, count) => sum + count, 0) > LARGE ||
      model.some(({ spec }) => spec.type === 'Conv2D'),
    nameOf: (place) => weightWords(model, names, place),
  };
};

/** A layer by its place in the network and its Keras name. */
const numbered = (index: number, type: string): string => `${index + 1} ${type}`;

const weightWords = (
  model: readonly ShapedLayer[],
  inputs: readonly string[],
  { layer, at }: WeightPlace,
): string => {
  const own = model[layer];
  if (!own) return '';
  const picture = own.spec.type === 'Conv2D' ? weightPicture(model, layer) : null;
  if (picture) {
    const { filter, channel, row, column } = placeIn(picture, at);
    const bias = at >= picture.tall * picture.wide * picture.channels * picture.filters;
    const cell = bias ? 'b' : `(${row}, ${column})`;
    // Filters and channels count from 1, as they are drawn; rows and columns from 0.
    const part = picture.channels > 1 && !bias ? `${filter + 1}·${channel + 1}` : filter + 1;
    return `${numbered(layer, own.spec.type)} ${part} ${cell}`;
  }
  if (own.spec.type !== 'Dense') return `${numbered(layer, own.spec.type)} · ${at + 1}`;
  const [input, unit] = [Math.floor(at / own.units), at % own.units];
  const isBias = input === own.inputs;
  if (model.length === 1 && own.units === 1) return isBias ? 'b' : weightName(input, own.inputs);
  const units = model.map((one) => one.units);
  const from = isBias ? 'b' : unitName(layer - 1, input, units, inputs);
  return `${from}→${unitName(layer, unit, units, inputs)}`;
};
