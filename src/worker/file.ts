import { keyframeOf, withoutSlots } from '../engine/index.ts';
import type { Moment, SavedModel } from './frame.ts';
import { runBeside } from './create.ts';
import { advance, type Run } from './run.ts';
import { momentOf } from './saved.ts';
import { putAt } from './seek.ts';

/**
 * The most that is trained again for one file: updates, and numbers (weights × rows of a batch, summed over them).
 * About twenty seconds' worth; a run has keyframes nearer than that, a record from elsewhere may claim anything.
 */
export const MOST_UPDATES = 200_000;
export const MOST_NUMBERS = 4e9;

/**
 * Lets others have their turn where it is time for it; false if the file is no longer wanted. Asked after every update.
 */
export type Rest = () => Promise<boolean> | true;

/**
 * What ModelCheckpoint saved last under a name by the present moment of a run; null if it saved nothing under it, or so
 * long ago that it is forgotten or too far to be trained to again. None of it is held: a run beside this one is trained
 * to that moment again, from the nearest keyframe before it.
 */
export const fileOf = async (run: Run, name: string, rest: Rest = () => true): Promise<SavedModel | null> => {
  const save = run.saves.find(name, run.trainer.counters);
  if (!save) return null;
  const { epoch, step, edits, weightsOnly } = save;
  const found: Float32Array[] = [];
  // Of edits after it none: the moment is as those before it have it.
  const until = { ...run.experiment, edits: run.experiment.edits.slice(0, edits) };
  const spare = runBeside(until, (what, trainer) => {
    const { counters } = trainer;
    const there = counters.step === step && counters.edits === edits;
    if (there && what.kind === 'saved' && what.name === name) found.push(momentOf(keyframeOf(trainer)).state);
  });
  if ('refused' in spare) return null;
  putAt(spare, run.history.before(step - 1));
  if (isFar(spare, step)) return null;
  while (spare.trainer.counters.step < step) {
    if (!advance(spare, 'batch')) return null;
    const going = rest();
    if (going !== true && !(await going)) return null;
  }
  const state = found.at(-1);
  if (!state) return null;
  // Its weights are those of the very moment; all else is as it came to be there: the end of the epoch and of the fit()
  // are behind it, but what that end put back is not in it.
  const here = momentOf(keyframeOf(spare.trainer));
  const { counters } = here;
  const { fit } = counters;
  const whole: Moment = {
    counters: fit.ended?.step === step ? { ...counters, fit: { ...fit, ended: null } } : counters,
    state,
  };
  const same = state.every((value, i) => Object.is(value, here.state[i]));
  const { model } = spare.trainer.settings;
  return {
    name,
    epoch,
    step,
    weightsOnly,
    edits,
    moment: weightsOnly ? fresh(whole, withoutSlots(model, state)) : whole,
    replays: same && !weightsOnly && run.origin === null,
  };
};

const isFar = ({ trainer: { settings, counters } }: Run, step: number): boolean => {
  const rows = Math.min(settings.batchSize, settings.rows.count);
  const updates = step - counters.step;
  return updates > MOST_UPDATES || updates * settings.model.ranges.count * rows > MOST_NUMBERS;
};

/** Weights alone meet an optimizer that begins anew, with its own learning rate. */
const fresh = ({ counters }: Moment, state: Float32Array): Moment => ({
  counters: { ...counters, began: counters.step, fit: { ...counters.fit, rate: null } },
  state,
});
