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

/** The pictures of every row, which are drawn part by part. */
export interface PictureRows {
  /** rows × height × width × channels */
  readonly pixels: Float32Array;
  /** Rows that are drawn. */
  readonly done: number;
  /** Draws so many more, as far as there are any. */
  go(rows: number): void;
}

/** Sets aside room for the pictures of every row of a data set; null where its rows are points. */
export const pictureRows = (spec: DataSpec, { ids, rows }: DataSet): PictureRows | null => {
  const { set } = spec;
  if (!isPictureSet(set)) return null;
  const size = sizeOf(pictures[set].shape);
  const pixels = new Float32Array(rows * size);
  const draw = drawerOf(spec, set);
  let done = 0;
  return {
    pixels,
    get done() {
      return done;
    },
    go(more) {
      const end = Math.min(rows, done + more);
      for (; done < end; done++) draw(ids[done]!, pixels, done * size);
    },
  };
};
