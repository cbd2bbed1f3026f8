import { keyframeOf } from '../engine/index.ts';
import type { Moment, Saved } from './frame.ts';
import { epochPoint, type Run } from './run.ts';

/** Keyframes that go with a saved run, and the numbers they may hold together (4 MB). */
const KEPT = 32;
const NUMBERS = 1e6;

/** What a reload needs to open a run where it stands. */
export const savedOf = (run: Run): Saved => {
  const { trainer, history, curve, marks } = run;
  const now = momentOf(keyframeOf(trainer));
  const past = history.keyframes.filter(({ counters }) => counters.step < now.counters.step);
  const most = Math.min(KEPT, Math.floor(NUMBERS / Math.max(1, now.state.length)));
  return {
    now,
    past: spread(past, most).map(momentOf),
    curve: curve.read(trainer.counters.cursor === 0 ? { ...epochPoint(run), kept: false } : null),
    marks,
  };
};

const momentOf = ({ counters, state }: ReturnType<typeof keyframeOf>): Moment => ({
  counters: { ...counters },
  state: Float32Array.from(state),
});

/** At most so many of a list: the newest, then ever further apart. */
const spread = <Item>(list: readonly Item[], most: number): Item[] => {
  const kept: Item[] = [];
  let at = list.length - 1;
  for (let gap = 1; at >= 0 && kept.length < most; gap = Math.ceil(gap * 1.3)) {
    kept.unshift(list[at]!);
    at -= gap;
  }
  return kept;
};
