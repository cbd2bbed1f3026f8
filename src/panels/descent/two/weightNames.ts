import type { ShapedLayer } from '../../../experiment/widths.ts';
import { useInputs, useModel } from '../../../state/data.ts';
import { useFrame } from '../../../state/run.ts';
import type { WeightPlace } from '../../../worker/landscape/landscape.ts';
import { layerName, unitName, weightName } from '../../network/names.ts';
import type { Text } from '../../../text.ts';

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
  /** "w₁" of a single neuron; else "x₁→h₂", "b→h₂" for a bias; of other layers "Conv2D 17". */
  readonly nameOf: (place: WeightPlace) => string;
}

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
      const name = neurons ? layerName(index, model.length) : { en: spec.type, ko: spec.type };
      return count > 0 ? [{ layer: index, name, count }] : [];
    }),
    count: counts.reduce((sum, count) => sum + count, 0),
    nameOf: (place) => weightWords(model, names, place),
  };
};

const weightWords = (
  model: readonly ShapedLayer[],
  inputs: readonly string[],
  { layer, at }: WeightPlace,
): string => {
  const own = model[layer];
  if (own?.spec.type !== 'Dense') return `${own?.spec.type ?? ''} ${at + 1}`;
  const [input, unit] = [Math.floor(at / own.units), at % own.units];
  const isBias = input === own.inputs;
  if (model.length === 1 && own.units === 1) return isBias ? 'b' : weightName(input, own.inputs);
  const units = model.map((one) => one.units);
  const from = isBias ? 'b' : unitName(layer - 1, input, units, inputs);
  return `${from}→${unitName(layer, unit, units, inputs)}`;
};
