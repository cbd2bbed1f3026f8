// What must hold for any numbers, whatever Keras says of single cases.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArena, type Precision, type Tensor } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { type LayerSpec, definitionOf } from '../../src/engine/layers/index.ts';
import { type Shape, sizeOf } from '../../src/engine/shape.ts';
import { createTape } from '../../src/engine/tape.ts';

const settings = { seed: 31, numRuns: 100 };
const side = fc.integer({ min: 1, max: 6 });
const numbers = (count: number) =>
  fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: count, maxLength: count });

/** The output of one layer with weights given in order, as an inference tape has it. */
const outputOf = (
  spec: LayerSpec,
  input: Shape,
  x: readonly number[],
  weights: readonly (readonly number[])[],
  precision: Precision = 'float32',
): number[] => {
  const [rows = 0, ...row] = input;
  const arena = createArena(precision);
  const tape = createTape(arena, kernelsOver(arena), rows);
  const from = tape.rows(row);
  const tensors = definitionOf(spec)
    .weights(spec, row)
    .map(({ shape }): Tensor => {
      const tensor = arena.tensor(shape);
      tape.watch(tensor, arena.reserve(sizeOf(shape)));
      return tensor;
    });
  const { output } = definitionOf(spec).record(tape, spec, tensors, from);
  arena.allocate();
  arena.memory.set(x, from.at);
  tensors.forEach(({ at }, index) => arena.memory.set(weights[index]!, at));
  tape.forward(rows, 0, 0);
  return [...arena.memory.subarray(output.at, output.at + sizeOf(output.shape))];
};

test('a 1 × 1 convolution is Dense on each pixel, bit for bit', () => {
  const cases = fc
    .tuple(side, side, side, side)
    .chain(([height, width, channels, units]) =>
      fc.tuple(
        fc.constant([height, width, channels, units] as const),
        numbers(2 * height * width * channels),
        numbers(channels * units),
        numbers(units),
      ),
    );
  fc.assert(
    fc.property(cases, ([[height, width, channels, units], x, kernel, bias]) => {
      const input = [2, height, width, channels];
      const shared = { id: 1, activation: 'tanh' } as const;
      const convolved = outputOf({ ...shared, type: 'Conv2D', filters: units, kernel_size: 1 }, input, x, [
        kernel,
        bias,
      ]);
      expect(convolved).toEqual(outputOf({ ...shared, type: 'Dense', units }, input, x, [kernel, bias]));
    }),
    settings,
  );
});

test('the average of a constant is the constant, at the padded edge too', () => {
  const pools = fc.record({
    pool_size: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    strides: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(pools, side, side, fc.integer({ min: -1000, max: 1000 }), (pool, height, width, value) => {
      const input = [1, height, width, 2];
      const x = Array.from({ length: sizeOf(input) }, () => value);
      const spec: LayerSpec = { type: 'AveragePooling2D', id: 1, padding: 'same', ...pool };
      expect(new Set(outputOf(spec, input, x, []))).toEqual(new Set([value]));
      expect(new Set(outputOf({ type: 'GlobalAveragePooling2D', id: 1 }, input, x, []))).toEqual(
        new Set([value]),
      );
    }),
    settings,
  );
});

test('the largest of a window is one of its cells and no smaller than its average', () => {
  fc.assert(
    fc.property(
      side,
      side,
      numbers(72),
      fc.integer({ min: 1, max: 3 }),
      (height, width, values, pool_size) => {
        const input = [1, height, width, 2];
        const x = values.slice(0, sizeOf(input));
        const shared = { id: 1, padding: 'same', pool_size, strides: 1 } as const;
        const largest = outputOf({ ...shared, type: 'MaxPooling2D' }, input, x, []);
        const averages = outputOf({ ...shared, type: 'AveragePooling2D' }, input, x, []);
        expect(largest.every((value) => x.some((one) => one === value))).toBe(true);
        expect(largest.every((value, i) => value >= averages[i]! - 1e-5)).toBe(true);
      },
    ),
    settings,
  );
});

test('a picture moved by one cell moves the convolution by one cell, away from the edge', () => {
  fc.assert(
    fc.property(numbers(5 * 6), numbers(9), (picture, kernel) => {
      const spec: LayerSpec = { type: 'Conv2D', id: 1, filters: 1, kernel_size: 3, use_bias: false };
      const wide = (from: number) =>
        Array.from({ length: 5 }, (_, row) => picture.slice(6 * row + from, 6 * row + from + 5)).flat();
      const [still, moved] = [wide(0), wide(1)].map((x) => outputOf(spec, [1, 5, 5, 1], x, [kernel]));
      for (let row = 0; row < 3; row++) {
        expect(still!.slice(3 * row + 1, 3 * row + 3)).toEqual(moved!.slice(3 * row, 3 * row + 2));
      }
    }),
    settings,
  );
});

test('NaN in a picture is not hidden by pooling', () => {
  for (const at of [0, 1, 2, 3]) {
    const x = [1, 2, 3, 4].map((value, i) => (i === at ? Number.NaN : value));
    expect(outputOf({ type: 'MaxPooling2D', id: 1, pool_size: 2 }, [1, 2, 2, 1], x, [])).toEqual([
      Number.NaN,
    ]);
  }
});
