import { sets } from '../data/sets/index.ts';
import { foresee, part } from '../part.ts';
import type { TrainerFace } from '../worker/frame.ts';
import { trainer } from './trainer.ts';

/** Files that pictures come in, once an experiment names some or a person brings them. */
export const importing = part(() => import('./imported.ts'));

/** Starts an experiment in the trainer, which needs to know the pictures that it names, if it does. */
export const start: TrainerFace['start'] = async (experiment, options) => {
  const { asset, set } = experiment.data;
  if (sets[set].picture) foresee('pictures');
  const missing = asset ? await (await importing.fetch()).provide(asset) : null;
  if (missing) return { run: 0, left: null, refused: missing };
  return trainer().start(experiment, options);
};
