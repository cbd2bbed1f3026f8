// The numbers of the Microscope, reckoned once more from the textbook's formulas.

import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { activationNames, activations as known } from '../../src/engine/activations/index.ts';
import { slopeAt } from '../../src/engine/slope.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { anatomyOf } from './anatomyOf.ts';
import { type NaiveLayer, reckon } from './naive.ts';
import { dense, noisy, onGate, started, withRate } from './runs.ts';

const close = (received: ArrayLike<number>, expected: ArrayLike<number>): void => {
  expect(received.length).toBe(expected.length);
  Array.from(received).forEach((value, i) => {
    const right = expected[i]!;
    expect(Math.abs(value - right), `number ${i}: ${value} for ${right}`).toBeLessThan(
      1e-5 * Math.max(1, Math.abs(right)),
    );
  });
};

/** The layers of a run at its present weights, for the second reckoning. */
const layersOf = (run: Run): NaiveLayer[] =>
  run.trainer.settings.model.layers.map(({ at, count, units, activation }) => {
    const numbers = [...run.trainer.settings.model.arena.memory.subarray(at, at + count)];
    return { kernel: numbers.slice(0, count - units), bias: numbers.slice(count - units), activation };
  });

const rowOf = (run: Run, row: number) => {
  const { train, validation, inputs, settings } = run.setup;
  const width = inputs.names.length;
  const { outputs } = settings.model;
  const held = row >= train.count;
  const rows = held ? validation! : train;
  const at = held ? row - train.count : row;
  return {
    x: [...rows.inputs.subarray(at * width, (at + 1) * width)],
    y: [...rows.answers.subarray(at * outputs, (at + 1) * outputs)],
  };
};

const blobs = (layers: readonly LayerSpec[]): Experiment => ({
  ...noisy,
  data: { ...noisy.data, set: 'blobs' },
  model: { layers },
  compile: { ...noisy.compile, loss: 'categorical_crossentropy' },
});
const plane = (layers: readonly LayerSpec[]): Experiment => ({
  ...noisy,
  data: { ...noisy.data, set: 'plane' },
  model: { layers },
  compile: { ...noisy.compile, loss: 'mean_squared_error', metrics: ['mse'] },
});

const cases: Readonly<Record<string, Experiment>> = {
  'XOR with noise, 2-4-1 of tanh': noisy,
  '2-3-2-1 of relu and sigmoid': {
    ...noisy,
    model: { layers: [dense(1, 3, 'relu'), dense(2, 2, 'sigmoid'), dense(3, 1, 'sigmoid')] },
  },
  'three blobs, 2-5-3 of tanh and softmax': blobs([dense(1, 5, 'tanh'), dense(2, 3, 'softmax')]),
  'a plane, 2-3-1 of tanh and linear': withRate(plane([dense(1, 3, 'tanh'), dense(2, 1, 'linear')]), 0.05),
};

describe.each(Object.entries(cases))('%s', (_name, experiment) => {
  test.each([0, 3, 40])(
    'after %i updates every number of a row is that of the second reckoning',
    (updates) => {
      const run = started(experiment);
      for (let i = 0; i < updates; i++) expect(advance(run, 'batch')).toBe(true);
      const layers = layersOf(run);
      for (const row of [0, 7, run.setup.data.rows - 1]) {
        const { x, y } = rowOf(run, row);
        const expected = reckon(layers, x, y, experiment.compile.loss);
        layers.forEach((_layer, l) => {
          const { point } = anatomyOf(run, run.setup.data.ids[row]!, l);
          close(point!.answers, y);
          expect(point!.loss).toBeCloseTo(expected.loss, 5);
          close(point!.slopes, expected.slopes[l]!);
          point!.layers.forEach((layer, i) => {
            close(layer.inputs, expected.steps[i]!.inputs);
            close(layer.sums, expected.steps[i]!.sums);
            close(layer.outputs, expected.steps[i]!.outputs);
            close(layer.delta, expected.deltas[i]!);
            const { activation } = layers[i]!;
            if (layer.blame && activation !== 'softmax') {
              const blame = layer.blame;
              close(
                [...layer.sums].map((z, unit) => blame[unit]! * slopeAt(activation as 'tanh', z)),
                expected.deltas[i]!,
              );
            }
          });
        });
      }
    },
  );

  test('the slopes of the next batch are the mean of its rows’, and its update is what the run then makes', () => {
    const run = started(experiment);
    for (let i = 0; i < 5; i++) expect(advance(run, 'batch')).toBe(true);
    const layers = layersOf(run);
    const { ids } = run.setup.data;
    const inBatch = Array.from(ids.slice(0, run.setup.train.count)).flatMap((id, row) =>
      anatomyOf(run, id, 0).point!.batchesUntil === 0 ? [row] : [],
    );
    expect(inBatch).toHaveLength(16);
    const reckoned = inBatch.map((row) => {
      const { x, y } = rowOf(run, row);
      return reckon(layers, x, y, experiment.compile.loss);
    });
    const said = layers.map((_layer, l) => anatomyOf(run, null, l));
    expect(advance(run, 'batch')).toBe(true);
    const after = layersOf(run);
    said.forEach(({ point, batch }, l) => {
      expect(point).toBeNull();
      expect([batch.rows, batch.number, batch.batches]).toEqual([16, 6, 8]);
      expect(batch.loss).toBeCloseTo(reckoned.reduce((sum, { loss }) => sum + loss, 0) / 16, 5);
      const mean = reckoned[0]!.slopes[l]!.map(
        (_first, i) => reckoned.reduce((sum, { slopes }) => sum + slopes[l]![i]!, 0) / 16,
      );
      close(batch.layer!.slopes, mean);
      const { kernel, bias } = layers[l]!;
      expect([...batch.layer!.before]).toEqual([...kernel, ...bias]);
      expect([...batch.layer!.after]).toEqual([...after[l]!.kernel, ...after[l]!.bias]);
    });
  });
});

test('momentum: v ← 0.9 v − η g, w ← w + v', () => {
  const run = started(noisy);
  for (let i = 0; i < 5; i++) advance(run, 'batch');
  const { batch } = anatomyOf(run, null, 0);
  const { slopes, before, after, slots } = batch.layer!;
  expect(slots.map(({ name }) => name)).toEqual(['momentum']);
  const v = [...slots[0]!.before].map((old, i) => 0.9 * old - 0.2 * slopes[i]!);
  close(slots[0]!.after, v);
  close(
    after,
    [...before].map((w, i) => w + v[i]!),
  );
});

test('Adam: m and v, corrected by the number of the update (Kingma and Ba 2014)', () => {
  const run = started({
    ...noisy,
    compile: { ...noisy.compile, optimizer: { type: 'Adam', learning_rate: 0.01 } },
  });
  for (let i = 0; i < 5; i++) advance(run, 'batch');
  const { batch } = anatomyOf(run, null, 1);
  const { slopes, before, after, slots } = batch.layer!;
  expect([batch.iteration, slots.map(({ name }) => name).slice(0, 2)]).toEqual([6, ['momentum', 'velocity']]);
  const m = [...slots[0]!.before].map((old, i) => 0.9 * old + 0.1 * slopes[i]!);
  const v = [...slots[1]!.before].map((old, i) => 0.999 * old + 0.001 * slopes[i]! ** 2);
  close(slots[0]!.after, m);
  close(slots[1]!.after, v);
  const rate = (batch.rate * Math.sqrt(1 - 0.999 ** 6)) / (1 - 0.9 ** 6);
  close(
    after,
    [...before].map((w, i) => w - (rate * m[i]!) / (Math.sqrt(v[i]!) + 1e-7)),
  );
});

test('a penalty is part of the batch’s slopes and not of a point’s, and class weights of the mean alone', () => {
  const layers = [
    { ...dense(1, 3, 'tanh'), kernel_regularizer: { type: 'L2' as const, l2: 0.1 } },
    dense(2, 1, 'sigmoid'),
  ];
  const experiment: Experiment = {
    ...noisy,
    model: { layers },
    fit: { ...noisy.fit, batch_size: 128, class_weight: [1, 3] },
  };
  const run = started(experiment);
  const own = layersOf(run);
  const rows = Array.from({ length: 128 }, (_, row) => ({ ...rowOf(run, row), row }));
  const reckoned = rows.map(({ x, y }) => ({
    ...reckon(own, x, y, 'binary_crossentropy'),
    weight: y[0] ? 3 : 1,
  }));
  const { point, batch } = anatomyOf(run, run.setup.data.ids[2]!, 0);
  close(point!.slopes, reckoned[2]!.slopes[0]!);
  const mean = reckoned[0]!.slopes[0]!.map(
    (_first, i) => reckoned.reduce((sum, { slopes, weight }) => sum + weight * slopes[0]![i]!, 0) / 128,
  );
  expect(point!.batchesUntil).toBe(0);
  // ∂(0.1 Σ w²)/∂w = 0.2 w, of the kernel.
  close(
    batch.layer!.slopes,
    mean.map((slope, i) => slope + (i < 6 ? 0.2 * own[0]!.kernel[i]! : 0)),
  );
});

describe('error backpropagation through 2-2-1, the printed numbers of its lesson', () => {
  const begin = () =>
    started(
      withRate(
        onGate(GATES.XOR, [
          dense(1, 2, 'sigmoid', { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] }),
          dense(2, 1, 'sigmoid', { kernel: [1, 1], bias: [-1.5] }),
        ]),
        2,
      ),
    );
  const print = (values: Iterable<number>): string[] => Array.from(values, (value) => value.toFixed(3));

  test('at the point (1, 1): z, a, ŷ, δ and what reaches each hidden neuron', () => {
    const run = begin();
    const output = anatomyOf(run, 3, 1);
    const hidden = anatomyOf(run, 3, 0);
    const [first, last] = output.point!.layers;
    expect(print(first!.sums)).toEqual(['1.500', '-0.500']);
    expect(print(first!.outputs)).toEqual(['0.818', '0.378']);
    expect(print([...last!.sums, ...last!.outputs])).toEqual(['-0.305', '0.424']);
    expect(print([output.point!.loss, output.batch.loss!])).toEqual(['0.552', '0.691']);
    expect(last!.blame).toBeNull();
    expect(print(last!.delta)).toEqual(['0.424']);
    expect(print(output.point!.slopes)).toEqual(['0.347', '0.160', '0.424']);
    expect(print([...first!.sums].map((z) => slopeAt('sigmoid', z)))).toEqual(['0.149', '0.235']);
    expect(print(first!.delta)).toEqual(['0.063', '0.100']);
    expect(print(output.batch.layer!.slopes).slice(0, 1)).toEqual(['-0.049']);
    expect(print(output.batch.layer!.after)).toEqual(['1.097', expect.any(String), '-1.361']);
    expect(print(hidden.batch.layer!.after).slice(4, 5)).toEqual(['-0.449']);
  });

  test('in the middle of a batch what it has not come to is not told', () => {
    const run = begin();
    const told = () => {
      const [hidden, output] = [0, 1].map((layer) => anatomyOf(run, 3, layer).batch);
      return [hidden!.loss !== null, output!.layer !== null, hidden!.layer !== null];
    };
    // Two layers forward, the loss, two layers back, and the update, which is a boundary again.
    const expected = [
      [true, true, true],
      [false, false, false],
      [false, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
      [true, true, true],
    ];
    for (const now of expected) {
      expect(told()).toEqual(now);
      advance(run, 'phase');
    }
  });
});

test('f′ is the slope of the curve that is drawn, for every activation', () => {
  for (const name of activationNames) {
    const { curve } = known[name];
    if (!curve || name === 'step') continue;
    for (const z of [-3.3, -1.7, -0.4, 0.3, 1.2, 2.6]) {
      const slope = (curve(z + 1e-5) - curve(z - 1e-5)) / 2e-5;
      expect(Math.abs(slopeAt(name, z) - slope), `${name} at ${z}`).toBeLessThan(1e-8);
    }
  }
  expect(slopeAt('step', 0.4)).toBe(0);
  expect(slopeAt('relu', 0)).toBe(0);
  expect(slopeAt('softmax', 1)).toBeNaN();
});
