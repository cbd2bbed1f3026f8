// Threads share calls: outputs are split, sums never are, so that a network learns the same with any number of them.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernels } from '../../scripts/kernels.mjs';
import { createArena } from '../../src/engine/arena.ts';
import { build, createTrainer, trainMany } from '../../src/engine/index.ts';
import { MATMUL } from '../../src/engine/kernels/assembly/codes.ts';
import { DONE, HERE } from '../../src/engine/kernels/assembly/places.ts';
import { type KernelSet, kernelsOver, useKernels } from '../../src/engine/kernels/set.ts';
import { wasmKernels } from '../../src/engine/kernels/wasm.ts';
import { share } from '../../src/engine/kernels/wasm/split.ts';
import { uniform } from '../../src/engine/random.ts';
import { nodeThreads } from '../threads.ts';
import { sets, withThreads } from './kernels/sets.ts';

const random = (count: number, purpose: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => uniform(5, 'data', purpose, 0, i));

/** The state's bits after three batches of pictures and a ragged one. */
const learn = (set: KernelSet | null): number[] => {
  useKernels(set);
  const [count, side] = [54, 10];
  const optimizer = { type: 'Adam', learning_rate: 0.01 } as const;
  const model = build({
    inputs: [side, side, 1],
    layers: [
      { type: 'Conv2D', id: 1, filters: 8, kernel_size: 3, padding: 'same', activation: 'relu' },
      { type: 'MaxPooling2D', id: 2, pool_size: 2 },
      { type: 'Conv2D', id: 3, filters: 9, kernel_size: 3, padding: 'same', activation: 'tanh' },
      { type: 'MaxPooling2D', id: 4, pool_size: 2 },
      { type: 'Flatten', id: 5 },
      { type: 'Dense', id: 6, units: 3, activation: 'softmax' },
    ],
    loss: 'categorical_crossentropy',
    optimizer,
    batchSize: 16,
    seed: 3,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const rows = {
    count,
    inputs: random(count * side * side, 1),
    answers: Float64Array.from({ length: count * 3 }, (_, i) => Number(i % 3 === Math.floor(i / 3) % 3)),
  };
  const trainer = createTrainer({ model, rows, optimizer, batchSize: 16, shuffle: true, seed: 3 });
  expect(trainMany(trainer, 4, () => true)).toBe(true);
  const state = model.arena.memory.slice(model.state.at, model.state.at + model.state.count);
  return [...new Int32Array(state.buffer)];
};

test.each(sets)('A convolutional network learns the bits of the reference with "$name".', (set) => {
  const expected = learn(null);
  expect(expected.some((bits) => bits !== 0)).toBe(true);
  expect(learn(set)).toEqual(expected);
});

/** A product of 9 × 5 and 5 × 7, and the memory that it lies in. */
const multiply = (set: KernelSet) => {
  const arena = createArena('float32', set);
  const [a, b, c] = [45, 35, 63].map((count) => arena.reserve(count)) as [number, number, number];
  arena.allocate();
  arena.memory.set(random(80, 2), a);
  kernelsOver(arena).matmul(a, b, c, 9, 5, 7);
  return { product: arena.memory.slice(c, c + 63), memory: arena.memory.buffer };
};

test('Every thread makes its part of a call.', () => {
  const done = withThreads.map((set) => new Int32Array(multiply(set).memory, DONE, 1)[0]);
  expect(done).toEqual([0, 1, 2, 3]);
});

const [module, forThreads] = await Promise.all(
  (['kernels', 'threads'] as const).map(async (kind) =>
    WebAssembly.compile(readFileSync(await compileKernels(kind))),
  ),
);
const settings = { module: forThreads!, threads: 3, least: 0, from: 0 };

test('A short call does not wait for a thread that has not come.', async () => {
  const some = nodeThreads(settings);
  const set = wasmKernels(module!, { ...settings, send: (visit) => visit.index === 1 && some.send(visit) });
  const { product, memory } = multiply(set);
  await some.end();
  expect(product).toEqual(multiply(sets[0]!).product);
  expect(new Int32Array(memory, DONE, 1)[0]).toBe(0);
});

test('A call waits the longer for threads on their way the more there is to do, and one of little work not at all.', () => {
  /** How often the shared product of squares is to look for them: the word before its parts. */
  const looks = (side: number): number => {
    const words = Int32Array.of(MATMUL | (8 << 16), 0, 0, 0, side, side, side, 0, ...Array(99).fill(0));
    expect(share(words, 0, 8, words.length, settings)).toBe(5 + 3 * 8);
    expect(words.subarray(5, 9)).toEqual(Int32Array.of(MATMUL | (8 << 16), 0, 0, 0));
    return words[4]!;
  };
  expect(looks(8)).toBeLessThanOrEqual(2);
  expect(looks(512)).toBeGreaterThan(100_000);
  expect(looks(1024) / looks(512)).toBeCloseTo(8, 3);
});

test('A small model has its memory for itself, and its threads are not called.', () => {
  const send = (): never => {
    throw new Error('No thread was expected to be sent anywhere.');
  };
  const set = wasmKernels(module!, { ...settings, from: 2_000_000, send });
  expect(multiply(set).memory).toBeInstanceOf(ArrayBuffer);
});

test('A call of little work is made by one thread.', async () => {
  const threads = nodeThreads({ ...settings, least: 1e6 });
  const { memory } = multiply(wasmKernels(module!, threads));
  await threads.end();
  expect(memory).toBeInstanceOf(SharedArrayBuffer);
  expect(new Int32Array(memory, DONE, 1)[0]).toBe(0);
});

test('What a thread visited before it leaves for good when another memory calls.', async () => {
  const threads = nodeThreads(settings);
  const set = wasmKernels(module!, threads);
  const beds = [1, 2].map(() => {
    const arena = createArena('float32', set);
    const [x, y] = [arena.reserve(64), arena.reserve(64)];
    arena.allocate();
    return { arena, relu: () => kernelsOver(arena).relu(x, y, 64) };
  });
  for (const { relu } of [...beds, ...beds]) relu();
  const heres = beds.map(({ arena }) => [...new Int32Array(arena.memory.buffer, HERE + 4, 2)]);
  await threads.end();
  expect(heres).toEqual([
    [3, 3],
    [4, 4],
  ]);
});
