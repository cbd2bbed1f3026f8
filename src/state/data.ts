import { useMemo } from 'react';
import { type DataSet, dataSet, trainingRows } from '../data/data.ts';
import { type LayerSpec, parametersOf } from '../engine/layers/index.ts';
import { useDesign } from './experiment.ts';

/** The rows on the screen, edits that are on their way to the trainer included. */
export const useDataSet = (): DataSet => {
  const { data } = useDesign();
  return useMemo(() => dataSet(data), [data]);
};

/** How many rows, from the first, are trained on; the rest is validation. */
export const useTrainingRows = (): number => {
  const { data, fit } = useDesign();
  return useMemo(() => trainingRows(data, fit.validation_split), [data, fit.validation_split]);
};

/** A layer with its shape. */
export interface ShapedLayer {
  readonly id: number;
  readonly index: number;
  readonly spec: LayerSpec;
  readonly inputs: number;
  readonly units: number;
  readonly parameters: number;
}

/** The layers of the model with their shapes, first to last. */
export const useModel = (): readonly ShapedLayer[] => {
  const { model } = useDesign();
  return useMemo(() => shapes(model.layers), [model]);
};

const shapes = (specs: readonly LayerSpec[]): readonly ShapedLayer[] => {
  let inputs = 2;
  return specs.map((spec, index) => {
    const { units } = spec;
    const shaped = { id: spec.id, index, spec, inputs, units, parameters: parametersOf(spec, [inputs]) };
    inputs = units;
    return shaped;
  });
};
