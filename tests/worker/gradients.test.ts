// The numbers of the gradient meter, reckoned once more from the textbook's formulas.

import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { type ActivationName, activationNames, activations } from '../../src/engine/activations/index.ts';
import { slopeAt } from '../../src/engine/slope.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { flatUnits, steepest } from '../../src/engine/flat.ts';
import { look } from '../../src/worker/probes/index.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { anatomyOf } from './anatomyOf.ts';
import { activations as naive, type NaiveLayer, reckon } from './naive.ts';
import { dense, noisy, onGate, started } from './runs.ts';

const gradientsOf = (run: Run) => look(run, [{ kind: 'gradients' }], createBuffers()).gradients!;

/** The layers of a run at its present weights, for the second reckoning. */
const layersOf = (run: Run): NaiveLayer[] =>
  run.trainer.settings.model.layers.map(({ at, count, units, activation }) => {
    const numbers = [...run.trainer.settings.model.arena.memory.subarray(at, at + count)];
    return { kernel: numbers.slice(0, count - units), bias: numbers.slice(count - units), activation };
  });

const rowOf = (run: Run, row: number) => {
  const { train, inputs, settings } = run.setup;
  const width = inputs.names.length;
  const { outputs } = settings.model;
  return {
    x: [...train.inputs.subarray(row * width, (row + 1) * width)],
    y: [...train.answers.subarray(row * outputs, (row + 1) * outputs)],
  };
};

const near = (received: number | null, expected: number, what: string): void => {
  const value = received ?? Number.NaN;
  // In Float32, relative to what may be very small.
  expect(Math.abs(value - expected), `${what}: ${value} for ${expected}`).toBeLessThan(
    1e-4 * Math.abs(expected) + 1e-9,
  );
};
const normOf = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

const eight = Array.from({ length: 8 }, (_, i) => dense(i + 1, 4, 'sigmoid'));
const cases: Readonly<Record<string, Experiment>> = {
  'XOR with noise, 2-4-1 of tanh, with momentum': noisy,
  '2-3-2-1 of relu and sigmoid': {
    ...noisy,
    model: { layers: [dense(1, 3, 'relu'), dense(2, 2, 'sigmoid'), dense(3, 1, 'sigmoid')] },
  },
  'three blobs, 2-5-3 of tanh and softmax': {
    ...noisy,
    data: { ...noisy.data, set: 'blobs' },
    model: { layers: [dense(1, 5, 'tanh'), dense(2, 3, 'softmax')] },
    compile: { ...noisy.compile, loss: 'categorical_crossentropy' },
  },
  'a plane, 2-3-1 of tanh and linear': {
    ...noisy,
    data: { ...noisy.data, set: 'plane' },
    model: { layers: [dense(1, 3, 'tanh'), dense(2, 1, 'linear')] },
    compile: {
      ...noisy.compile,
      loss: 'mean_squared_error',
      metrics: ['mse'],
      optimizer: { type: 'SGD', learning_rate: 0.05, momentum: 0 },
    },
  },
  'six layers of sigmoid': { ...noisy, model: { layers: [...eight.slice(0, 6), dense(9, 1, 'sigmoid')] } },
};

describe.each(Object.entries(cases))('%s', (_name, experiment) => {
  test.each([0, 5])('after %i updates every number is that of the second reckoning', (updates) => {
    const run = started(experiment);
    for (let i = 0; i < updates; i++) expect(advance(run, 'batch')).toBe(true);
    const layers = layersOf(run);
    const { ids } = run.setup.data;
    const all = Array.from({ length: run.setup.train.count }, (_, row) => row);
    const inBatch = all.filter((row) => anatomyOf(run, ids[row]!, 0).point!.batchesUntil === 0);
    const reckonRow = (row: number) => {
      const { x, y } = rowOf(run, row);
      return reckon(layers, x, y, experiment.compile.loss);
    };
    const batch = inBatch.map(reckonRow);
    const told = gradientsOf(run);
    expect([told.rows, told.number, told.batches, told.judged]).toEqual([16, updates + 1, 8, 128]);
    expect(told.layers).toHaveLength(layers.length);
    expect(advance(run, 'batch')).toBe(true);
    const after = layersOf(run);
    told.layers.forEach((layer, l) => {
      const slopes = batch[0]!.slopes[l]!.map((_first, i) => meanOf(batch.map((row) => row.slopes[l]![i]!)));
      near(layer.slopes!.norm, normOf(slopes), 'norm of the slopes');
      near(layer.slopes!.mean, meanOf(slopes.map(Math.abs)), 'mean slope');
      const deltas = batch.flatMap((row) => row.deltas[l]!);
      near(layer.delta!.norm, normOf(deltas), 'norm of δ');
      near(layer.delta!.mean, meanOf(deltas.map(Math.abs)), 'mean δ');
      const sums = batch.flatMap((row) => row.steps[l]!.sums);
      expect(layer.sums).toHaveLength(sums.length);
      // The rows of a batch are shuffled.
      near(meanOf([...layer.sums]), meanOf(sums), 'mean sum');
      near(normOf([...layer.sums]), normOf(sums), 'norm of the sums');
      const { activation, kernel, bias } = layers[l]!;
      const factor = activation === 'softmax' ? null : meanOf(sums.map(naive[activation]!.slope));
      expect(layer.factor === null).toBe(factor === null);
      near(layer.factor ?? 0, factor ?? 0, 'mean f′');
      const before = [...kernel, ...bias];
      const moved = [...after[l]!.kernel, ...after[l]!.bias].map((weight, i) => weight - before[i]!);
      near(layer.move, normOf(moved) / normOf(before), 'move by weights');
    });
  });
});

test('the slope shrinks from layer to layer by the weights and by f′, never more than ¼', () => {
  const layers = Array.from({ length: 7 }, (_, i) => dense(i + 1, 4, 'sigmoid'));
  const { layers: told } = gradientsOf(
    started({ ...noisy, model: { layers: [...layers, dense(9, 1, 'sigmoid')] } }),
  );
  told.slice(0, 7).forEach(({ factor }) => expect(factor).toBeLessThanOrEqual(0.25));
  expect(told[0]!.delta!.mean / told[7]!.delta!.mean).toBeLessThan(0.25 ** 7 * 10);
});

describe('units through which nothing comes', () => {
  const on = (layers: readonly LayerSpec[]) => gradientsOf(started(onGate(GATES.XOR, layers))).layers;

  test('a relu is dead where z is at most 0 at all four points, and not where it is above at one', () => {
    const [hidden] = on([
      // z: −0.1 at (0, 0) and less elsewhere; 0, 0, 0 and 0; −1, −1, −1 and 0.5.
      dense(1, 3, 'relu', { kernel: [-1, 0, 0.75, -1, 0, 0.75], bias: [-0.1, 0, -1] }),
      dense(2, 1, 'sigmoid'),
    ]);
    expect(hidden).toMatchObject({ dead: [0, 1], saturated: [] });
  });

  test('a sigmoid is saturated where its slope is below a hundredth of ¼ at nine points in ten', () => {
    // sigmoid′(z) = 0.0025 at |z| = 5.98627: a(1 − a) = 0.0025 for a = 0.0025063.
    const [hidden] = on([
      dense(1, 4, 'sigmoid', { kernel: [0, 0, 0, 20, 0, 0, 0, 0], bias: [5.9, 6.1, -6.1, -6.1] }),
      dense(2, 1, 'sigmoid'),
    ]);
    // At (1, 0) and (1, 1) the last one stands at 13.9: flat at both ends is flat all the same.
    expect(hidden).toMatchObject({ dead: [], saturated: [1, 2, 3] });
    const [open] = on([dense(1, 1, 'sigmoid', { kernel: [6, 0], bias: [-6.1] }), dense(2, 1, 'sigmoid')]);
    expect(open!.saturated).toEqual([]);
  });

  test('the Microscope, which goes by the sums at all points, finds the same ones', () => {
    const run = started(
      onGate(GATES.XOR, [
        dense(1, 4, 'sigmoid', { kernel: [0, 0, 0, 20, 0, 0, 0, 0], bias: [5.9, 6.1, -6.1, -6.1] }),
        dense(2, 3, 'relu', { kernel: Array.from({ length: 12 }, () => -1), bias: [-0.1, 0, 9] }),
        dense(3, 1, 'sigmoid'),
      ]),
    );
    const { points, gradients } = look(run, [{ kind: 'points' }, { kind: 'gradients' }], createBuffers());
    const seen = (['sigmoid', 'relu', 'sigmoid'] as const).map((activation, layer) =>
      flatUnits(activation, points!.sums[layer]!, [4, 3, 1][layer]!),
    );
    expect(seen).toEqual(gradients!.layers.map(({ dead, saturated }) => ({ dead, saturated })));
    expect(seen.slice(0, 2)).toEqual([
      { dead: [], saturated: [1, 2, 3] },
      { dead: [0, 1], saturated: [] },
    ]);
  });
});

test('of a large network dead units are told by the batch alone, and of many z the first rows', () => {
  const wide = Array.from({ length: 11 }, (_, i) => dense(i + 2, 64, 'relu'));
  const run = started({
    ...noisy,
    data: { ...noisy.data, points: 500 },
    model: { layers: [...wide, dense(1, 1, 'sigmoid')] },
    fit: { ...noisy.fit, batch_size: 100 },
  });
  const told = gradientsOf(run);
  expect([told.judged, told.rows]).toEqual([100, 100]);
  expect(told.layers.map(({ sums }) => sums.length)).toEqual([...wide.map(() => 64 * 64), 100]);
  const { ids } = run.setup.data;
  const rows = Array.from({ length: run.setup.train.count }, (_, row) => row);
  const inBatch = rows.filter((row) => anatomyOf(run, ids[row]!, 0).point!.batchesUntil === 0);
  const layers = layersOf(run);
  const reckoned = inBatch.map((row) => {
    const { x, y } = rowOf(run, row);
    return reckon(layers, x, y, 'binary_crossentropy').steps;
  });
  expect(reckoned).toHaveLength(100);
  const dead = wide.map((_layer, l) =>
    Array.from({ length: 64 }, (_, unit) => unit).filter((unit) =>
      reckoned.every((steps) => steps[l]!.sums[unit]! <= 0),
    ),
  );
  expect(dead.flat().length).toBeGreaterThan(0);
  expect(told.layers.slice(0, -1).map((layer) => layer.dead)).toEqual(dead);
});

test('in the middle of a batch what it has not come to is not told', () => {
  const run = started(onGate(GATES.XOR, [dense(1, 2, 'sigmoid'), dense(2, 1, 'sigmoid')]));
  const told = () =>
    gradientsOf(run).layers.map(({ factor, sums, slopes, delta, move }) => [
      factor !== null && sums.length > 0,
      slopes !== null && delta !== null && move !== null,
    ]);
  const [none, seen, both] = [
    [false, false],
    [true, false],
    [true, true],
  ];
  // Two layers forward, the loss, two layers back, and the update, which is a boundary again.
  for (const now of [
    [both, both],
    [seen, none],
    [seen, seen],
    [seen, seen],
    [seen, both],
    [both, both],
    [both, both],
  ]) {
    expect(told()).toEqual(now);
    advance(run, 'phase');
  }
});

test('a layer without weights has none of their slopes, and a loss that is no number leaves no slopes at all', () => {
  const run = started({
    ...noisy,
    model: {
      layers: [
        dense(1, 4, 'linear'),
        { type: 'Activation', id: 2, activation: 'tanh' },
        { type: 'Dropout', id: 3, rate: 0.5 },
        dense(4, 1, 'sigmoid'),
      ] as LayerSpec[],
    },
  });
  const { layers } = gradientsOf(run);
  expect(layers.map(({ slopes, move }) => [slopes !== null, move !== null])).toEqual([
    [true, true],
    [false, false],
    [false, false],
    [true, true],
  ]);
  expect(layers[0]!.factor).toBe(1);
  expect(layers[1]!.factor).toBeLessThan(1);
  const { arena, layers: own } = run.trainer.settings.model;
  arena.memory[own[0]!.at] = Number.NaN;
  const lost = gradientsOf(run);
  expect(lost.layers.every(({ slopes, delta, move }) => !slopes && !delta && move === null)).toBe(true);
});

test('the largest slope of each activation that flattens is what a search along its curve finds', () => {
  for (const name of activationNames) {
    const { curve } = activations[name];
    const told = steepest[name];
    if (!curve || told === undefined) continue;
    // The slope of a curve with a corner is taken beside it.
    const found = Array.from({ length: 40_001 }, (_, i) => i / 2000 - 10.00025).reduce(
      (most, z) => Math.max(most, Math.abs(curve(z + 1e-5) - curve(z - 1e-5)) / 2e-5),
      0,
    );
    expect(Math.abs(found - told) / told, `${name}: ${told}, found ${found}`).toBeLessThan(1e-3);
  }
  const flattens = (name: ActivationName): boolean => Math.abs(slopeAt(name, -200)) < 1e-3;
  const known = activationNames.filter((name) => steepest[name] !== undefined);
  // The exponential flattens too, and has no largest slope; of the step function there is none to begin with.
  expect(known.toSorted()).toEqual(
    activationNames.filter((name) => flattens(name) && !['exponential', 'step'].includes(name)).toSorted(),
  );
});
