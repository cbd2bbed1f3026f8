import { restore, train } from '../engine/index.ts';
import { designAt } from '../experiment/apply.ts';
import { addEdit } from '../experiment/edits.ts';
import type { Patch } from '../experiment/experiment.ts';
import type { StepSize } from './frame.ts';
import { advance, applyDue, note, type Run, take } from './run.ts';

/** Puts a run at a step, exactly as it was there: from the nearest keyframe before it, by training again. */
export const seek = (run: Run, step: number, phases = 0): void => {
  // Strictly before, so that the loss of the batch and epoch that led here is computed again too.
  goBack(run, Math.max(0, step - 1));
  while (run.trainer.counters.step < step && advance(run, 'batch'));
  forgetWay(run);
  showPhases(run, phases);
};

/** What would have stopped a run on its way is no reason to stop on the way back to it. */
const forgetWay = (run: Run): void => {
  run.halt = null;
  run.rounds.forget();
};

/** One phase, batch or epoch back; at the very start nothing happens. */
export const back = (run: Run, size: StepSize): void => {
  const { counters, phase, settings } = run.trainer;
  if (size === 'epoch')
    return seekEpoch(run, counters.cursor > 0 || phase > 0 ? counters.epoch : counters.epoch - 1);
  if (size === 'batch')
    return phase > 0 ? seek(run, counters.step) : seek(run, Math.max(0, counters.step - 1));
  if (phase > 0) return seek(run, counters.step, phase - 1);
  if (counters.step > 0) seek(run, counters.step - 1, 2 * settings.model.layers.length + 1);
};

/** Puts a run at the end of an epoch (0: the start). */
const seekEpoch = (run: Run, epoch: number): void => {
  if (epoch <= 0) return seek(run, 0);
  const { keyframes } = run.history;
  const from = keyframes.findLast(({ counters }) => counters.epoch < epoch) ?? keyframes[0]!;
  goBack(run, from.counters.step);
  while (run.trainer.counters.epoch < epoch && advance(run, 'epoch'));
  forgetWay(run);
};

/** Loads the nearest keyframe at or before a step. */
const goBack = (run: Run, step: number): void => {
  const keyframe = run.history.before(step);
  run.trainer.phase = 0;
  take(run, designAt(run.experiment, keyframe.counters.edits));
  restore(run.trainer, keyframe);
  run.noted = keyframe.counters.step;
  run.settled = false;
  applyDue(run);
};

/** Does the first phases of the next batch. */
const showPhases = (run: Run, phases: number): void => {
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
  const edited = addEdit(run.experiment, edits, step, patch);
  const past = edited.edits.length - 1;
  run.history.cut(step, past);
  run.curve.cut(step);
  run.marks = run.marks.filter((mark) => mark.step <= step);
  run.newest = { step, epoch: counters.epoch, edits: past };
  run.halt = null;
  const merged = past < edits;
  if (merged) {
    // Edits at one step are one: it is applied again as a whole, to the design before it.
    run.curve.takeBack(step);
    run.marks = run.marks.filter((mark) => mark.step < step || mark.kind !== 'edit');
  }
  if (merged && patch.compile?.optimizer && patch.compile.optimizer.type !== optimizer) {
    // The slots that the edit before it let go are needed again: the step is reached once more, as a replay will.
    run.experiment = edited;
    seek(run, step);
  } else {
    if (merged) {
      run.experiment = { ...edited, edits: edited.edits.slice(0, past) };
      takeBefore(run);
    }
    run.experiment = edited;
    counters.edits = past;
    applyDue(run);
  }
  note(run);
  showPhases(run, phases);
  return { step, applied: edits };
};

/** Brings the design before the edits at this step into force, and the counters if those edits ended an epoch. */
const takeBefore = (run: Run): void => {
  const { cursor, step } = run.trainer.counters;
  const rows = run.setup.train.count;
  take(run, designAt(run.experiment, run.experiment.edits.length));
  if (cursor === 0 && step > 0 && rows < run.setup.train.count) seek(run, step);
};

/**
 * A run whose next loss is not a finite number goes back to the last step whose loss and weights were: it stands
 * there, and `halt` says where it broke.
 */
export const retreat = (run: Run): void => {
  const { step, epoch } = run.trainer.counters;
  const layer = firstBroken(run);
  let good = Math.max(0, step - 1);
  seek(run, good);
  while (good > 0 && !finite(run)) seek(run, --good);
  run.history.cut(run.trainer.counters.step);
  run.curve.cut(run.trainer.counters.step);
  run.halt = { kind: 'diverged', epoch, step, layer };
  run.marks = run.marks.filter((mark) => mark.step <= run.trainer.counters.step);
  const { counters } = run.trainer;
  run.newest = { step: counters.step, epoch: counters.epoch, edits: counters.edits };
};

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
