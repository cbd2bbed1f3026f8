// The loss over two directions, and the run's path across them.

import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import type { Directions, Surface } from '../../src/worker/landscape/landscape.ts';
import { fillPath, pathOf } from '../../src/worker/landscape/path.ts';
import { layPlane, type Plane } from '../../src/worker/landscape/plane.ts';
import { principalOf } from '../../src/worker/landscape/principal.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { seek } from '../../src/worker/seek.ts';
import { all, laden, viewsOf } from './landscapes.ts';
import { dense, noisy, started } from './runs.ts';

const trained = (experiment: typeof noisy, batches: number): Run => {
  const run = started(experiment);
  for (let i = 0; i < batches; i++) advance(run, 'batch');
  return run;
};

const weightsOf = (run: Run): Float32Array => {
  const { arena, ranges } = run.trainer.settings.model;
  return Float32Array.from(arena.memory.subarray(ranges.weights, ranges.weights + ranges.count));
};

const surfaceOf = (run: Run, directions: Directions, size = 16): Surface =>
  viewsOf(run, { kind: 'surface', directions, rows: 'all', size }).surface!;

const twoWeights: Directions = {
  kind: 'weights',
  across: { layer: 0, at: 2 },
  up: { layer: 1, at: 1 },
};

/** The corner of a surface in a row and column, by its region alone. */
const cornerOf = ({ region: [left, right, bottom, top], size }: Surface, row: number, column: number) =>
  [left + ((right - left) * column) / size, top - ((top - bottom) * row) / size] as const;

test('each corner of a surface along two weights is what evaluate() gives at those weights, to the last bit', () => {
  const run = trained(laden, 30);
  const { model } = run.trainer.settings;
  const seen = surfaceOf(run, twoWeights);
  const [x, y] = [model.layers[0]!.at + 2, model.layers[1]!.at + 1];
  const before = [model.arena.memory[x]!, model.arena.memory[y]!];
  expect(seen.at).toEqual(before);
  expect(seen.present!.loss).toBe(evaluate(model, run.setup.train, []).loss);
  for (let row = 0; row <= 16; row++) {
    for (let column = 0; column <= 16; column++) {
      [model.arena.memory[x], model.arena.memory[y]] = cornerOf(seen, row, column);
      expect(seen.losses[row * 17 + column]).toBe(evaluate(model, run.setup.train, []).loss);
    }
  }
  expect(seen).toMatchObject({ level: 16, progress: 1, weights: model.ranges.count, step: 30 });
});

test('so it is where the rows go through a large network in several pieces', () => {
  const run = trained(
    {
      ...noisy,
      model: { layers: [dense(1, 300, 'tanh'), dense(2, 300, 'relu'), dense(3, 1, 'sigmoid')] },
      data: { ...noisy.data, points: 150 },
      fit: { ...noisy.fit, validation_split: 0 },
    },
    3,
  );
  const { model } = run.trainer.settings;
  for (const first of [0, 2]) {
    const seen = surfaceOf(
      run,
      { kind: 'weights', across: { layer: first, at: 4 }, up: { layer: 2, at: 7 } },
      8,
    );
    const [x, y] = [model.layers[first]!.at + 4, model.layers[2]!.at + 7];
    const before = [model.arena.memory[x]!, model.arena.memory[y]!];
    expect(seen.present!.loss).toBe(evaluate(model, run.setup.train, []).loss);
    for (const [row, column] of [
      [0, 0],
      [3, 8],
      [5, 2],
      [8, 7],
    ] as const) {
      [model.arena.memory[x], model.arena.memory[y]] = cornerOf(seen, row, column);
      expect(seen.losses[row * 9 + column]).toBe(evaluate(model, run.setup.train, []).loss);
    }
    [model.arena.memory[x], model.arena.memory[y]] = before as [number, number];
  }
});

test.each([{ kind: 'random', seed: 3 }, { kind: 'principal' }] as const)(
  'each corner of a $kind surface is what evaluate() gives at the weights of that place, to the last bit',
  (directions) => {
    const run = trained(laden, 40);
    const { model } = run.trainer.settings;
    const { arena, ranges } = model;
    const here = weightsOf(run);
    const seen = surfaceOf(run, directions, 8);
    const plane = all(layPlane(model, directions, pathOf(run, here)))!;
    for (let row = 0; row <= 8; row++) {
      for (let column = 0; column <= 8; column++) {
        const [across, up] = cornerOf(seen, row, column);
        plane.put(across, up, arena.memory, ranges.weights);
        // Seen from above, the weights of a place lie at that place.
        const [backAcross, backUp] = plane.coordinates(weightsOf(run));
        expect(backAcross).toBeCloseTo(across, 4);
        expect(backUp).toBeCloseTo(up, 4);
        expect(seen.losses[row * 9 + column]).toBe(evaluate(model, run.setup.train, []).loss);
      }
    }
    arena.memory.set(here, ranges.weights);
  },
);

test('the present weights, the way to them and the next move lie inside the picture', () => {
  const run = trained(noisy, 60);
  for (const directions of [twoWeights, { kind: 'random', seed: 3 }, { kind: 'principal' }] as const) {
    const { region, at, path, present } = surfaceOf(run, directions, 8);
    const [left, right, bottom, top] = region;
    const places = [...path.across].map((across, i) => [across, path.up[i]!] as const);
    expect(places.at(-1)).toEqual(at);
    expect(path.steps.at(-1)).toBe(60);
    expect(path.steps[0]).toBe(0);
    for (const [x, y] of [...places, [at[0] + present!.move[0], at[1] + present!.move[1]] as const]) {
      expect(x).toBeGreaterThan(left);
      expect(x).toBeLessThan(right);
      expect(y).toBeGreaterThan(bottom);
      expect(y).toBeLessThan(top);
    }
  }
});

test('a picture has room for the places that it is asked for', () => {
  const run = trained(noisy, 60);
  const { surface } = viewsOf(run, {
    kind: 'surface',
    directions: twoWeights,
    rows: 'all',
    size: 8,
    room: [
      [-7, 1],
      [2, 9],
    ],
  });
  const [left, right, bottom, top] = surface!.region;
  expect(left).toBeLessThan(-7);
  expect(right).toBeGreaterThan(2);
  expect(bottom).toBeLessThan(1);
  expect(top).toBeGreaterThan(9);
  expect(right - left).toBe(top - bottom);
});

test('the slopes along a plane are the differences of the loss on it', () => {
  const run = trained(noisy, 60);
  const { model } = run.trainer.settings;
  const here = weightsOf(run);
  for (const directions of [twoWeights, { kind: 'random', seed: 3 }, { kind: 'principal' }] as const) {
    const { present } = surfaceOf(run, directions, 8);
    const plane = all(layPlane(model, directions, pathOf(run, here)))!;
    const lossAt = (across: number, up: number): number => {
      plane.put(plane.at[0] + across, plane.at[1] + up, model.arena.memory, model.ranges.weights);
      return evaluate(model, run.setup.train, []).loss;
    };
    const beside = 1e-2;
    expect((lossAt(beside, 0) - lossAt(-beside, 0)) / (2 * beside)).toBeCloseTo(present!.slope[0], 3);
    expect((lossAt(0, beside) - lossAt(0, -beside)) / (2 * beside)).toBeCloseTo(present!.slope[1], 3);
    model.arena.memory.set(here, model.ranges.weights);
  }
});

test('a plane that is none has no surface', () => {
  const run = trained(noisy, 1);
  const none = (directions: Directions) =>
    expect(viewsOf(run, { kind: 'surface', directions, rows: 'all', size: 8 })).toEqual({ surface: null });
  none({ kind: 'weights', across: { layer: 0, at: 2 }, up: { layer: 0, at: 2 } });
  none({ kind: 'weights', across: { layer: 0, at: 2 }, up: { layer: 4, at: 0 } });
  // One move is a straight line.
  none({ kind: 'principal' });
});

test('along a random way every neuron and every bias moves by as much as it is long', () => {
  const run = trained(noisy, 20);
  const { model } = run.trainer.settings;
  const here = weightsOf(run);
  const plane = all(layPlane(model, { kind: 'random', seed: 5 }, pathOf(run, here))) as Plane;
  const there = new Float64Array(here.length);
  plane.put(plane.at[0] + 1, plane.at[1], there, 0);
  const moved = there.map((value, i) => value - here[i]!);
  const lengthOf = (numbers: ArrayLike<number>, at: readonly number[]) =>
    Math.hypot(...at.map((i) => numbers[i]!));
  // The network is 2-4-1: kernel 2 × 4, four biases, kernel 4 × 1, one bias.
  const parts = [[0, 4], [1, 5], [2, 6], [3, 7], [8, 9, 10, 11], [12, 13, 14, 15], [16]];
  for (const part of parts) expect(lengthOf(moved, part)).toBeCloseTo(lengthOf(here, part), 6);
});

test('the path of a short run has the very weights that the run had', () => {
  const run = trained(noisy, 300);
  const here = weightsOf(run);
  expect(run.history.keyframes.length).toBeLessThan(10);
  expect(all(fillPath(run))).toBe(true);
  const path = pathOf(run, here);
  expect(path.length).toBeGreaterThan(60);
  const other = started(noisy);
  for (const { step, weights } of path) {
    seek(other, step);
    expect([...Float32Array.from(weights)]).toEqual([...weightsOf(other)]);
  }
  expect(all(fillPath(run))).toBe(false);
});

test('the principal directions of points are those of their covariance matrix', () => {
  const points = Array.from({ length: 30 }, (_, i) =>
    Float64Array.from({ length: 6 }, (__, k) => Math.sin(i * (0.13 + k * 0.21)) * (6 - k) + 0.02 * i * k),
  );
  const { directions, shares } = all(principalOf(points, 2));
  const middle = points[0]!.map((_, k) => points.reduce((sum, point) => sum + point[k]!, 0) / 30);
  const covariance = middle
    .map((_, k) => k)
    .reduce<number[][]>((rows, k) => {
      const row = [...middle].map((__, l) =>
        points.reduce((sum, point) => sum + (point[k]! - middle[k]!) * (point[l]! - middle[l]!), 0),
      );
      return [...rows, row];
    }, []);
  const times = (vector: number[]) =>
    covariance.map((row) => row.reduce((sum, value, k) => sum + value * vector[k]!, 0));
  const trace = covariance.reduce((sum, row, k) => sum + row[k]!, 0);
  directions.forEach((direction, which) => {
    const [v, w] = [[...direction], times([...direction])];
    const value = shares[which]! * trace;
    // An eigenvector, of length 1, whose eigenvalue is the share.
    v.forEach((part, k) => expect(w[k]).toBeCloseTo(value * part, 8));
    expect(Math.hypot(...v)).toBeCloseTo(1, 12);
  });
  // By von Mises's power method, and once more with what that found taken out, no other two are longer.
  const found: number[][] = [];
  for (const share of shares) {
    let vector = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
    for (let turn = 0; turn < 5000; turn++) {
      for (const other of found) {
        const part = vector.reduce((sum, value, k) => sum + value * other[k]!, 0);
        vector = vector.map((value, k) => value - part * other[k]!);
      }
      const next = times(vector);
      const length = Math.hypot(...next);
      vector = next.map((value) => value / length);
    }
    expect(Math.hypot(...times(vector)) / trace).toBeCloseTo(share, 9);
    found.push(vector);
  }
});
