// Runs that were left: as many whole as there is room for, the others by what they can be computed from again.

import { expect, test } from 'vitest';
import type { CallbackSpec } from '../../src/engine/callbacks/index.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { apply, designAt } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { beginningAt } from '../../src/state/origin.ts';
import { fork, restOf } from '../../src/worker/fork.ts';
import { createKept, weightOf } from '../../src/worker/kept.ts';
import { frameOf } from '../../src/worker/look.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { advance, note, type Run, startRun } from '../../src/worker/run.ts';
import { approach, seek } from '../../src/worker/seek.ts';
import { momentOf } from '../../src/worker/saved.ts';
import { bitsOf, noisy, started } from './runs.ts';

/** A run with a keyframe every four batches, its newest moment among them. */
const trained = (id: number, epochs: number, experiment: Experiment = noisy): Run => {
  const run = startRun(id, experiment, null);
  if ('refused' in run) throw new Error(run.refused.en);
  run.every = 4;
  for (let epoch = 0; epoch < epochs && !run.halt; epoch += 1) advance(run, 'epoch');
  note(run);
  return run;
};

const arrived = (run: Run | undefined): Run => {
  if (!run) throw new Error('The run was to be kept.');
  while (run.goal) approach(run, 5);
  return run;
};

/** All that a frame tells of a run at rest but how many moments it keeps, and its state to the bit. */
const seen = (run: Run) => {
  const { moments: _moments, ...frame } = frameOf(run, [{ kind: 'points' }], createBuffers(), false, 0);
  return { ...frame, bits: bitsOf(run) };
};

const digits: Experiment = {
  ...opening,
  ...apply(apply(designAt(opening, 0), chooseSet(designAt(opening, 0), 'digits')), { data: { points: 40 } }),
};

const EARLY: CallbackSpec = {
  type: 'EarlyStopping',
  patience: 2,
  min_delta: 0.02,
  verbose: true,
  restore_best_weights: false,
};

/** What a whole run of `noisy` takes, and what is left of it without its model. */
const weights = (() => {
  const run = trained(9, 6);
  createKept().put(run);
  return { whole: weightOf([run]), left: weightOf([restOf(run)]) };
})();

test('of runs that are too heavy together the ones left longest ago let go of their models, and come back as they were', () => {
  const kept = createKept(3 * weights.whole);
  const runs = [1, 2, 3, 4].map((id) => trained(id, 6, { ...noisy, seed: id }));
  // One stands in the middle of a batch of its past, one at a boundary of its past.
  seek(runs[0]!, 21, 3);
  seek(runs[1]!, 13);
  const before = runs.map(seen);
  for (const run of runs) kept.put(run);
  const back = [1, 2, 3, 4].map((id) => kept.take(id));
  expect(back.map((run, i) => run === runs[i])).toEqual([false, false, true, true]);
  expect(back.map((run) => seen(arrived(run)))).toEqual(before);
  for (const run of back) advance(arrived(run), 'epoch');
  for (const run of runs) advance(run, 'epoch');
  expect(back.map((run) => bitsOf(arrived(run)))).toEqual(runs.map(bitsOf));
});

test('the run left last is whole however heavy it is, and one that was taken up and left again is the last', () => {
  const kept = createKept(weights.whole + weights.left);
  const [one, other] = [trained(1, 6), trained(2, 6)];
  kept.put(one);
  expect(kept.take(1)).toBe(one);
  kept.put(one);
  kept.put(other);
  const again = arrived(kept.take(1));
  expect(again).not.toBe(one);
  kept.put(again);
  expect(kept.take(2)).not.toBe(other);
  expect(kept.take(1)).toBe(again);
});

test('where moments alone are too heavy, and of more than twenty runs, the ones left longest ago are given up', () => {
  const [first, second, third] = [1, 2, 3].map((id) => trained(id, 6));
  const tight = createKept(weights.whole + 1.5 * weights.left);
  for (const run of [first, second, third]) tight.put(run!);
  expect([1, 2, 3].map((id) => tight.reached(id) !== null)).toEqual([false, true, true]);
  expect(tight.take(1)).toBeUndefined();

  const roomy = createKept();
  for (let id = 1; id <= 22; id += 1) roomy.put(trained(id, 1));
  expect(Array.from({ length: 23 }, (_, id) => roomy.take(id)).map((run) => run !== undefined)).toEqual([
    ...Array.from({ length: 3 }, () => false),
    ...Array.from({ length: 20 }, () => true),
  ]);
});

test('a run that let go of its model says where it came furthest, and why it stands where it does', () => {
  const stopping: Experiment = { ...noisy, fit: { ...noisy.fit, callbacks: [EARLY] } };
  const run = trained(1, 200, stopping);
  expect(run.halt).toMatchObject({ kind: 'stopped', by: 'EarlyStopping' });
  const before = seen(run);
  const kept = createKept(weights.whole + weights.left);
  kept.put(run);
  const furthest = kept.reached(1);
  kept.put(trained(2, 1));
  expect(kept.reached(1)).toEqual(furthest);
  const again = arrived(kept.take(1));
  expect(again).not.toBe(run);
  expect(seen(again)).toEqual(before);
});

test('a run that begins at weights learned elsewhere comes back, and branches, from these and not from those its seed draws', () => {
  const { history } = trained(9, 4, { ...noisy, seed: 77 });
  const { counters } = started(noisy).history.keyframes[0]!;
  const origin = momentOf({ counters, state: history.keyframes.at(-1)!.state });
  const run = started(noisy, beginningAt(origin));
  run.every = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < 12; batch += 1) advance(run, 'batch');
  seek(run, 5);
  const before = bitsOf(run);
  expect(bitsOf(arrived(fork(run, 2)))).toEqual(before);
  const kept = createKept(weights.whole + weights.left);
  kept.put(run);
  kept.put(trained(3, 6));
  const again = arrived(kept.take(1));
  expect(again).not.toBe(run);
  expect(bitsOf(again)).toEqual(before);
});

test('rows that runs share are weighed once', () => {
  const [one, other] = [started(digits), started({ ...digits, seed: 7 })];
  const { train, validation } = one.setup;
  expect(other.setup.train.inputs.buffer).toBe(train.inputs.buffer);
  expect(validation!.inputs.buffer).toBe(train.inputs.buffer);
  const pixels = 40 * 28 * 28 * 4;
  expect(train.inputs.buffer.byteLength).toBe(pixels);
  const answers = 40 * 10 * 8;
  const models = [one, other].map(({ trainer, history }) => {
    const { arena } = trainer.settings.model;
    return arena.memory.buffer.byteLength + history.bytes;
  });
  expect(weightOf([one, other])).toBe(pixels + 2 * answers + models[0]! + models[1]!);
});
