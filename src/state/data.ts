import { useMemo } from 'react';
import { type DataSet, type DataSpec, dataSet, trainingRows } from '../data/data.ts';
import { type Inputs, inputsOf } from '../data/inputs.ts';
import type { PictureSet } from '../data/pictures/index.ts';
import { sets } from '../data/sets/index.ts';
import { type ShapedLayer, shapedLayers } from '../experiment/widths.ts';
import { useDesign } from './experiment.ts';

/** Many panels read the same rows. */
const made = new WeakMap<DataSpec, DataSet>();
const rowsOf = (data: DataSpec): DataSet => {
  const known = made.get(data) ?? dataSet(data);
  made.set(data, known);
  return known;
};

/** The rows on the screen, edits that are on their way to the trainer included. */
export const useDataSet = (): DataSet => rowsOf(useDesign().data);

/** How many rows, from the first, are trained on; the rest is validation. */
export const useTrainingRows = (): number => {
  const { data, fit } = useDesign();
  return useMemo(() => trainingRows(data, fit.validation_split), [data, fit.validation_split]);
};

/** What goes into the network. */
export const useInputs = (): Inputs => {
  const { data, fit } = useDesign();
  return useMemo(
    () => inputsOf(data, rowsOf(data), trainingRows(data, fit.validation_split)),
    [data, fit.validation_split],
  );
};

/** The layers of the model with their shapes, first to last. */
export const useModel = (): readonly ShapedLayer[] => {
  const { data, model } = useDesign();
  return useMemo(() => shapedLayers({ data, model }), [data, model]);
};

/** What the rows are, where they are pictures; null where they are points. */
export const usePictures = (): PictureSet | null => sets[useDesign().data.set].picture ?? null;
