// Convolutions whose weights or sums have no room in the scratch memory that a set of kernels keeps for itself.

import { describe, expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import { referenceKernels } from '../../src/engine/kernels/reference.ts';
import { type KernelSet, kernelsOver } from '../../src/engine/kernels/set.ts';
import { uniform } from '../../src/engine/random.ts';
import { windowOf } from '../../src/engine/window.ts';
import { sets } from './kernels/sets.ts';

const reference: KernelSet = {
  name: 'reference',
  own: 0,
  allocate: (size) => new Float32Array(size),
  over: referenceKernels,
};

interface Large {
  readonly title: string;
  readonly size: [number, number];
  readonly kernel: [number, number];
  readonly rows: number;
  readonly channels: number;
  readonly filters: number;
}

/** The scratch memory has 704 kB: 180,224 numbers, or one strip of 8 filters of 22,528 numbers each. */
const cases: readonly Large[] = [
  { title: '294,912 weights', size: [4, 5], kernel: [3, 3], rows: 1, channels: 128, filters: 256 },
  { title: '28,800 weights a filter', size: [2, 2], kernel: [3, 3], rows: 1, channels: 3200, filters: 3 },
  { title: '28,800 weights a channel', size: [2, 2], kernel: [3, 3], rows: 1, channels: 3, filters: 3200 },
  { title: 'a line of 100,000 pixels', size: [1, 100_000], kernel: [1, 3], rows: 1, channels: 1, filters: 2 },
  { title: 'more pictures than lie near', size: [13, 11], kernel: [3, 3], rows: 23, channels: 3, filters: 6 },
];

/** y, dx and dkernel of a convolution and its gradients, computed by a set. */
const compute = (set: KernelSet, { size, kernel, rows, channels, filters }: Large): Float32Array => {
  const window = windowOf(size, kernel, 1, 1, 'same');
  const arena = createArena('float32', set);
  const pixels = rows * size[0] * size[1];
  const weights = kernel[0] * kernel[1] * channels * filters;
  const [x, w, dy] = [pixels * channels, weights, pixels * filters].map((count) => arena.reserve(count)) as [
    number,
    number,
    number,
  ];
  const given = arena.size - x;
  const y = arena.reserve(pixels * filters);
  const [dx, dw] = [arena.reserve(pixels * channels), arena.reserve(weights)];
  arena.allocate();
  for (let i = 0; i < given; i++) arena.memory[x + i] = 2 * uniform(3, 'data', 0, 0, i) - 1;
  const k = kernelsOver(arena);
  k.convolve(x, w, y, rows, window, channels, filters);
  k.convolveGradient(dy, w, dx, rows, window, channels, filters);
  k.convolveKernelGradient(x, dy, dw, rows, window, channels, filters);
  return (arena.memory as Float32Array).slice(y);
};

for (const set of sets) {
  describe(`The set "${set.name}" gives the reference's bits`, () => {
    test.each(cases)('with $title', (large) => {
      const [expected, received] = [reference, set].map((one) => compute(one, large)) as [
        Float32Array,
        Float32Array,
      ];
      expect(expected.some((value) => value !== 0)).toBe(true);
      expect(received.findIndex((value, i) => !Object.is(value, expected[i]))).toBe(-1);
    });
  });
}
