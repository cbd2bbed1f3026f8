import type { Failure } from '../engine/callbacks/index.ts';
import {
  batchesOfEpoch,
  type Counters,
  countersOf,
  type Keyframe,
  restore,
  takeCounters,
  terminated,
  train,
  type Trainer,
} from '../engine/index.ts';
import { designAt } from '../experiment/apply.ts';
import { addEdit } from '../experiment/edits.ts';
import type { Patch } from '../experiment/experiment.ts';
import type { Halt, StepSize } from './frame.ts';
import { isFollowed } from './lately.ts';
import { shows } from './patches.ts';
import { advanceMany, applyDue, type Goal, note, type Run, take } from './run.ts';

/**
 * Puts a run at a step, exactly as it was there: from the nearest keyframe before it, by training again. Before its
 * beginning there is nothing: it stands there then.
 */
export const seek = (run: Run, step: number, phases = 0): void => {
  head(run, { step, epoch: 0, phases });
  while (run.goal) approach(run, Number.POSITIVE_INFINITY);
};

/**
 * Sets a run on its way to a moment: it stands at the nearest one before it that is known, or stays where it is if that
 * is nearer; approach() does the rest.
 */
export const head = (run: Run, goal: Goal): void => {
  const { trainer, history } = run;
  const { counters } = trainer;
  // Strictly before, so that the loss of the batch and epoch that led there is computed again too.
  const nearest = history.keyframes.findLast((keyframe) => isBefore(keyframe.counters, toMeet(run, goal)));
  const from = nearest ?? history.keyframes[0]!;
  run.goal = goal;
  run.halt = null;
  if (!isBefore(counters, goal) || counters.step < from.counters.step) return putAt(run, from);
  // Nothing but the update changes the state: of a batch that was begun nothing is left.
  trainer.phase = 0;
  run.settled = false;
  // A run that was just taken up has not met the edits of its moment yet.
  applyDue(run);
};

/** Of a small network the last two updates before a moment are made again: what they find is compared. */
const toMeet = ({ trainer }: Run, goal: Goal): Goal =>
  isFollowed(trainer) ? { ...goal, step: goal.step - 1, epoch: goal.epoch - 1 } : goal;

/** Goes on towards its goal by at most so many batches. False where a loss was lost on the way, as by advance(). */
export const approach = (run: Run, batches: number): boolean => {
  const { goal, trainer } = run;
  if (!goal) return true;
  const left = batchesTo(run, goal);
  // The last two updates are made one by one where both are to be met.
  const most = left > 1 && isFollowed(trainer) ? left - 1 : left;
  const well = !isBefore(trainer.counters, goal) || advanceMany(run, Math.min(batches, most));
  // What would have stopped a run on its way is no reason to stop on the way back to it.
  run.halt = null;
  run.rounds.forget();
  if (well && isBefore(trainer.counters, goal)) return true;
  run.goal = null;
  if (!well) return false;
  showPhases(run, goal.phases);
  run.halt = goal.halt ?? null;
  return true;
};

const isBefore = ({ step, epoch }: Pick<Counters, 'step' | 'epoch'>, goal: Goal): boolean =>
  step < goal.step || epoch < goal.epoch;

/** Batches to a goal, as far as the present settings can tell. */
const batchesTo = ({ trainer }: Run, { step, epoch }: Goal): number =>
  Math.max(step - trainer.counters.step, batchesToEpoch(trainer, epoch));

/** Batches to the end of an epoch, the first of them being 1; none if it is over. */
export const batchesToEpoch = (trainer: Trainer, epoch: number): number => {
  const { counters, settings } = trainer;
  const more = epoch - counters.epoch - 1;
  if (more < 0) return 0;
  const whole = Math.ceil(settings.rows.count / settings.batchSize);
  return batchesOfEpoch(trainer) - counters.batch + more * whole;
};

/** The updates that had been made where a run begins: none, unless it was taken up at a moment of its own. */
const beginning = ({ origin }: Run): number => origin?.counters.step ?? 0;

/** A moment that is sought: nothing beyond what was trained to, and no update, which is made by the step after. */
export const goalOf = ({ newest, trainer }: Run, step: number, phases: number): Goal => ({
  step: Math.min(Math.max(0, step), newest.step),
  epoch: 0,
  phases: step > newest.step ? 0 : Math.min(phases, 2 * trainer.settings.model.layers.length + 1),
});

/** The moment one phase, batch or epoch before the present one; null at the very start. */
export const earlier = (run: Run, size: StepSize): Goal | null => {
  const { counters, phase, settings } = run.trainer;
  const { step, epoch, cursor } = counters;
  if (size === 'epoch') {
    const whole = cursor > 0 || phase > 0 ? epoch : epoch - 1;
    return { step: 0, epoch: Math.max(0, whole), phases: 0 };
  }
  if (size === 'batch') return { step: phase > 0 ? step : Math.max(0, step - 1), epoch: 0, phases: 0 };
  if (phase > 0) return { step, epoch: 0, phases: phase - 1 };
  if (step <= beginning(run)) return null;
  return { step: step - 1, epoch: 0, phases: 2 * settings.model.layers.length + 1 };
};

/** One phase, batch or epoch back; at the very start nothing happens. */
export const back = (run: Run, size: StepSize): void => {
  const goal = earlier(run, size);
  if (!goal) return;
  head(run, goal);
  while (run.goal) approach(run, Number.POSITIVE_INFINITY);
};

/** Puts a run at a keyframe of its own; edits that are due there are applied. */
export const putAt = (run: Run, keyframe: Keyframe): void => {
  run.trainer.phase = 0;
  // What was computed last belongs to another moment.
  run.trainer.batchRows = 0;
  run.lately.forget();
  take(run, designAt(run.experiment, keyframe.counters.edits));
  restore(run.trainer, keyframe);
  run.noted = keyframe.counters.step;
  run.settled = false;
  applyDue(run);
};

/** Does the first phases of the next batch. */
export const showPhases = (run: Run, phases: number): void => {
  const phased = train(run.trainer, 'phase');
  while (run.trainer.phase < phases && phased.next().value === 'phase');
};

/**
 * Applies a patch that keeps the weights, at the boundary the run stands at. In the middle of a batch that is the
 * start of this batch (nothing but the update changes the state): its phases are done again up to the same one.
 */
export const edit = (run: Run, patch: Patch): { step: number; applied: number } => {
  const { trainer } = run;
  const { counters } = trainer;
  const { step, edits } = counters;
  const phases = trainer.phase;
  trainer.phase = 0;
  const optimizer = run.setup.design.compile.optimizer.type;
  const edited = addEdit(run.experiment, edits, step, patch, run.origin?.counters.edits);
  const past = edited.edits.length - 1;
  run.history.cut(step, past);
  run.curve.cut(step);
  run.log.cut(step, past);
  run.saves.cut(step, past);
  run.marks = run.marks.filter((mark) => mark.step <= step);
  run.newest = { step, epoch: counters.epoch, edits: past };
  run.halt = null;
  if (past < edits) {
    // Edits at one step are one: it is applied again as a whole, to the moment before it.
    if (run.owed) run.owed = null;
    else if (shows(run.experiment.edits[past]!.patch)) run.curve.takeBack(step);
    run.marks = run.marks.filter(
      (mark) => mark.step < step || (mark.kind !== 'edit' && (mark.edits ?? 0) <= past),
    );
    run.experiment = { ...edited, edits: edited.edits.slice(0, past) };
    // The slots that the edit before it let go may be needed again.
    const slots = patch.compile?.optimizer && patch.compile.optimizer.type !== optimizer;
    takeBefore(run, slots === true);
  }
  run.before = countersOf(trainer);
  run.experiment = edited;
  applyDue(run);
  note(run);
  showPhases(run, phases);
  return { step, applied: edits };
};

/**
 * Puts a run back to the moment before the edits at its step, which are no longer in its list. Where more than the
 * counters may have to come back (`far`, or an epoch that those edits ended), or where these are not known, the step
 * is reached once more, as a replay will.
 */
const takeBefore = (run: Run, far: boolean): void => {
  const { counters } = run.trainer;
  const { length } = run.experiment.edits;
  const { before } = run;
  const known = before?.step === counters.step && before.edits === length && before.epoch === counters.epoch;
  if (far || !known) return seek(run, counters.step);
  take(run, designAt(run.experiment, length));
  takeCounters(run.trainer, before);
};

/**
 * A run whose next loss is not a finite number goes back to the last step whose loss and weights were: it stands
 * there, and `halt` says where it broke. Where TerminateOnNaN is on, it is that which has stopped the run: Keras's line
 * is the last of the log, but the weights stay finite. (Keras would have made the update: it leaves weights that are
 * no numbers, or puts back those that EarlyStopping has kept.)
 */
export const retreat = (run: Run): void => {
  const { step, epoch } = run.trainer.counters;
  const diverged: Halt = { kind: 'diverged', epoch, step, layer: firstBroken(run) };
  const end = terminated(run.trainer);
  const first = beginning(run);
  let good = Math.max(first, step - 1);
  seek(run, good);
  while (good > first && !finite(run)) seek(run, --good);
  const { counters } = run.trainer;
  run.history.cut(counters.step);
  run.curve.cut(counters.step);
  run.log.cut(counters.step, counters.edits);
  run.saves.cut(counters.step, counters.edits);
  run.marks = run.marks.filter((mark) => mark.step <= counters.step);
  run.halt = end ? terminatedHalt(epoch + 1, end.failure) : diverged;
  run.lost = end && { halt: run.halt, line: end.line };
  run.newest = { step: counters.step, epoch: counters.epoch, edits: counters.edits };
};

const terminatedHalt = (epoch: number, failure: Failure | null): Halt =>
  failure
    ? {
        kind: 'failed',
        epoch,
        text: failure.text,
        ...(failure.keras !== undefined && { keras: failure.keras }),
      }
    : { kind: 'stopped', epoch, by: 'TerminateOnNaN', restored: null };

const finite = (run: Run): boolean => {
  const { arena, ranges } = run.trainer.settings.model;
  return arena.memory.subarray(ranges.weights, ranges.weights + ranges.count).every(Number.isFinite);
};

/** The id of the first layer whose weights or sums of the lost batch are not finite. */
const firstBroken = (run: Run): number | null => {
  const { arena, layers, training } = run.trainer.settings.model;
  const broken = layers.find((layer, index) => {
    const sums = training.recorded[index]!.sums.at;
    const ranges = [
      arena.memory.subarray(layer.at, layer.at + layer.count),
      arena.memory.subarray(sums, sums + run.trainer.batchRows * layer.units),
    ];
    return !ranges.every((range) => range.every(Number.isFinite));
  });
  return broken?.spec.id ?? null;
};
