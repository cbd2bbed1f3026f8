import { evaluate } from '../../engine/index.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { shapedLayers } from '../../experiment/widths.ts';
import type { Text } from '../../text.ts';
import { createBuffers } from '../buffers.ts';
import { look } from '../probes/index.ts';
import { advanceMany, note, type Run, startRun } from '../run.ts';
import { batchesToEpoch, retreat } from '../seek.ts';
import type { EpochEnd, Side } from './comparison.ts';

/** One of the two, with its run: the very one that the experiment has by itself. */
export interface Learner {
  readonly run: Run;
  readonly parameters: number;
  readonly ends: EpochEnd[];
  begun: number;
  imported: Side['imported'];
}

/** Batches are made in one go for about so many milliseconds. */
const GO = 4;
/** Bytes that the moments of a run may take, which are kept to go back from. */
const KEPT = 16 * 2 ** 20;

/** Starts an experiment, or says why it cannot be. `id`: the number that the run goes by. */
export const learner = (id: number, experiment: Experiment): Learner | { readonly refused: Text } => {
  const run = startRun(id, experiment, null);
  if ('refused' in run) return run;
  // A moment is kept at the end of an epoch, where no time is taken: copies must not count as learning.
  run.every = Number.POSITIVE_INFINITY;
  run.history.allow(KEPT);
  const parameters = shapedLayers(experiment).reduce((sum, layer) => sum + layer.parameters, 0);
  return { run, parameters, ends: [endOf(run, 0)], begun: 0, imported: null };
};

/** The rows that a run is judged by. */
export const judgedRows = ({ setup }: Run) => setup.validation ?? setup.train;

const endOf = (run: Run, took: number): EpochEnd => {
  const { weights: _ofTraining, ...rows } = judgedRows(run);
  const { loss, right } = evaluate(run.trainer.settings.model, rows, []);
  return { loss, accuracy: right / rows.count, took };
};

/** Goes on to the end of the epoch, a few milliseconds at a time: only these are counted. */
export function* learnEpoch(side: Learner, now: () => number): Generator<void, void> {
  const { run } = side;
  const { trainer } = run;
  const { epoch } = trainer.counters;
  let took = 0;
  let atOnce = 1;
  while (trainer.counters.epoch === epoch && run.halt === null) {
    const { step } = trainer.counters;
    const left = batchesToEpoch(trainer, epoch + 1);
    const began = now();
    const well = advanceMany(run, Math.min(left, atOnce));
    const passed = now() - began;
    if (!well) retreat(run);
    took += passed;
    const made = trainer.counters.step - step;
    atOnce = Math.max(1, Math.floor(Math.max(0, made) * Math.min(2, GO / passed)));
    side.begun = trainer.counters.cursor / run.setup.train.count;
    yield;
  }
  side.begun = 0;
  // Of an epoch in which the loss was lost there is no end.
  if (trainer.counters.epoch === epoch) return;
  side.ends.push(endOf(run, took));
  note(run);
}

/** Counts the digits from files that are answered rightly, piece by piece. */
export function* countImported(side: Learner, hash: string): Generator<void, void> {
  const buffers = createBuffers();
  for (;;) {
    const { imported } = look(side.run, [{ kind: 'imported', hash }], buffers);
    if (!imported) return;
    const { right, rows, of } = imported;
    if (rows === of) side.imported = { right, of };
    if (rows === of) return;
    yield;
  }
}
