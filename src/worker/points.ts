import type { Logs } from '../engine/callbacks/index.ts';
import { evaluate } from '../engine/index.ts';
import { same } from '../text.ts';
import type { Point } from './curve.ts';
import type { Run } from './run.ts';

/** The time axis: whole epochs and the part of the current one that is used. */
export const epochNow = (run: Run): number => {
  const { epoch, cursor } = run.trainer.counters;
  return epoch + cursor / run.trainer.settings.rows.count;
};

/** Puts the present moment on the curve as it is evaluated now: the start, or the foot of a jump. */
export const putPresent = (run: Run): void => {
  const point = presentPoint(run);
  run.curve.push({ ...point, kept: true });
  if (point.wrong === 0) markSolved(run, point.epoch, point.step);
};

/** A point of the curve where nothing was trained since an edit or the start: an evaluation at these weights. */
const presentPoint = (run: Run): Omit<Point, 'kept'> => {
  const { model } = run.trainer.settings;
  const seen = evaluate(model, run.setup.train, []);
  const validation = run.setup.validation && evaluate(model, run.setup.validation, []);
  return {
    epoch: epochNow(run),
    step: run.trainer.counters.step,
    loss: seen.loss,
    val_loss: validation?.loss ?? Number.NaN,
    wrong: seen.rows - seen.right,
  };
};

/**
 * A point at the end of an epoch: Keras's running mean, and the validation loss at these weights, or as it was logged
 * where weights were put back since.
 */
export const epochPoint = (run: Run, logs: Logs | null): Omit<Point, 'kept'> => {
  const { counters, settings } = run.trainer;
  const { validation } = run.setup;
  const { epochEnd } = run.evaluations;
  const ended = epochEnd?.epoch === counters.epoch ? epochEnd.held?.loss : undefined;
  const known = logs?.['val_loss'] ?? ended;
  return {
    epoch: epochNow(run),
    step: counters.step,
    loss: counters.epochLoss,
    val_loss: validation ? (known ?? evaluate(settings.model, validation, []).loss) : Number.NaN,
    wrong: counters.epochWrong,
  };
};

/** The mark "4/4": once between two edits, at the first moment when all rows were answered rightly. */
export const markSolved = (run: Run, epoch: number, step: number): void => {
  const { edits } = run.trainer.counters;
  // Every epoch passes here, and −1 is no index that arrays are fast at.
  const since = edits > 0 ? (run.experiment.edits[edits - 1]?.step ?? 0) : 0;
  if (step < since || run.marks.some((mark) => mark.kind === 'solved' && mark.step >= since)) return;
  const rows = run.setup.train.count;
  run.marks.push({ epoch, step, words: same(`${rows}/${rows}`), kind: 'solved' });
};
