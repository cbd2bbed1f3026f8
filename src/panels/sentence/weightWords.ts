import type { Design } from '../../experiment/experiment.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import { same, type Text } from '../../text.ts';
import type { Conv2DSpec } from '../../engine/layers/conv2d.ts';
import { unitName, weightName } from '../network/names.ts';
import { isOneNeuron } from './situation.ts';

/**
 * What a weight is called: "w₁", "b"; in a network "w₁ of h₂" and "h₂의 w₁". `at` counts through the kernel of its layer
 * (row-major), then the bias.
 */
export const weightWords = (design: Design, layer: number, at: number): Text => {
  const layers = shapedLayers(design);
  const { units = 1, inputs = 1, spec, parameters = 0 } = layers[layer] ?? {};
  if (spec?.type === 'Conv2D') return filterWords(spec, at, parameters);
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

/** "w of filter 3": filters count from 1, as they are drawn; the kernel of every one comes before the biases. */
const filterWords = ({ filters, use_bias }: Conv2DSpec, at: number, parameters: number): Text => {
  const weight = use_bias !== false && at >= parameters - filters ? 'b' : 'w';
  const filter = (at % filters) + 1;
  return { en: `${weight} of filter ${filter}`, ko: `필터 ${filter}의 ${weight}` };
};
