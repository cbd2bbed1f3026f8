import { designAt } from '../experiment/apply.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { draw } from './drawn.ts';
import type { Saved } from './frame.ts';
import type { Kept } from './kept.ts';
import { type Run, startRun } from './run.ts';

/**
 * Makes a run that puts off what takes long. Its pictures are drawn with a breath between parts, in which the run that
 * is there goes on; `tell` hears how many there are of how many.
 */
export const prepare = async (
  id: number,
  experiment: Experiment,
  saved: Saved | null,
  breath: () => true | Promise<boolean>,
  tell: (done: number, of: number) => void = () => {},
): Promise<ReturnType<typeof startRun>> => {
  const refused = await draw(designAt(experiment, 0), breath, tell);
  return refused ? { refused } : startRun(id, experiment, saved, true);
};

/**
 * A run that was kept, its pictures drawn anew where nobody has them any more; null where it is not kept, or they are of
 * files that are gone.
 */
export const bringBack = async (
  kept: Kept,
  id: number,
  breath: () => true | Promise<boolean>,
  tell: (done: number, of: number) => void = () => {},
): Promise<Run | null> => {
  const experiment = kept.experiment(id);
  if (!experiment || (await draw(designAt(experiment, 0), breath, tell))) return null;
  return kept.take(id) ?? null;
};
