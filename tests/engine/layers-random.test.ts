// Dropout and first weights, by distribution. Bounds are those of true randomness at 4.5 standard deviations; the
// numbers are a pure function of their keys, so a test that passes once passes always.

import { describe, expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import { draw, initializerNames, type InitializerSpec } from '../../src/engine/initializers/index.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { layers } from '../../src/engine/layers/index.ts';
import { createTape } from '../../src/engine/tape.ts';

const SIGMAS = 4.5;
const COUNT = 20_000;

/** Kolmogorov's bound on √n · D at the same chance of an honest failure: √(−ln(α / 2) / 2), α = 6.8e-6. */
const KOLMOGOROV = 2.51;

const drawn = (spec: InitializerSpec, fanIn: number, fanOut: number, layer = 3): number[] =>
  Array.from({ length: COUNT }, (_, index) =>
    draw(spec, { seed: 11, layer, weight: 0, index, fanIn, fanOut }),
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** √n times the largest distance between the share of draws below x and the chance of that. */
const apart = (values: readonly number[], chance: (x: number) => number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const distances = sorted.map((x, i) =>
    Math.max(chance(x) - i / sorted.length, (i + 1) / sorted.length - chance(x)),
  );
  return Math.sqrt(sorted.length) * Math.max(...distances);
};

/** The chance of a normal number below x, by the series Σ x^(2k+1) / (1·3·5 …) (Abramowitz and Stegun 26.2.11). */
const normalBelow = (x: number): number => {
  let [term, sum] = [x, x];
  for (let k = 1; k < 200; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
};

const uniformBelow = (low: number, high: number) => (x: number) =>
  Math.min(1, Math.max(0, (x - low) / (high - low)));
const cutBelow = (x: number): number =>
  (normalBelow(x) - normalBelow(-2)) / (normalBelow(2) - normalBelow(-2));

/** Variances as keras.initializers.VarianceScaling has them, of the fans. */
const scaled: { readonly [Name: string]: (fanIn: number, fanOut: number) => number } = {
  glorot: (fanIn, fanOut) => 2 / (fanIn + fanOut),
  he: (fanIn) => 2 / fanIn,
  lecun: (fanIn) => 1 / fanIn,
};

describe.each(['glorot', 'he', 'lecun'] as const)('%s', (name) => {
  test.each([
    [9, 72],
    [100, 1],
    [1, 1],
  ])('uniform with fans %i and %i is even within ±√(3 · variance)', (fanIn, fanOut) => {
    const limit = Math.sqrt(3 * scaled[name]!(fanIn, fanOut));
    const values = drawn(`${name}_uniform`, fanIn, fanOut);
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(limit);
    expect(apart(values, uniformBelow(-limit, limit))).toBeLessThan(KOLMOGOROV);
  });

  test.each([
    [9, 72],
    [100, 1],
    [1, 1],
  ])('normal with fans %i and %i is cut at two deviations and has the variance', (fanIn, fanOut) => {
    const variance = scaled[name]!(fanIn, fanOut);
    const values = drawn(`${name}_normal`, fanIn, fanOut);
    const deviation = Math.sqrt(variance) / 0.8796256610342398;
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(2 * deviation);
    expect(
      apart(
        values.map((value) => value / deviation),
        cutBelow,
      ),
    ).toBeLessThan(KOLMOGOROV);
    // Its squares, over the variance, have a variance of 1.366 (the moments of a normal number cut at ±2).
    const squares = mean(values.map((value) => (value * value) / variance));
    expect(Math.abs(squares - 1)).toBeLessThan((SIGMAS * Math.sqrt(1.366)) / Math.sqrt(COUNT));
  });
});

test('random_uniform and random_normal have the range, mean and deviation asked for, and Keras’s without', () => {
  const wide = { type: 'random_uniform', settings: { minval: -1, maxval: 3 } } as const;
  expect(apart(drawn(wide, 4, 4), uniformBelow(-1, 3))).toBeLessThan(KOLMOGOROV);
  expect(apart(drawn('random_uniform', 4, 4), uniformBelow(-0.05, 0.05))).toBeLessThan(KOLMOGOROV);
  const far = { type: 'random_normal', settings: { mean: 5, stddev: 2 } } as const;
  expect(
    apart(
      drawn(far, 4, 4).map((x) => (x - 5) / 2),
      normalBelow,
    ),
  ).toBeLessThan(KOLMOGOROV);
  const plain = drawn('random_normal', 4, 4);
  expect(
    apart(
      plain.map((x) => x / 0.05),
      normalBelow,
    ),
  ).toBeLessThan(KOLMOGOROV);
  expect(Math.max(...plain.map(Math.abs)), 'not cut').toBeGreaterThan(0.15);
});

test('zeros, ones and constant are what they say', () => {
  expect(new Set(drawn('zeros', 2, 2))).toEqual(new Set([0]));
  expect(new Set(drawn('ones', 2, 2))).toEqual(new Set([1]));
  expect(new Set(drawn('constant', 2, 2))).toEqual(new Set([0]));
  expect(new Set(drawn({ type: 'constant', settings: { value: 0.1 } }, 2, 2))).toEqual(new Set([0.1]));
});

describe.each(initializerNames)('%s', (name) => {
  test('gives one key one number, and other layers other numbers', () => {
    const values = drawn(name, 9, 4);
    expect(drawn(name, 9, 4)).toEqual(values);
    const random = !['zeros', 'ones', 'constant'].includes(name);
    expect(drawn(name, 9, 4, 4).some((value, i) => value !== values[i])).toBe(random);
  });
});

/** What is left of ones after Dropout on a tape that trains. */
const dropped = (
  rate: number,
  key: { seed: number; step: number },
  id = 5,
  rows = 20,
  training = true,
): number[] => {
  const arena = createArena('float32');
  const tape = createTape(arena, kernelsOver(arena), rows, training);
  const x = tape.rows(1000);
  const { output } = layers.Dropout.record(tape, { type: 'Dropout', id, rate }, [], x);
  arena.allocate();
  arena.memory.fill(1, x.at, x.at + rows * 1000);
  Object.assign(tape.key, key);
  tape.forward(rows, 0, 0);
  return [...arena.memory.subarray(output.at, output.at + rows * 1000)];
};

describe('Dropout', () => {
  const KEY = { seed: 7, step: 40 };

  test.each([0.1, 0.25, 0.5, 0.8])('drops a share of %f and scales up the rest', (rate) => {
    const values = dropped(rate, KEY);
    const share = values.filter((value) => value === 0).length / values.length;
    expect(Math.abs(share - rate)).toBeLessThan(SIGMAS * Math.sqrt((rate * (1 - rate)) / values.length));
    const kept = Math.fround(1 / Math.fround(1 - rate));
    expect(new Set(values)).toEqual(new Set([0, kept]));
  });

  test('drops nothing at rate 0, everything at rate 1, and nothing where it does not train', () => {
    expect(new Set(dropped(0, KEY))).toEqual(new Set([1]));
    expect(new Set(dropped(1, KEY))).toEqual(new Set([0]));
    expect(new Set(dropped(0.5, KEY, 5, 20, false))).toEqual(new Set([1]));
  });

  test('has one mask for one key, and masks that have nothing to do with each other for another', () => {
    const one = dropped(0.5, KEY);
    expect(dropped(0.5, KEY)).toEqual(one);
    const others = [
      dropped(0.5, { ...KEY, step: 41 }),
      dropped(0.5, { ...KEY, seed: 8 }),
      dropped(0.5, KEY, 6),
      [...one.slice(1000), ...one.slice(0, 1000)],
    ];
    for (const other of others) {
      const agree = other.filter((value, i) => value === one[i]).length / one.length;
      expect(Math.abs(agree - 0.5)).toBeLessThan((SIGMAS * 0.5) / Math.sqrt(one.length));
    }
  });

  test('gives a ragged batch the first rows of the whole one', () => {
    expect(dropped(0.5, KEY, 5, 7)).toEqual(dropped(0.5, KEY).slice(0, 7000));
  });
});
