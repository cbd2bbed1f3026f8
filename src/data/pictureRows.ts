import { sizeOf } from '../engine/shape.ts';
import type { DataSet, DataSpec } from './data.ts';
import { drawImported } from './imported.ts';
import { drawing } from './pictures/drawing/index.ts';
import { isPictureSet, pictures, type PictureSetName } from './pictures/index.ts';

type Drawn = Pick<DataSpec, 'set' | 'noise' | 'seed' | 'settings' | 'asset'>;

/** What can be set of how the pictures of a spec are drawn, by name; what is left out is as it begins. */
export const settingsOf = ({
  noise,
  settings,
}: Pick<DataSpec, 'noise' | 'settings'>): Readonly<Record<string, number>> => ({
  ...settings,
  noise,
});

/** How a picture of a spec is put into pixels: drawn, or taken from files. */
const drawerOf = (
  spec: Drawn,
  set: PictureSetName,
): ((id: number, pixels: Float32Array, at: number) => void) => {
  const { asset, seed } = spec;
  if (asset) return (id, pixels, at) => drawImported(asset, id, pixels, at);
  const settings = settingsOf(spec);
  return (id, pixels, at) => void drawing[set](settings, seed, id, pixels, at);
};

/** The pixels of one picture of a spec, height × width × channels; where its rows are points there are none. */
export const pictureAt = (spec: Drawn, id: number): Float32Array => {
  const { set } = spec;
  if (!isPictureSet(set)) return new Float32Array(0);
  const pixels = new Float32Array(sizeOf(pictures[set].shape));
  drawerOf(spec, set)(id, pixels, 0);
  return pixels;
};

/** The pixels of every row of a data set, rows × height × width × channels; null where its rows are points. */
export const pictureRows = (spec: DataSpec, { ids, rows }: DataSet): Float32Array | null => {
  const { set } = spec;
  if (!isPictureSet(set)) return null;
  const size = sizeOf(pictures[set].shape);
  const pixels = new Float32Array(rows * size);
  const draw = drawerOf(spec, set);
  ids.forEach((id, row) => draw(id, pixels, row * size));
  return pixels;
};
