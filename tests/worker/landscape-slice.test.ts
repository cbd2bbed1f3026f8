// The loss against one weight is the loss at those weights.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { activations } from '../../src/engine/activations/index.ts';
import type { DenseSpec } from '../../src/engine/layers/dense.ts';
import { build, evaluate, type Rows } from '../../src/engine/index.ts';
import { permutation } from '../../src/engine/random.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { PLACES, weightAt } from '../../src/worker/landscape/landscape.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { laden, sliceThrough, viewsOf } from './landscapes.ts';
import { bitsOf, dense, noisy, started } from './runs.ts';

/** Some rows of a run's training rows, by their numbers, gathered anew. */
const gathered = ({ setup: { train } }: Run, numbers: Uint32Array): Rows => {
  const pick = (from: Rows['inputs']) => {
    const width = from.length / train.count;
    return Float64Array.from(
      [...numbers].flatMap((row) => [...from.subarray(row * width, (row + 1) * width)]),
    );
  };
  return {
    count: numbers.length,
    inputs: pick(train.inputs),
    answers: pick(train.answers),
    ...(train.weights && { weights: pick(train.weights) }),
  };
};

/** The rows of the batch that comes next, by the order of its epoch. */
const nextBatch = (run: Run): Rows => {
  const { counters, settings } = run.trainer;
  const order = permutation(settings.rows.count, settings.seed, 'shuffle', counters.epoch);
  return gathered(run, order.slice(counters.cursor, counters.cursor + settings.batchSize));
};

test.each(['all', 'batch'] as const)(
  'each of the 256 losses of a slice over %s rows is what evaluate() gives at those weights, to the last bit',
  (rows) => {
    const run = started(laden);
    for (let i = 0; i < 11; i++) advance(run, 'batch');
    const { model } = run.trainer.settings;
    const measured = rows === 'all' ? run.setup.train : nextBatch(run);
    const places = [
      { layer: 0, at: 3 },
      { layer: 0, at: 9 },
      { layer: 1, at: 2 },
      { layer: 3, at: 1 },
    ];
    for (const { layer, at } of places) {
      const slice = sliceThrough(run, { layer, at, rows });
      const place = model.layers[layer]!.at + at;
      const before = model.arena.memory[place]!;
      expect(slice.weight).toBe(before);
      expect(slice.present!.loss).toBe(evaluate(model, measured, []).loss);
      for (let i = 0; i < PLACES; i++) {
        model.arena.memory[place] = weightAt(slice.range, i);
        expect(slice.losses[i]).toBe(evaluate(model, measured, []).loss);
      }
      model.arena.memory[place] = before;
      expect(slice.progress).toBe(1);
    }
  },
);

test('some rows are 256 of them, evenly spread; of fewer all', () => {
  const run = started({
    ...noisy,
    data: { ...noisy.data, points: 1024 },
    fit: { ...noisy.fit, validation_split: 0 },
  });
  const { model } = run.trainer.settings;
  const some = sliceThrough(run, { layer: 0, at: 0, rows: 'some' });
  const every = gathered(
    run,
    Uint32Array.from({ length: 256 }, (_, i) => 4 * i),
  );
  expect(some.measured).toBe(256);
  expect(some.present!.loss).toBe(evaluate(model, every, []).loss);
  const few = sliceThrough(started(noisy), { layer: 0, at: 0, rows: 'some' });
  expect(few.measured).toBe(128);
});

const SMOOTH = Object.keys(activations).filter(
  (name) => name !== 'step' && name !== 'softmax',
) as DenseSpec['activation'][];

const networks = fc.record({
  hidden: fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 5 }),
      activation: fc.constantFrom(...SMOOTH),
      l1: fc.constantFrom(0, 0.01),
      l2: fc.constantFrom(0, 0.03),
    }),
    { minLength: 0, maxLength: 3 },
  ),
  end: fc.oneof(
    fc.record({
      loss: fc.constantFrom('mean_squared_error' as const, 'mean_absolute_error' as const, 'huber' as const),
      units: fc.integer({ min: 1, max: 3 }),
      activation: fc.constantFrom(...SMOOTH, 'softmax' as const),
    }),
    fc.constant({ loss: 'binary_crossentropy' as const, units: 1, activation: 'sigmoid' as const }),
    fc.constant({ loss: 'categorical_crossentropy' as const, units: 2, activation: 'softmax' as const }),
  ),
  weight: fc.nat(),
  rows: fc.constantFrom('all' as const, 'batch' as const),
  batches: fc.nat(9),
  seed: fc.nat(1000),
});

test('the slope of a slice is the central difference of the loss in Float64, in 200 random networks', () => {
  fc.assert(
    fc.property(networks, ({ hidden, end, weight, rows, batches, seed }) => {
      const layers = [
        ...hidden.map(({ units, activation, l1, l2 }, index) => ({
          ...dense(index + 1, units, activation),
          kernel_regularizer: { type: 'L1L2' as const, l1, l2 },
        })),
        dense(9, end.units, end.activation),
      ];
      const experiment: Experiment = {
        ...noisy,
        model: { layers },
        compile: { ...noisy.compile, loss: end.loss },
        seed,
      };
      const run = started(experiment);
      for (let i = 0; i < batches; i++) advance(run, 'batch');
      const { model } = run.trainer.settings;
      const layer = weight % layers.length;
      const at = weight % model.layers[layer]!.count;
      const measured = rows === 'all' ? run.setup.train : nextBatch(run);
      const { slope } = sliceThrough(run, { layer, at, rows }).present!;

      const exact = build({
        inputs: 2,
        layers,
        loss: end.loss,
        optimizer: 'SGD',
        batchSize: 1,
        seed,
        precision: 'float64',
      });
      if ('refused' in exact) throw new Error(exact.refused.en);
      exact.layers.forEach((own, index) => {
        const from = model.layers[index]!.at;
        exact.arena.memory.set(model.arena.memory.subarray(from, from + own.count), own.at);
      });
      const place = exact.layers[layer]!.at + at;
      const here = exact.arena.memory[place]!;
      const beside = 1e-6;
      const [after, before] = [here + beside, here - beside].map((value) => {
        exact.arena.memory[place] = value;
        return evaluate(exact, measured, []).loss;
      });
      const difference = (after! - before!) / (2 * beside);
      expect(Math.abs(slope - difference)).toBeLessThan(1e-4 * Math.max(1, Math.abs(difference)));
    }),
    { numRuns: 200, seed: 6 },
  );
});

test('a slice holds the ball, its next place and places before, and stands still while they stay inside', () => {
  const run = started(noisy);
  const ranges = new Set<string>();
  const values: number[] = [];
  for (let i = 0; i < 120; i++) {
    advance(run, 'batch');
    const { range, weight, present } = sliceThrough(run, { layer: 1, at: 0, rows: 'batch' });
    values.push(weight);
    for (const value of [weight, weight - 0.2 * present!.slope, ...values.slice(-3)]) {
      expect(value).toBeGreaterThan(range[0]);
      expect(value).toBeLessThan(range[1]);
    }
    ranges.add(range.join());
  }
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.2);
  expect(ranges.size).toBeLessThan(4);
  const asked = sliceThrough(run, { layer: 0, at: 1, rows: 'all', range: [-3, 5] });
  expect(asked.range).toEqual([-3, 5]);
});

test('a weight that is not there has no slice, and looking changes no bit of weights, slots and last slopes', () => {
  const run = started(laden);
  for (let i = 0; i < 5; i++) advance(run, 'phase');
  for (let i = 0; i < 4; i++) advance(run, 'batch');
  const { arena, ranges } = run.trainer.settings.model;
  const slopes = () => arena.memory.slice(ranges.gradients, ranges.gradients + ranges.count);
  const before = [bitsOf(run), slopes()];
  sliceThrough(run, { layer: 0, at: 0, rows: 'batch' });
  expect([bitsOf(run), slopes()]).toEqual(before);
  for (const nowhere of [
    { layer: 0, at: 12 },
    { layer: 2, at: 0 },
  ]) {
    expect(viewsOf(run, { kind: 'slice', ...nowhere, rows: 'all' })).toEqual({});
  }
});
