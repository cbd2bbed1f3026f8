import { type EarlyStoppingState, type Patience, patienceOf } from '../engine/callbacks/early_stopping.ts';
import type { CallbacksReading } from './callbacks.ts';
import type { Run } from './run.ts';

/** What callbacks have come to by the present moment. */
export const readCallbacks = (run: Run): CallbacksReading => {
  const { counters } = run.trainer;
  const log = run.log.at(counters);
  if (run.lost && run.lost.halt === run.halt) log.push(run.lost.line);
  return { files: run.saves.at(counters), patience: standing(run), log };
};

/** How EarlyStopping stands; at the very end of a fit() as it stood there, though another one has begun. */
const standing = ({ trainer }: Run): Patience | null => {
  const { counters, settings } = trainer;
  const { fit, step } = counters;
  const states = fit.ended?.step === step ? fit.ended.states : fit.states;
  for (const [i, spec] of (settings.callbacks ?? []).entries()) {
    const state = states[i];
    if (spec.type === 'EarlyStopping' && state && 'stopped_epoch' in state) {
      return patienceOf(spec, state as EarlyStoppingState);
    }
  }
  return null;
};
