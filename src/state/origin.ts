import type { Curve, Moment, Saved } from '../worker/frame.ts';
import { useWork } from './store.ts';

/** The updates that had been made where the run on the screen begins. */
export const useBeginning = (): number => useWork((now) => now.origin?.counters.step ?? 0);

/** A run as it is where it is taken up at a moment that it does not come by itself: nothing lies before it. */
export const beginningAt = (origin: Moment, curve: Curve = NO_CURVE): Saved => {
  const { step, epoch, edits } = origin.counters;
  return { now: origin, origin, past: [], newest: { step, epoch, edits }, curve, marks: [] };
};

const NO_CURVE: Curve = {
  epoch: new Float64Array(0),
  step: new Float64Array(0),
  loss: new Float32Array(0),
  val_loss: new Float32Array(0),
  wrong: new Float32Array(0),
};
