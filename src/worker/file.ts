import { type Fit, keyframeOf, withoutSlots } from '../engine/index.ts';
import type { Moment, SavedModel } from './frame.ts';
import { advance, type Run, startRun } from './run.ts';
import { momentOf } from './saved.ts';
import { seek } from './seek.ts';

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
  const found: Moment[] = [];
  const spare = startRun(0, run.experiment, null, (what, trainer) => {
    const { counters } = trainer;
    const there = counters.step === step && counters.edits === edits;
    if (there && what.kind === 'saved' && what.name === name) found.push(momentOf(keyframeOf(trainer)));
  });
  if ('refused' in spare) return null;
  spare.newest = FAR;
  spare.history.take(run.history.before(step - 1));
  seek(spare, step - 1);
  while (spare.trainer.counters.step < step && advance(spare, 'batch'));
  const moment = found.at(-1);
  if (!moment) return null;
  const { fit } = spare.trainer.counters;
  // What is saved at the end of a fit() goes on with the next one, without what that end put back.
  const ended = fit.ended?.step === step;
  const whole = ended ? withFit(moment, { ...fit, ended: null }) : moment;
  const { model } = spare.trainer.settings;
  return {
    name,
    epoch,
    step,
    weightsOnly,
    edits,
    moment: weightsOnly ? fresh(whole, withoutSlots(model, whole.state)) : whole,
  };
};

const withFit = ({ counters, state }: Moment, fit: Fit): Moment => ({
  counters: { ...counters, fit },
  state,
});

/** Weights alone meet an optimizer that begins anew, with its own learning rate. */
const fresh = ({ counters }: Moment, state: Float32Array): Moment => ({
  counters: { ...counters, began: counters.step, fit: { ...counters.fit, rate: null } },
  state,
});
