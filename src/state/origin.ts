import type { Experiment } from '../experiment/experiment.ts';
import type { Curve, Moment, Saved } from '../worker/frame.ts';
import { type Branch, useWork } from './store.ts';
import { trainer } from './trainer.ts';

/** The updates that had been made where the run on the screen begins. */
export const useBeginning = (): number => useWork((now) => now.origin?.counters.step ?? 0);

/** A moment to take a run up at. */
export interface SavedRun {
  readonly saved: Saved;
  /** The branches that it has. */
  readonly branches?: readonly Branch[];
  /** Left out: the branches that the run on the screen then joins; those on the screen, if these are left out too. */
  readonly among?: readonly Branch[];
}

/** A run as it is where it is taken up at a moment that it does not come by itself: nothing lies before it. */
export const beginningAt = (origin: Moment, curve: Curve = NO_CURVE): Saved => {
  const { step, epoch, edits } = origin.counters;
  return { now: origin, origin, past: [], newest: { step, epoch, edits }, curve, marks: [] };
};

/** The same for an experiment that the run on the screen starts over with, where not all of it is drawn anew. */
export const carriedOver = async (next: Experiment, again: boolean): Promise<Saved | null> => {
  const frozen = next.model.layers.some(({ trainable }) => trainable === false);
  if (!frozen && !(again && useWork.getState().origin)) return null;
  const origin = await trainer().carried(next, again);
  return origin && beginningAt(origin);
};

const NO_CURVE: Curve = {
  epoch: new Float64Array(0),
  step: new Float64Array(0),
  loss: new Float32Array(0),
  val_loss: new Float32Array(0),
  wrong: new Float32Array(0),
};
