import { inputShape } from '../data/inputs.ts';
import { fittingStarts } from './apply.ts';
import type { Design, Patch } from './experiment.ts';

/**
 * A layer at another place, counted from 0; the output layer stays last, and the others close up. Null where it cannot go
 * there or is there already. Whether each layer takes what then comes is for the checks to say.
 */
export const moveLayer = (
  { data, model }: Pick<Design, 'data' | 'model'>,
  id: number,
  to: number,
): Patch | null => {
  const { layers } = model;
  const from = layers.findIndex((layer) => layer.id === id);
  const layer = layers[from];
  const last = layers.length - 1;
  if (!layer || from === last || to === from || to < 0 || to >= last) return null;
  const moved = layers.toSpliced(from, 1).toSpliced(to, 0, layer);
  return { model: { layers: fittingStarts(moved, inputShape(data)) } };
};

/** The place that a layer takes when it is put into a gap between layers: gap 0 is before the first. */
export const placeIn = (gap: number, from: number): number => (gap > from ? gap - 1 : gap);
