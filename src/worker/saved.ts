import { keyframeOf, spread } from '../engine/index.ts';
import type { Moment, Saved } from './frame.ts';
import { epochPoint } from './points.ts';
import type { Run } from './run.ts';

/** Keyframes that go with a saved run, and the numbers they may hold together (4 MB). */
const KEPT = 32;
const NUMBERS = 1e6;

/** What a reload needs to open a run where it stands. */
export const savedOf = (run: Run): Saved => {
  const { trainer, history, curve, marks, log, saves, newest, origin } = run;
  const now = momentOf(keyframeOf(trainer));
  const past = history.keyframes.filter(
    (keyframe) => keyframe !== origin && keyframe.counters.step < now.counters.step,
  );
  const most = Math.min(KEPT, Math.floor(NUMBERS / Math.max(1, now.state.length)));
  const tail = trainer.counters.cursor === 0 && newest.step === now.counters.step;
  return {
    now,
    ...(origin && { origin }),
    past: spread(past, most).map(momentOf),
    newest,
    curve: curve.read(tail ? { ...epochPoint(run, null), kept: false } : null),
    marks,
    log: log.all(),
    files: saves.all(),
  };
};

/** A keyframe as it leaves the worker. */
export const momentOf = ({ counters, state }: ReturnType<typeof keyframeOf>): Moment => ({
  counters: { ...counters },
  state: Float32Array.from(state),
});
