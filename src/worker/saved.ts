import { type Keyframe, keyframeOf, spread } from '../engine/index.ts';
import type { Point } from './curve.ts';
import type { Rest } from './fork.ts';
import type { Moment, Saved } from './frame.ts';
import { epochPoint } from './points.ts';
import type { Run } from './run.ts';

/** Keyframes that go with a saved run, and the numbers they may hold together (4 MB). */
const KEPT = 32;
const NUMBERS = 1e6;

/** What a reload needs to open a run where it stands. */
export const savedOf = (run: Run): Saved => {
  const { counters } = run.trainer;
  const tail = counters.cursor === 0 && run.newest.step === counters.step;
  return savedAt(run, keyframeOf(run.trainer), tail ? { ...epochPoint(run, null), kept: false } : null);
};

/** What a run that was left needs to be opened where it came furthest, or at its newest keyframe before that. */
export const reachedOf = (run: Run | Rest): Saved => {
  const newest = run.history.keyframes.at(-1)!;
  return 'trainer' in run && newest.counters.step <= run.trainer.counters.step
    ? savedOf(run)
    : savedAt(run, newest, null);
};

const savedAt = (run: Run | Rest, at: Keyframe, tail: Point | null): Saved => {
  const { history, curve, marks, log, saves, newest, origin } = run;
  const now = momentOf(at);
  const past = history.keyframes.filter(
    (keyframe) => keyframe !== origin && keyframe.counters.step < now.counters.step,
  );
  const most = Math.min(KEPT, Math.floor(NUMBERS / Math.max(1, now.state.length)));
  return {
    now,
    ...(origin && { origin }),
    past: spread(past, most).map(momentOf),
    newest,
    curve: curve.read(tail),
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
