// Every kernel of every set against the reference, bit for bit: any sizes, any alignment, any numbers.

import { describe, expect, test } from 'vitest';
import { type KernelSet, kernelSet, useKernels } from '../../src/engine/kernels/set.ts';
import { activations } from './kernels/activations.ts';
import type { Cases, Name } from './kernels/case.ts';
import { createDraw } from './kernels/draw.ts';
import { image } from './kernels/image.ts';
import { layers } from './kernels/layers.ts';
import { losses } from './kernels/losses.ts';
import { matrix } from './kernels/matrix.ts';
import { copy, createBed, difference, distance, fill, layOut, roomIn } from './kernels/memory.ts';
import { optimizers } from './kernels/optimizers.ts';
import { sets, withThreads } from './kernels/sets.ts';

const cases: Cases = { ...matrix, ...activations, ...losses, ...optimizers, ...layers, ...image };
const names = Object.keys(cases).sort() as Name[];

const SEED = 11;
const DRAWS = 200;
/** With threads the kernels are the same: it is their parts that are tried. */
const DRAWS_WITH_THREADS = 40;

useKernels(null);
const reference = kernelSet('float32');

/** A draw in words. */
const describeDraw = (name: Name, number: number): string => {
  const draw = createDraw(SEED, names.indexOf(name), number);
  const buffers = Object.entries(cases[name](draw).buffers).map(([buffer, [count]]) => `${buffer} ${count}`);
  return `${draw.mood}; ${buffers.join(', ')}`;
};

const bedsOf = (set: KernelSet, pages: number) => {
  const room = roomIn(set, pages);
  return {
    room,
    expected: createBed(reference, room),
    received: createBed(set, room),
    double: createBed(kernelSet('float64'), room, 'float64'),
  };
};

test('Every kernel of the contract has cases.', () => {
  const { expected } = bedsOf(reference, 1);
  const kernels = Object.keys(expected.kernels).filter((name) => !['note', 'ask', 'repeat'].includes(name));
  expect(names).toEqual(kernels.sort());
});

for (const set of sets) {
  describe(`Kernels of the set "${set.name}" give the reference's bits, and write nothing else`, () => {
    const large = bedsOf(set, 5);
    // Threads stay where they are.
    const small = withThreads.includes(set) ? large : bedsOf(set, 1);
    const draws = withThreads.includes(set) ? DRAWS_WITH_THREADS : DRAWS;

    /** One draw of a kernel: null, or what is wrong with it. */
    const trial = (name: Name, number: number): string | null => {
      const draw = createDraw(SEED, names.indexOf(name), number);
      const drawn = cases[name](draw);
      const size = Object.values(drawn.buffers).reduce((sum, [count]) => sum + count + 16, 8);
      const { room, expected, received, double } = size < small.room ? small : large;
      const layout = layOut(drawn, draw, room);
      const [here, there] = [expected.places(layout), received.places(layout)];

      fill(expected, drawn, layout, draw);
      drawn.before?.(expected.kernels, here);
      copy(expected, received, layout);
      if (draw.mood === 'ordinary') copy(expected, double, layout);

      const result = drawn.call(expected.kernels, here);
      const ours = drawn.call(received.kernels, there);
      if (!Object.is(result, ours)) return `returned ${String(ours)} where ${String(result)} was expected`;
      const wrong = difference(expected, received, layout);
      if (wrong) return `called at once, ${wrong}`;

      if (draw.mood === 'ordinary') {
        const exact = drawn.call(double.kernels, double.places(layout));
        if (typeof exact === 'number' && Math.abs(exact - Number(ours)) > 1e-5 * Math.max(1, exact))
          return `in Float64 ${exact}, in Float32 ${String(ours)}`;
        const apart = distance(received, double, layout);
        if (apart) return apart;
      }

      const program = received.kernels.note(() => drawn.call(received.kernels, there));
      for (const time of ['first', 'second']) {
        drawn.call(expected.kernels, here);
        program.make();
        const other = difference(expected, received, layout);
        if (other) return `in a program's ${time} run, ${other}`;
      }
      return null;
    };

    test.each(names)('%s', (name) => {
      const wrong: string[] = [];
      for (let number = 0; number < draws && wrong.length === 0; number++) {
        const found = trial(name, number);
        if (found) wrong.push(`seed ${SEED}, draw ${number} (${describeDraw(name, number)}): ${found}`);
      }
      expect(wrong).toEqual([]);
    });
  });
}
