import { expect, test } from 'vitest';
import { createTrainer, train } from '../../src/engine/index.ts';
import { permutation } from '../../src/engine/random.ts';
import { advance } from '../../src/worker/run.ts';
import { back, seek } from '../../src/worker/seek.ts';
import { setUp } from '../../src/worker/settings.ts';
import { bitsOf, dense, noisy, started } from './runs.ts';

const STEPS = 100_000;
const KEYFRAMES = 1024;

/** Large enough a data set that keyframes lie close and must be thinned. */
const experiment = {
  ...noisy,
  data: { ...noisy.data, points: 1000 },
  model: { layers: [dense(2, 8, 'tanh'), dense(1, 1, 'sigmoid')] },
  fit: { ...noisy.fit, batch_size: 2 },
};

/** Bits after each of the steps of a run that only ever went forward, by the engine alone. */
const freshBits = (steps: ReadonlySet<number>): ReadonlyMap<number, Uint32Array> => {
  const made = setUp(experiment, null);
  if ('refused' in made) throw new Error(made.refused.en);
  const trainer = createTrainer(made.settings);
  const { arena, state } = made.settings.model;
  const batches = train(trainer, 'batch');
  const bits = new Map<number, Uint32Array>();
  while (trainer.counters.step < STEPS) {
    batches.next();
    const { step } = trainer.counters;
    if (steps.has(step)) {
      bits.set(
        step,
        new Uint32Array(Float32Array.from(arena.memory.subarray(state.at, state.at + state.count)).buffer),
      );
    }
  }
  return bits;
};

test('50 random steps of 100,000 are found again to the bit across thinned keyframes, by seek and by steps back', () => {
  const targets = Array.from(permutation(STEPS - 2, 11, 'data', 0).slice(0, 50), (step) => step + 2);
  const fresh = freshBits(new Set(targets.flatMap((step) => [step, step - 1])));
  const run = started(experiment);
  while (run.trainer.counters.step < STEPS) advance(run, 'batch');
  const { keyframes } = run.history;
  expect(keyframes.length).toBeLessThanOrEqual(KEYFRAMES);
  expect(STEPS / run.every).toBeGreaterThan(KEYFRAMES);
  const steps = keyframes.map(({ counters }) => counters.step);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  const depth = run.setup.design.model.layers.length;
  for (const target of targets) {
    seek(run, target);
    expect(run.trainer.counters.step).toBe(target);
    expect(bitsOf(run)).toEqual(fresh.get(target));
    back(run, 'phase');
    expect([run.trainer.counters.step, run.trainer.phase]).toEqual([target - 1, 2 * depth + 1]);
    expect(bitsOf(run)).toEqual(fresh.get(target - 1));
    back(run, 'batch');
    expect([run.trainer.counters.step, run.trainer.phase]).toEqual([target - 1, 0]);
    expect(bitsOf(run)).toEqual(fresh.get(target - 1));
    advance(run, 'batch');
    expect(bitsOf(run)).toEqual(fresh.get(target));
  }
});
