// Another optimizer, schedule or loss setting in the middle of a run: the same bits on every road.

import { savedOf } from '../../src/worker/saved.ts';
import { describe, expect, test } from 'vitest';
import { namedOptimizer, type OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import type { Edit, Experiment, Patch } from '../../src/experiment/experiment.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { frameOf } from '../../src/worker/look.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { back, edit, seek } from '../../src/worker/seek.ts';
import { bitsOf, noisy, started } from './runs.ts';

const END = 600;
const adam: OptimizerSpec = { type: 'Adam', learning_rate: 0.02, amsgrad: true };
const cosine = { type: 'CosineDecay', decay_steps: 300 } as const;

const EDITS: readonly Edit[] = [
  { step: 100, patch: { compile: { optimizer: adam } } },
  { step: 203, patch: { compile: { optimizer: { ...adam, schedule: cosine } } } },
  { step: 300, patch: { compile: { loss_settings: { label_smoothing: 0.1 } } } },
  {
    step: 411,
    patch: { compile: { optimizer: { type: 'Adagrad', learning_rate: 0.05, global_clipnorm: 0.5 } } },
  },
  { step: 500, patch: { compile: { loss_settings: {} } } },
];
const finished: Experiment = { ...noisy, edits: EDITS };

const go = (run: Run, step: number): Run => {
  while (run.trainer.counters.step < step) expect(advance(run, 'batch')).toBe(true);
  return run;
};
const expected = bitsOf(go(started(finished), END));
const seen = (run: Run) => frameOf(run, [], createBuffers(), false, 0).optimizer;
const change = (run: Run, patch: Patch) => edit(run, patch);

describe('after 600 steps with two changes of optimizer, a schedule and a smoothed loss the bits are the same', () => {
  test('when the edits are made on the way', () => {
    const run = started(noisy);
    for (const { step, patch } of EDITS) change(go(run, step), patch);
    expect(run.experiment).toEqual(finished);
    expect(bitsOf(go(run, END))).toEqual(expected);
  });

  test.each([599, 450, 411, 410, 250, 100, 99, 0])('when it went back to %i and on again', (step) => {
    const run = go(started(finished), END);
    seek(run, step);
    expect(bitsOf(run)).toEqual(bitsOf(go(started(finished), step)));
    expect(bitsOf(go(run, END))).toEqual(expected);
  });

  test('when it was saved and taken up in between', () => {
    const first = go(started(finished), 433);
    const second = started(finished, structuredClone(savedOf(first)));
    expect(seen(second)).toEqual(seen(first));
    expect(bitsOf(go(second, END))).toEqual(expected);
  });
});

test('another optimizer keeps the weights and begins with slots and a count of its own', () => {
  const run = go(started(noisy), 150);
  const { ranges } = run.trainer.settings.model;
  const before = [...bitsOf(run).subarray(0, ranges.count)];
  change(run, { compile: { optimizer: { ...namedOptimizer('RMSprop') } } });
  const after = bitsOf(run);
  expect([...after.subarray(0, ranges.count)]).toEqual(before);
  expect(after.length).toBe(4 * ranges.count);
  expect(after.subarray(ranges.count).every((bits) => bits === 0)).toBe(true);
  expect(seen(run)).toEqual({ iterations: 0, learning_rate: 0.001 });
  expect(seen(go(run, 157)).iterations).toBe(7);
});

test('an optimizer that is chosen and taken back before anything was trained leaves no trace', () => {
  const plain = go(started(noisy), END);
  const run = go(started(noisy), 150);
  const own = noisy.compile.optimizer;
  change(run, { compile: { optimizer: adam } });
  change(run, { compile: { optimizer: own } });
  expect(seen(run).iterations).toBe(150);
  expect(bitsOf(go(run, END))).toEqual(bitsOf(plain));
  expect(bitsOf(go(started(run.experiment), END))).toEqual(bitsOf(plain));
});

test('what is set twice at one step is, a step back and on again, as it was set last', () => {
  const run = go(started(noisy), 150);
  const set = (value: number): Patch => ({ weights: [{ layer: 0, at: 1, value }] });
  change(run, set(1));
  change(run, set(2));
  go(run, 160);
  const there = bitsOf(run);
  back(run, 'batch');
  expect(bitsOf(go(run, 160))).toEqual(there);
  expect(bitsOf(go(started(run.experiment), 160))).toEqual(there);
});

test('the rate that is read is the one the schedule gives the next update', () => {
  const run = started({
    ...noisy,
    compile: {
      ...noisy.compile,
      optimizer: {
        ...namedOptimizer('SGD'),
        learning_rate: 0.4,
        schedule: { type: 'PiecewiseConstantDecay', boundaries: [3, 5], values: [0.2, 0.1] },
      },
    },
  });
  const rates = [0, 1, 2, 3, 4, 5, 6].map((step) => seen(go(run, step)).learning_rate);
  expect(rates).toEqual([0.4, 0.4, 0.4, 0.4, 0.2, 0.2, 0.1]);
});
