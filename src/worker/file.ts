import { keyframeOf, withoutSlots } from '../engine/index.ts';
import type { Moment, SavedModel } from './frame.ts';
import { advance, type Run, startRun } from './run.ts';
import { momentOf } from './saved.ts';
import { putAt } from './seek.ts';

/** Beyond every moment: nothing is drawn or written of a run that is only looked at. */
const FAR = { step: Infinity, epoch: Infinity, edits: Infinity };

/**
 * What ModelCheckpoint saved last under a name by the present moment of a run; null if it saved nothing under it, or so
 * long ago that it is forgotten. None of it is held: a run beside this one is trained to that moment again, from the
 * nearest keyframe before it.
 */
export const fileOf = (run: Run, name: string): SavedModel | null => {
  const save = run.saves.find(name, run.trainer.counters);
  if (!save) return null;
  const { epoch, step, edits, weightsOnly } = save;
  const found: Float32Array[] = [];
  // Of edits after it none: the moment is as those before it have it.
  const until = { ...run.experiment, edits: run.experiment.edits.slice(0, edits) };
  const spare = startRun(0, until, null, (what, trainer) => {
    const { counters } = trainer;
    const there = counters.step === step && counters.edits === edits;
    if (there && what.kind === 'saved' && what.name === name) found.push(momentOf(keyframeOf(trainer)).state);
  });
  if ('refused' in spare) return null;
  spare.newest = FAR;
  putAt(spare, run.history.before(step - 1));
  while (spare.trainer.counters.step < step && advance(spare, 'batch'));
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

/** Weights alone meet an optimizer that begins anew, with its own learning rate. */
const fresh = ({ counters }: Moment, state: Float32Array): Moment => ({
  counters: { ...counters, began: counters.step, fit: { ...counters.fit, rate: null } },
  state,
});
