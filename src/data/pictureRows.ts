import { sizeOf } from '../engine/shape.ts';
import type { DataSet, DataSpec } from './data.ts';
import { drawing } from './pictures/drawing/index.ts';
import { isPictureSet, pictures } from './pictures/index.ts';

type Drawn = Pick<DataSpec, 'set' | 'noise' | 'seed' | 'settings'>;

/** What can be set of how the pictures of a spec are drawn, by name; what is left out is as it begins. */
export const settingsOf = ({
  noise,
  settings,
}: Pick<DataSpec, 'noise' | 'settings'>): Readonly<Record<string, number>> => ({
  ...settings,
  noise,
});

/** The pixels of one picture of a spec, height × width × channels; where its rows are points there are none. */
export const pictureAt = (spec: Drawn, id: number): Float32Array => {
  const { set, seed } = spec;
  if (!isPictureSet(set)) return new Float32Array(0);
  const pixels = new Float32Array(sizeOf(pictures[set].shape));
  drawing[set](settingsOf(spec), seed, id, pixels, 0);
  return pixels;
};

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
