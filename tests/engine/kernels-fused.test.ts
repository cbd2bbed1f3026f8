// What a program makes in one call it made in several: the bits are those of the reference, which makes one after the other.

import { expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import type { Kernels } from '../../src/engine/kernels/kernels.ts';
import { type KernelSet, kernelSet, kernelsOver, useKernels } from '../../src/engine/kernels/set.ts';
import { uniform } from '../../src/engine/random.ts';
import { windowOf } from '../../src/engine/window.ts';
import { sets } from './kernels/sets.ts';

const ODD = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-45];

/** Numbers about 0, many of them equal, and one of seven an odd one. */
const numbers = (count: number, purpose: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => {
    const draw = uniform(8, 'data', purpose, 0, i);
    return i % 7 === 3 ? ODD[Math.floor(draw * ODD.length)]! : Math.round(16 * draw - 8) / 4;
  });

/** The bits of all memory after a program has run twice; a NaN is a NaN. */
const bitsAfter = (
  set: KernelSet,
  sizes: readonly number[],
  calls: (kernels: Kernels, places: readonly number[]) => void,
): number[] => {
  const arena = createArena('float32', set);
  const places = sizes.map((size) => arena.reserve(size));
  arena.allocate();
  sizes.forEach((size, i) => arena.memory.set(numbers(size, i), places[i]));
  const kernels = kernelsOver(arena);
  const program = kernels.note(() => calls(kernels, places));
  program.make();
  program.make();
  const end = places.at(-1)! + sizes.at(-1)!;
  const made = arena.memory
    .slice(places[0], end)
    .map((number) => (Number.isNaN(number) ? Number.NaN : number));
  return [...new Int32Array(made.buffer)];
};

useKernels(null);
const reference = kernelSet('float32');

const SHAPES = [
  { side: 8, size: 2, channels: 8, rows: 9 },
  { side: 6, size: 2, channels: 3, rows: 5 },
  { side: 9, size: 3, channels: 5, rows: 4 },
  // Windows leave a line of cells out, or meet each other's cells.
  { side: 7, size: 2, channels: 4, rows: 4 },
  { side: 7, size: 3, stride: 2, channels: 4, rows: 4 },
];

for (const set of sets) {
  test.each(SHAPES)(
    `${set.name}: the gradient of relu and pooling, $side by $size, $channels channels`,
    (shape) => {
      const { side, size, channels, rows } = shape;
      const window = windowOf([side, side], size, shape.stride ?? size, 1, 'valid');
      const whole = rows * side * side * channels;
      const part = rows * window.outHeight * window.outWidth * channels;
      const calls = (
        kernels: Kernels,
        [z = 0, x = 0, y = 0, dy = 0, dx = 0, dz = 0]: readonly number[],
      ): void => {
        kernels.fill(dx, whole, 0);
        kernels.fill(dz, whole, 0);
        kernels.relu(z, x, whole);
        kernels.maxPool(x, y, rows, window, channels);
        kernels.maxPoolGradient(x, y, dy, dx, rows, window, channels);
        kernels.reluGradient(x, dx, dz, whole);
      };
      const sizes = [whole, whole, part, part, whole, whole];
      expect(bitsAfter(set, sizes, calls)).toEqual(bitsAfter(reference, sizes, calls));
    },
  );
}
