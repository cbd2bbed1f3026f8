import type { Logs } from '../engine/callbacks/index.ts';
import { evaluate, type Evaluation } from '../engine/index.ts';
import { same } from '../text.ts';
import type { Point } from './curve.ts';
import type { Mark } from './frame.ts';
import { evaluatedNow, momentKey } from './evaluated.ts';
import { putsOff } from './judging.ts';
import { owe } from './owed.ts';
import { shows } from './patches.ts';
import type { Run } from './run.ts';

/** The time axis: whole epochs and the part of the current one that is used. */
export const epochNow = (run: Run): number => {
  const { epoch, cursor } = run.trainer.counters;
  return epoch + cursor / run.trainer.settings.rows.count;
};

/** Puts the present moment on the curve as it is evaluated now: the start, or the foot of a jump. */
export const putPresent = (run: Run): void => {
  if (putsOff(run)) return owe(run, { kind: 'present' });
  const { train, held } = evaluatedNow(run);
  putEvaluated(run, train, held);
};

/** A point of the curve where nothing was trained since an edit or the start: an evaluation at these weights. */
export const putEvaluated = (run: Run, seen: Evaluation, held: Evaluation | null): void => {
  const epoch = epochNow(run);
  const { step } = run.trainer.counters;
  const wrong = seen.rows - seen.right;
  run.curve.push({ epoch, step, loss: seen.loss, val_loss: held?.loss ?? Number.NaN, wrong, kept: true });
  if (wrong === 0) markSolved(run, epoch, step);
};

/**
 * A point at the end of an epoch: Keras's running mean, and the validation loss at these weights, or as it was logged
 * where weights were put back since.
 */
export const epochPoint = (run: Run, logs: Logs | null): Omit<Point, 'kept'> => {
  const { counters, settings } = run.trainer;
  const { validation } = run.setup;
  const { epochEnd, now } = run.evaluations;
  const ended = epochEnd?.epoch === counters.epoch ? epochEnd : now?.key === momentKey(run) ? now : null;
  const known = logs?.['val_loss'] ?? ended?.held?.loss;
  return {
    epoch: epochNow(run),
    step: counters.step,
    loss: counters.epochLoss,
    val_loss: validation ? (known ?? evaluate(settings.model, validation, []).loss) : Number.NaN,
    wrong: counters.epochWrong,
  };
};

/**
 * The mark "4/4": once between two edits that change what the loss is, at the first moment when all rows were answered
 * rightly. After another rate, say, they still are, and nothing was solved anew.
 */
export const markSolved = (run: Run, epoch: number, step: number): void => {
  const changed = lastChange(run);
  // −1 is no index that arrays are fast at.
  const since = changed > 0 ? (run.experiment.edits[changed - 1]?.step ?? 0) : 0;
  const before = (mark: Mark) => mark.step < since || (mark.edits ?? changed) < changed;
  if (step < since || run.marks.some((mark) => mark.kind === 'solved' && !before(mark))) return;
  const rows = run.setup.train.count;
  run.marks.push({ epoch, step, words: same(`${rows}/${rows}`), kind: 'solved', edits: changed });
};

/** The last edit in force that changed what the loss is, counted from 1; 0 where none did. */
const lastChange = ({ trainer, experiment }: Run): number => {
  // Every epoch passes here: no array is made.
  let edit = trainer.counters.edits;
  while (edit > 0 && !shows(experiment.edits[edit - 1]?.patch ?? {})) edit -= 1;
  return edit;
};
