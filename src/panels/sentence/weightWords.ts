import type { Design } from '../../experiment/experiment.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import { same, type Text } from '../../text.ts';
import { unitName, weightName } from '../network/names.ts';
import { isOneNeuron } from './situation.ts';

/**
 * What a weight is called: "w₁", "b"; in a network "w₁ of h₂" and "h₂의 w₁". `at` counts through the kernel of its layer
 * (row-major), then the bias.
 */
export const weightWords = (design: Design, layer: number, at: number): Text => {
  const layers = shapedLayers(design);
  const { units = 1, inputs = 1 } = layers[layer] ?? {};
  const bias = at >= inputs * units;
  const weight = bias ? 'b' : weightName(Math.floor(at / units), inputs);
  if (isOneNeuron(design)) return same(weight);
  const unit = unitName(
    layer,
    at % units,
    layers.map((each) => each.units),
  );
  return { en: `${weight} of ${unit}`, ko: `${unit}의 ${weight}` };
};
