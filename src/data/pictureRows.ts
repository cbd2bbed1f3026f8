import { sizeOf } from '../engine/shape.ts';
import type { DataSet, DataSpec } from './data.ts';
import { drawing } from './pictures/drawing/index.ts';
import { isPictureSet, pictures } from './pictures/index.ts';

/** What can be set of how the pictures of a spec are drawn, by name; what is left out is as it begins. */
export const settingsOf = ({ noise, settings }: DataSpec): Readonly<Record<string, number>> => ({
  ...settings,
  noise,
});

/** The pixels of every row of a data set, rows × height × width × channels; null where its rows are points. */
export const pictureRows = (spec: DataSpec, { ids, rows }: DataSet): Float32Array | null => {
  const { set, seed } = spec;
  if (!isPictureSet(set)) return null;
  const size = sizeOf(pictures[set].shape);
  const pixels = new Float32Array(rows * size);
  const settings = settingsOf(spec);
  ids.forEach((id, row) => drawing[set](settings, seed, id, pixels, row * size));
  return pixels;
};
