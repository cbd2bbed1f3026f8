import type { Keyframe } from '../../engine/index.ts';
import { runBeside } from '../create.ts';
import { advanceMany, type Run } from '../run.ts';
import { putAt } from '../seek.ts';
import type { Experiment } from '../../experiment/experiment.ts';

/** The weights of a run after so many updates, in the order of the parameters. */
export interface Passed {
  readonly step: number;
  readonly weights: ArrayLike<number>;
}

/** Moments of a path, and numbers that all of them together take at most; however large a network is, a few. */
const MOST = 128;
const NUMBERS = 4e6;
const FEWEST = 16;
/**
 * A run with so many keyframes is known closely enough. One with fewer is short, because keyframes lie some milliseconds of
 * training apart: its moments in between are trained again.
 */
const KNOWN = 64;
/** Moments that were trained again, by the run: good as long as nothing before them was edited. */
const again = new WeakMap<Run, { experiment: Experiment; moments: Map<number, ArrayLike<number>> }>();

const momentsAgain = (run: Run): Map<number, ArrayLike<number>> => {
  const kept = again.get(run) ?? { experiment: run.experiment, moments: new Map() };
  again.set(run, kept);
  if (kept.experiment !== run.experiment) {
    // What changes the list changes it from its last edit on.
    const from = run.experiment.edits.at(-1)?.step ?? 0;
    for (const step of kept.moments.keys()) if (step >= from) kept.moments.delete(step);
    kept.experiment = run.experiment;
  }
  return kept.moments;
};

const pastOf = ({ history, trainer }: Run): readonly Keyframe[] =>
  history.keyframes.filter(({ counters }) => counters.step < trainer.counters.step);

/** Where moments of a path are wanted: closer together at the beginning, where a run moves fastest. */
const wantedOf = (run: Run): number[] => {
  const { step } = run.trainer.counters;
  const first = run.history.keyframes[0]!.counters.step;
  const { count } = run.trainer.settings.model.ranges;
  const most = Math.min(MOST, Math.max(FEWEST, Math.floor(NUMBERS / Math.max(1, count))));
  const wanted = new Set<number>();
  for (let i = 0; i < most; i++) wanted.add(first + Math.round((step - first) * (i / most) ** 2));
  return [...wanted].filter((one) => one < step);
};

/** The path of a run up to the present moment, whose weights are `here`, oldest first, as closely as it is known. */
export const pathOf = (run: Run, here: ArrayLike<number>): Passed[] => {
  const { ranges, state } = run.trainer.settings.model;
  const from = ranges.weights - state.at;
  const { step } = run.trainer.counters;
  const known = new Map<number, ArrayLike<number>>();
  for (const one of pastOf(run)) {
    known.set(one.counters.step, one.state.subarray(from, from + ranges.count));
  }
  for (const [at, weights] of momentsAgain(run)) if (at < step && !known.has(at)) known.set(at, weights);
  const steps = [...known.keys()].toSorted((a, b) => a - b);
  return [
    ...nearest(steps, wantedOf(run)).map((at) => ({ step: at, weights: known.get(at)! })),
    { step, weights: here },
  ];
};

/** For each of the wanted numbers the nearest of some sorted ones, each once. */
const nearest = (sorted: readonly number[], wanted: readonly number[]): number[] => {
  const found = new Set<number>();
  let i = 0;
  for (const one of wanted) {
    while (i + 1 < sorted.length && Math.abs(sorted[i + 1]! - one) <= Math.abs(sorted[i]! - one)) i += 1;
    if (i < sorted.length) found.add(sorted[i]!);
  }
  return [...found];
};

/** Trains the moments of a short run again that its path lacks, beside the run; true if there were any. */
export function* fillPath(run: Run): Generator<void, boolean> {
  const past = pastOf(run);
  if (past.length >= KNOWN) return false;
  const moments = momentsAgain(run);
  const there = new Set([...past.map(({ counters }) => counters.step), ...moments.keys()]);
  const wanted = wantedOf(run);
  const missing = wanted.filter((step, i) => {
    const room = ((wanted[i + 1] ?? step + 1) - (wanted[i - 1] ?? step - 1)) / 4;
    return ![...there].some((other) => Math.abs(other - step) <= room);
  });
  if (missing.length === 0) return false;
  const beside = runBeside(run.experiment);
  if ('refused' in beside) return false;
  beside.history.allow(0);
  const { counters } = beside.trainer;
  let at = -1;
  for (const step of missing) {
    const before = past.findLast((keyframe) => keyframe.counters.step <= step);
    if (!before) continue;
    if (at < before.counters.step) {
      putAt(beside, before);
      yield;
    }
    while (counters.step < step) {
      if (!advanceMany(beside, step - counters.step)) return true;
      yield;
    }
    at = counters.step;
    const { arena, ranges } = beside.trainer.settings.model;
    moments.set(at, arena.memory.slice(ranges.weights, ranges.weights + ranges.count));
  }
  // As the run goes on others are wanted.
  const kept = new Set(
    nearest(
      [...moments.keys()].toSorted((a, b) => a - b),
      wanted,
    ),
  );
  for (const step of moments.keys()) if (!kept.has(step)) moments.delete(step);
  return true;
}
