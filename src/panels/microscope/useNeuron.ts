import type { ShapedLayer } from '../../experiment/widths.ts';
import { useInputs, useModel } from '../../state/data.ts';
import { unitName, weightName } from '../network/names.ts';

/** One weight or the bias of a neuron: its place in the layer, its name, and where it comes from (null: the bias). */
export interface Part {
  readonly at: number;
  readonly name: string;
  readonly from: string | null;
  /** Which number goes in, counted from 0; null: the bias. */
  readonly input: number | null;
}

export interface Neuron {
  readonly layer: number;
  readonly unit: number;
  readonly name: string;
  readonly shaped: ShapedLayer;
  /** The names of what goes in. */
  readonly inputs: readonly string[];
  /** Its weights, then its bias where it has one. */
  readonly parts: readonly Part[];
  readonly layers: readonly ShapedLayer[];
  /** What units of a layer are called. */
  readonly nameOf: (layer: number, unit: number) => string;
}

/** A neuron of the network on the screen by its place; null where there is none. */
export const useNeuron = (layer: number, unit: number): Neuron | null => {
  const layers = useModel();
  const { names } = useInputs();
  const shaped = layers[layer];
  if (!shaped || unit >= shaped.units) return null;
  const units = layers.map((one) => one.units);
  const nameOf = (of: number, which: number): string => unitName(of, which, units, names);
  const inputs = Array.from({ length: shaped.inputs }, (_, input) => nameOf(layer - 1, input));
  const dense = shaped.spec.type === 'Dense';
  const biased = shaped.spec.type === 'Dense' && shaped.spec.use_bias !== false;
  const weights: Part[] = dense
    ? inputs.map((from, input) => ({
        at: input * shaped.units + unit,
        name: weightName(input, inputs.length),
        from,
        input,
      }))
    : [];
  const bias: Part = { at: shaped.inputs * shaped.units + unit, name: 'b', from: null, input: null };
  return {
    layer,
    unit,
    name: nameOf(layer, unit),
    shaped,
    inputs,
    parts: biased ? [...weights, bias] : weights,
    layers,
    nameOf,
  };
};
