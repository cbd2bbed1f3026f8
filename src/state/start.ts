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
  if (asset) await (await importing.fetch()).provide(asset);
  return trainer().start(experiment, options);
};
