import { useMemo } from 'react';
import { sizeOf } from '../engine/shape.ts';
import type { Picture, Views } from '../worker/views.ts';
import { useDataSet, usePictures, useTrainingRows } from './data.ts';
import { useShows, useViews } from './run.ts';
import { useView } from './view.ts';

/** The picture that the network is shown at: the drawn one, else the pinned one, else the first that is not trained on. */
export const usePicture = (): Picture => {
  const set = usePictures();
  const { ids, rows } = useDataSet();
  const training = useTrainingRows();
  const drawn = useView((view) => view.drawn);
  const pinned = useView((view) => view.pinned);
  const fits = set !== null && drawn?.length === sizeOf(set.shape);
  const chosen = pinned !== null && ids.includes(pinned) ? pinned : null;
  const first = ids[training < rows ? training : 0] ?? 0;
  const id = chosen ?? first;
  return useMemo(() => (fits && drawn ? { pixels: drawn } : { id }), [fits, drawn, id]);
};

/** What every layer makes of that picture; undefined until the trainer has answered. */
export const useMaps = (): Views['maps'] => {
  const picture = usePicture();
  useShows({ kind: 'maps', picture });
  return useViews().maps;
};
