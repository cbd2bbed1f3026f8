import { answersFrom, shapedLayers } from '../../experiment/widths.ts';
import { isExactGate } from '../../data/data.ts';
import { isPlainInput } from '../../data/inputs.ts';
import { useModel } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame, useViews } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import type { Weights } from '../../worker/frame.ts';
import { unitGates } from './gates.ts';

/**
 * The weights of each layer of neurons at the playhead, without biases where use_bias is off; null for other layers,
 * before the first frame, and while the frame still belongs to a network of another shape than the one designed.
 */
export const useWeights = (): readonly (Weights | null)[] => {
  const model = useModel();
  const frame = useFrame();
  return model.map(({ spec, inputs, units }, layer) => {
    if (spec.type !== 'Dense') return null;
    const weights = frame?.weights.length === model.length ? frame.weights[layer] : undefined;
    const biases = spec.use_bias === false ? 0 : units;
    return weights?.kernel.length === inputs * units && weights.bias.length === biases ? weights : null;
  });
};

/** Are the data the four exact points of a truth table, untouched? Only then can a unit equal a gate. */
export const useExactGate = (): boolean => {
  const { data } = useDesign();
  return isExactGate(data) && data.changes.length === 0;
};

/** From which layer on nothing is shown of what units give, while predictions are hidden; else beyond the last layer. */
export const useHiddenFrom = (): number => {
  const model = useModel();
  return useView((view) => view.predictionsHidden) ? answersFrom(model) : model.length;
};

/**
 * The gate that each unit equals, by layer and unit; null where it equals none, the data are no gate, or it would tell a
 * hidden prediction.
 */
export const useGates = (weights: readonly (Weights | null)[]): readonly (readonly (string | null)[])[] => {
  const design = useDesign();
  const { points } = useViews();
  const exact = useExactGate();
  const hidden = useHiddenFrom();
  const layers = shapedLayers(design);
  if (!exact) return layers.map(() => []);
  const gates = unitGates(layers, weights, points?.outputs ?? null, isPlainInput(design.data));
  return gates.map((own, layer) => (layer < hidden ? own : []));
};
