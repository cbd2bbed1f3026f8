import { useMemo } from 'react';
import { sizeOf } from '../engine/shape.ts';
import type { Picture, Views } from '../worker/views.ts';
import { useDataSet, useModel, usePictures, useTrainingRows } from './data.ts';
import { useRevealed } from './revealed.ts';
import { useFrame, useShows, useViews } from './run.ts';
import { useTold } from './told.ts';
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

const useMapsAsked = (): void => {
  const picture = usePicture();
  useShows({ kind: 'maps', picture });
};

/** What every layer makes of that picture; undefined until the trainer has answered. */
export const useMaps = (): Views['maps'] => {
  useMapsAsked();
  return useViews().maps;
};

/** The same for words and numbers. */
export const useToldMaps = (): Views['maps'] => {
  useMapsAsked();
  return useTold()?.views.maps;
};

/** Has the batch under way come to the answer: how many classes of it are there, of all? Before that none is told. */
export const useAnswered = (): number => {
  const layers = useModel();
  const phase = useFrame()?.phase?.phase;
  const revealed = useRevealed();
  const last = layers.length - 1;
  if (phase?.kind !== 'forward') return layers[last]?.units ?? 0;
  if ((phase.layer ?? 0) < last) return 0;
  return revealed?.shown ?? layers[last]?.units ?? 0;
};
