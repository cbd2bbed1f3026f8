// The contract of the picture kernels, to the last bit: against sums written out one by one, and against the matrix
// product of the pictures laid out as rows of windows.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import type { Kernels } from '../../src/engine/kernels/kernels.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { uniform } from '../../src/engine/random.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { type Padding, type Window, windowOf } from '../../src/engine/window.ts';

const settings = { seed: 5, numRuns: 80 };

interface Case {
  readonly window: Window;
  readonly rows: number;
  readonly channels: number;
  readonly filters: number;
}

const small = (max: number) => fc.integer({ min: 1, max });
const pair = (max: number) => fc.tuple(small(max), small(max));

const cases = fc
  .record({
    size: pair(6),
    kernel: pair(3),
    strides: pair(3),
    dilation: pair(2),
    padding: fc.constantFrom<Padding>('valid', 'same'),
    rows: small(3),
    channels: small(3),
    filters: small(3),
  })
  .map(
    ({ size, kernel, strides, dilation, padding, ...rest }): Case => ({
      ...rest,
      window: windowOf(size, kernel, strides, dilation, padding),
    }),
  )
  .filter(({ window }) => window.outHeight > 0 && window.outWidth > 0);

/** A memory with named stretches, each filled with numbers of its own. */
const place = (stretches: Readonly<Record<string, number>>) => {
  const arena = createArena('float32');
  const at = Object.fromEntries(
    Object.entries(stretches).map(([name, count]) => [name, arena.reserve(count)]),
  );
  arena.allocate();
  for (let i = arena.set.own; i < arena.size; i++) arena.memory[i] = 4 * uniform(9, 'data', 0, 0, i) - 2;
  const read = (name: string): number[] =>
    Array.from(arena.memory.subarray(at[name], at[name]! + stretches[name]!));
  return { kernels: kernelsOver(arena), at, read };
};

/** Calls `meet` with every pair of stop and cell of the contract, in the order of r, i, j, p, q. */
const eachMeeting = (
  { window: w, rows }: Case,
  meet: (stop: number, cell: number, weight: number) => void,
): void => {
  for (let r = 0; r < rows; r++)
    for (let i = 0; i < w.outHeight; i++)
      for (let j = 0; j < w.outWidth; j++)
        for (let p = 0; p < w.tall; p++)
          for (let q = 0; q < w.wide; q++) {
            const a = i * w.strideY + p * w.dilationY - w.top;
            const b = j * w.strideX + q * w.dilationX - w.left;
            if (a < 0 || b < 0 || a >= w.height || b >= w.width) continue;
            meet((r * w.outHeight + i) * w.outWidth + j, (r * w.height + a) * w.width + b, p * w.wide + q);
          }
};

const sizes = ({ window: w, rows, channels, filters }: Case) => ({
  cells: rows * w.height * w.width,
  stops: rows * w.outHeight * w.outWidth,
  x: rows * w.height * w.width * channels,
  y: rows * w.outHeight * w.outWidth * filters,
  pooled: rows * w.outHeight * w.outWidth * channels,
  kernel: w.tall * w.wide * channels * filters,
});

describe('convolution', () => {
  test('is the matrix product of its windows, bit for bit, padding as zeros', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { x, y, kernel, stops } = sizes(one);
        const inner = kernel / one.filters;
        const { kernels, at, read } = place({ x, kernel, y, windows: stops * inner, products: y });
        const [pixels, laid] = [read('x'), new Float32Array(stops * inner)];
        eachMeeting(one, (stop, cell, weight) => {
          for (let c = 0; c < one.channels; c++) {
            laid[stop * inner + weight * one.channels + c] = pixels[cell * one.channels + c]!;
          }
        });
        write(kernels, at['windows']!, laid);
        kernels.convolve(at['x']!, at['kernel']!, at['y']!, one.rows, one.window, one.channels, one.filters);
        kernels.matmul(at['windows']!, at['kernel']!, at['products']!, stops, inner, one.filters);
        expect(read('y')).toEqual(read('products'));
      }),
      settings,
    );
  });

  test('sums the gradient of the kernel from 0 by row and stop, then adds it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { x, y, kernel } = sizes(one);
        const { kernels, at, read } = place({ x, dy: y, kernel });
        const [pixels, dy, before] = [read('x'), read('dy'), read('kernel')];
        const sums = before.map(() => 0);
        eachMeeting(one, (stop, cell, weight) => {
          for (let c = 0; c < one.channels; c++)
            for (let o = 0; o < one.filters; o++) {
              const k = (weight * one.channels + c) * one.filters + o;
              const product = Math.fround(pixels[cell * one.channels + c]! * dy[stop * one.filters + o]!);
              sums[k] = Math.fround(sums[k]! + product);
            }
        });
        kernels.convolveKernelGradient(
          at['x']!,
          at['dy']!,
          at['kernel']!,
          one.rows,
          one.window,
          one.channels,
          one.filters,
        );
        expect(read('kernel')).toEqual(before.map((value, k) => Math.fround(value + sums[k]!)));
      }),
      settings,
    );
  });

  test('sums the gradient of each pixel from 0 by kernel cell and filter, then adds it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { x, y, kernel } = sizes(one);
        const { kernels, at, read } = place({ dx: x, dy: y, kernel });
        const [before, dy, w] = [read('dx'), read('dy'), read('kernel')];
        const terms: { weight: number; o: number; product: number }[][] = before.map(() => []);
        eachMeeting(one, (stop, cell, weight) => {
          for (let c = 0; c < one.channels; c++)
            for (let o = 0; o < one.filters; o++) {
              const factor = w[(weight * one.channels + c) * one.filters + o]!;
              const product = Math.fround(dy[stop * one.filters + o]! * factor);
              terms[cell * one.channels + c]!.push({ weight, o, product });
            }
        });
        const expected = before.map((value, k) => {
          const ordered = terms[k]!.toSorted((s, t) => s.weight - t.weight || s.o - t.o);
          return Math.fround(value + ordered.reduce((sum, { product }) => Math.fround(sum + product), 0));
        });
        kernels.convolveGradient(
          at['dy']!,
          at['kernel']!,
          at['dx']!,
          one.rows,
          one.window,
          one.channels,
          one.filters,
        );
        expect(read('dx')).toEqual(expected);
      }),
      settings,
    );
  });
});

const write = (kernels: Kernels, at: number, values: Float32Array): void => {
  values.forEach((value, i) => {
    kernels.fill(at + i, 1, value);
  });
};

/** Pools have no dilation: under each of their windows lies a cell at least. */
const poolCases = cases.filter(({ window }) => window.dilationY === 1 && window.dilationX === 1);

describe('pooling', () => {
  /** The cells of x under each number of y, in the order of p, then q. */
  const windowsOf = (one: Case): number[][] => {
    const cells: number[][] = Array.from({ length: sizes(one).pooled }, () => []);
    eachMeeting(one, (stop, cell) => {
      for (let c = 0; c < one.channels; c++) cells[stop * one.channels + c]!.push(cell * one.channels + c);
    });
    return cells;
  };

  test('takes the largest cell and gives the gradient to the first such cell, stop by stop', () => {
    fc.assert(
      fc.property(poolCases, fc.boolean(), (one, even) => {
        const { x, pooled } = sizes(one);
        const { kernels, at, read } = place({ x, y: pooled, dy: pooled, dx: x });
        // All equal: every cell is a largest one.
        if (even) kernels.fill(at['x']!, x, 1.5);
        const [pixels, dy, expected] = [read('x'), read('dy'), read('dx')];
        const windows = windowsOf(one);
        windows.forEach((cells, i) => {
          const top = Math.max(...cells.map((cell) => pixels[cell]!));
          const first = cells.find((cell) => pixels[cell] === top)!;
          expected[first] = Math.fround(expected[first]! + dy[i]!);
        });
        kernels.maxPool(at['x']!, at['y']!, one.rows, one.window, one.channels);
        expect(read('y')).toEqual(windows.map((cells) => Math.max(...cells.map((cell) => pixels[cell]!))));
        kernels.maxPoolGradient(at['x']!, at['y']!, at['dy']!, at['dx']!, one.rows, one.window, one.channels);
        expect(read('dx')).toEqual(expected);
      }),
      settings,
    );
  });

  test('averages the cells inside in 8 partials and shares the gradient, stop by stop', () => {
    fc.assert(
      fc.property(poolCases, (one) => {
        const { x, pooled } = sizes(one);
        const most = one.window.tall * one.window.wide;
        const { kernels, at, read } = place({ x, y: pooled, dy: pooled, dx: x, list: most, mean: 1 });
        const [pixels, dy, gradient] = [read('x'), read('dy'), read('dx')];
        const averages = windowsOf(one).map((cells, i) => {
          for (const cell of cells) {
            gradient[cell] = Math.fround(gradient[cell]! + Math.fround(dy[i]! / cells.length));
          }
          // The mean kernel has the same sum and the same division.
          write(
            kernels,
            at['list']!,
            Float32Array.from(cells, (cell) => pixels[cell]!),
          );
          kernels.mean(at['list']!, at['mean']!, cells.length);
          return read('mean')[0];
        });
        kernels.averagePool(at['x']!, at['y']!, one.rows, one.window, one.channels);
        expect(read('y')).toEqual(averages);
        kernels.averagePoolGradient(at['dy']!, at['dx']!, one.rows, one.window, one.channels);
        expect(read('dx')).toEqual(gradient);
      }),
      settings,
    );
  });
});

test('a window that does not fit stops nowhere, one with the same padding ⌈n / stride⌉ times', () => {
  expect(windowOf([4, 4], 5, 1, 1, 'valid').outHeight).toBeLessThanOrEqual(0);
  for (const [cells, stride] of [
    [28, 2],
    [7, 2],
    [7, 3],
    [1, 4],
  ] as const) {
    const { outHeight, outWidth } = windowOf([cells, cells], 3, stride, 1, 'same');
    expect([outHeight, outWidth]).toEqual([Math.ceil(cells / stride), Math.ceil(cells / stride)]);
  }
  expect(sizeOf([])).toBe(1);
});

test('of equal cells the first inside the picture takes the whole gradient, as in Keras 3.15.1 on JAX', () => {
  const gradientOf = (window: Window): number[] => {
    const stops = window.outHeight * window.outWidth;
    const { kernels, at, read } = place({ x: 9, y: stops, dy: stops, dx: 9 });
    kernels.fill(at['x']!, 9, 0);
    kernels.fill(at['dx']!, 9, 0);
    write(
      kernels,
      at['dy']!,
      Float32Array.from({ length: stops }, (_, i) => i + 1),
    );
    kernels.maxPool(at['x']!, at['y']!, 1, window, 1);
    kernels.maxPoolGradient(at['x']!, at['y']!, at['dy']!, at['dx']!, 1, window, 1);
    return read('dx');
  };
  expect(gradientOf(windowOf([3, 3], 2, 1, 1, 'valid'))).toEqual([1, 2, 0, 3, 4, 0, 0, 0, 0]);
  expect(gradientOf(windowOf([3, 3], 2, 2, 1, 'same'))).toEqual([1, 0, 2, 0, 0, 0, 3, 0, 4]);
  expect(gradientOf(windowOf([3, 3], 3, 1, 1, 'same'))).toEqual([12, 9, 0, 15, 9, 0, 0, 0, 0]);
});
