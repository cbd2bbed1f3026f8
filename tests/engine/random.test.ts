// Bounds are those of true randomness at 4.5 standard deviations: about one honest draw in 150 000 breaks one.
// The numbers are a pure function of their keys, so a test that passes once passes always.

import { describe, expect, test } from 'vitest';
import { normal, permutation, type Purpose, randomBits, uniform } from '../../src/engine/random.ts';

const DRAWS = 65536;
const SIGMAS = 4.5;
const PURPOSES: Purpose[] = ['weights', 'shuffle', 'data', 'noise', 'dropout', 'split', 'landscape'];

type Key = [seed: number, purpose: Purpose, layer: number, step: number, index: number];

/** Runs of keys in which one argument counts up and the others stand still. */
const RUNS: [name: string, key: (n: number) => Key][] = [
  ['index', (n) => [7, 'weights', 3, 0, n]],
  ['step', (n) => [7, 'dropout', 3, n, 5]],
  ['step above 2³²', (n) => [7, 'dropout', 3, n * 2 ** 32, 5]],
  ['layer', (n) => [7, 'weights', n, 0, 5]],
  ['seed', (n) => [n, 'weights', 3, 0, 5]],
  ['upper half of the seed', (n) => [n * 65536, 'weights', 3, 0, 5]],
];

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many standard deviations the chi-square of the counts lies from its mean (Wilson and Hilferty 1931). */
function unevenness(counts: ArrayLike<number>, freedom = counts.length - 1, scale = 1): number {
  const observed = Array.from(counts);
  const expected = mean(observed);
  const chiSquare = scale * observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const spread = 2 / (9 * freedom);
  return Math.abs((Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread));
}

function correlation(a: number[], b: number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - meanA) * (b[i]! - meanB);
    aa += (value - meanA) ** 2;
    bb += (b[i]! - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

const uncorrelated = (n: number) => SIGMAS / Math.sqrt(n);

describe.each(RUNS)('when only the %s varies', (_name, key) => {
  const draws = Array.from({ length: DRAWS }, (_, n) => uniform(...key(n)));

  test('each byte of the random bits is uniform', () => {
    for (const shift of [0, 8, 16, 24]) {
      const counts = new Uint32Array(256);
      for (let n = 0; n < DRAWS; n++) counts[(randomBits(...key(n)) >>> shift) & 255]! += 1;
      expect(unevenness(counts)).toBeLessThan(SIGMAS);
    }
  });

  test('the upper and the lowest bits of the uniform numbers are uniform', () => {
    const upper = new Uint32Array(256);
    const lowest = new Uint32Array(256);
    for (const draw of draws) {
      upper[Math.floor(draw * 256)]! += 1;
      lowest[(draw * 2 ** 53) % 256]! += 1;
    }
    expect(unevenness(upper)).toBeLessThan(SIGMAS);
    expect(unevenness(lowest)).toBeLessThan(SIGMAS);
  });

  test('neighbours know nothing of each other', () => {
    for (const distance of [1, 2, 16]) {
      const later = draws.slice(distance);
      const earlier = draws.slice(0, later.length);
      expect(Math.abs(correlation(earlier, later))).toBeLessThan(uncorrelated(later.length));
      const pairs = new Uint32Array(256);
      earlier.forEach((draw, i) => {
        pairs[Math.floor(draw * 16) * 16 + Math.floor(later[i]! * 16)]! += 1;
      });
      expect(unevenness(pairs)).toBeLessThan(SIGMAS);
    }
  });
});

test('different purposes know nothing of each other', () => {
  const streams = PURPOSES.map((purpose) =>
    Array.from({ length: DRAWS }, (_, index) => uniform(7, purpose, 0, 0, index)),
  );
  streams.forEach((stream, i) => {
    for (const other of streams.slice(i + 1)) {
      expect(Math.abs(correlation(stream, other))).toBeLessThan(uncorrelated(DRAWS));
    }
  });
});

/** The whole number x with one bit flipped; x may be wider than 32 bits. */
function flip(x: number, bit: number): number {
  return Math.floor(x / 2 ** bit) % 2 === 0 ? x + 2 ** bit : x - 2 ** bit;
}

test('flipping any one bit of a key flips each bit of the result every second time', () => {
  const trials = 512;
  const keys = Array.from({ length: trials }, (_, n): Key => [n, 'noise', n % 7, n * 3, n * 5]);
  const varied: [place: 0 | 2 | 3 | 4, bits: number][] = [
    [0, 32],
    [2, 32],
    [3, 53],
    [4, 32],
  ];
  // 5.5 rather than 4.5 standard deviations for one cell, since there are 4,768 of them.
  const cellBound = 5.5 * Math.sqrt(trials / 4);
  for (const [place, bits] of varied) {
    for (let bit = 0; bit < bits; bit++) {
      const flips = new Uint32Array(32);
      for (const key of keys) {
        const flipped: Key = [...key];
        flipped[place] = flip(key[place], bit);
        const difference = randomBits(...key) ^ randomBits(...flipped);
        for (let out = 0; out < 32; out++) flips[out]! += (difference >>> out) & 1;
      }
      for (const count of flips) expect(Math.abs(count - trials / 2)).toBeLessThan(cellBound);
      const total = flips.reduce((sum, count) => sum + count, 0);
      expect(Math.abs(total - trials * 16)).toBeLessThan(SIGMAS * Math.sqrt(trials * 8));
    }
  }
});

test('no two of 98,304 small keys meet, permuted arguments included', () => {
  const seen = new Set<number>();
  let keys = 0;
  for (const purpose of PURPOSES) {
    for (let n = 0; n < 16384; n++) {
      seen.add(uniform(n & 15, purpose, (n >> 4) & 7, (n >> 7) & 7, n >> 10));
      keys++;
    }
  }
  expect(seen.size).toBe(keys);
});

test('uniform numbers lie in [0, 1) with the mean and variance of a uniform number', () => {
  const draws = Array.from({ length: DRAWS }, (_, index) => uniform(2, 'data', 0, 0, index));
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  let [sum, squares] = [0, 0];
  for (const draw of draws) {
    sum += draw - 0.5;
    squares += (draw - 0.5) ** 2;
  }
  expect(Math.abs(sum / DRAWS)).toBeLessThan(SIGMAS * Math.sqrt(1 / 12 / DRAWS));
  expect(Math.abs(squares / DRAWS - 1 / 12)).toBeLessThan(SIGMAS * Math.sqrt(1 / 180 / DRAWS));
});

describe('normal numbers', () => {
  const draws = Array.from({ length: DRAWS }, (_, index) => normal(3, 'noise', 1, 4, index));
  const moment = (power: number) => draws.reduce((sum, draw) => sum + draw ** power, 0) / DRAWS;

  test('have the first four moments of the standard normal', () => {
    expect(Math.abs(moment(1))).toBeLessThan(SIGMAS * Math.sqrt(1 / DRAWS));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(SIGMAS * Math.sqrt(2 / DRAWS));
    expect(Math.abs(moment(3))).toBeLessThan(SIGMAS * Math.sqrt(15 / DRAWS));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(SIGMAS * Math.sqrt(96 / DRAWS));
  });

  test('fall between the quartiles of the standard normal a quarter of the time each', () => {
    const counts = new Uint32Array(4);
    for (const draw of draws) {
      const outer = Math.abs(draw) > 0.6744897501960817 ? 1 : 0;
      counts[(draw < 0 ? 0 : 2) + outer]! += 1;
    }
    expect(unevenness(counts)).toBeLessThan(SIGMAS);
  });

  test('know nothing of their neighbours, nor of the uniform number with the same key', () => {
    const later = draws.slice(1);
    expect(Math.abs(correlation(draws.slice(0, -1), later))).toBeLessThan(uncorrelated(DRAWS - 1));
    const uniforms = draws.map((_, index) => uniform(3, 'noise', 1, 4, index));
    expect(Math.abs(correlation(draws, uniforms))).toBeLessThan(uncorrelated(DRAWS));
    const sizes = draws.map(Math.abs);
    expect(Math.abs(correlation(sizes, uniforms))).toBeLessThan(uncorrelated(DRAWS));
  });
});

describe('a permutation', () => {
  test('holds each number once', () => {
    for (const n of [0, 1, 2, 7, 1000]) {
      const order = permutation(n, 5, 'shuffle', 9);
      expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    }
  });

  test('puts each number in each place equally often', () => {
    const n = 8;
    const counts = new Uint32Array(n * n);
    for (let step = 0; step < 16384; step++) {
      permutation(n, 5, 'shuffle', step).forEach((value, place) => {
        counts[place * n + value]! += 1;
      });
    }
    // Rows and columns have fixed sums, which leaves (n − 1)² degrees of freedom; the entries of a permutation
    // matrix vary n / (n − 1) times as much along them as those of a plain table, which the scale takes back.
    expect(unevenness(counts, (n - 1) ** 2, (n - 1) / n)).toBeLessThan(SIGMAS);
  });

  test('takes each of the 24 orders of four equally often, over seeds', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 16384; seed++) {
      const order = permutation(4, seed, 'split', 0).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(unevenness([...counts.values()])).toBeLessThan(SIGMAS);
  });
});

function drawAll(key: Key): number[] {
  return [randomBits(...key), uniform(...key), normal(...key)];
}

test('the same key gives the same number, whatever was drawn before and in whatever order', () => {
  const keys = Array.from({ length: 1000 }, (_, n): Key => [n, PURPOSES[n % 6]!, n % 5, n * 7, n * 11]);
  const forward = keys.map(drawAll);
  const shuffled = permutation(10, 1, 'shuffle', 0);
  const backward = keys.toReversed().map(drawAll).toReversed();
  expect(backward).toEqual(forward);
  expect(permutation(10, 1, 'shuffle', 0)).toEqual(shuffled);
});
