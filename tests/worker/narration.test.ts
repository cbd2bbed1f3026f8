// Every number that the frames of gradient descent print, worked out by hand when their sentences were written:
// one perceptron on AND, and error backpropagation through 2-2-1 on XOR.

import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { createArena } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { binaryCrossentropy } from '../../src/engine/ops/losses.ts';
import { sigmoid } from '../../src/engine/ops/pointwise.ts';
import { createTape } from '../../src/engine/tape.ts';
import { evaluate } from '../../src/worker/evaluate.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { dense, onGate, started, withRate } from './runs.ts';

/** As printed: three digits after the point. */
const printed = (values: Iterable<number>): string[] => Array.from(values, (value) => value.toFixed(3));

const read = (run: Run, at: number, count: number) =>
  run.trainer.settings.model.arena.memory.slice(at, at + count);

const phases = (run: Run, count: number): void => {
  for (let i = 0; i < count; i++) expect(advance(run, 'phase')).toBe(true);
};

const updates = (run: Run, count: number): void => {
  for (let i = 0; i < count; i++) expect(advance(run, 'batch')).toBe(true);
};

const sums = (run: Run, layer: number): number =>
  run.trainer.settings.model.training.recorded[layer]!.sums.at;
const outputs = (run: Run, layer: number): number =>
  run.trainer.settings.model.training.recorded[layer]!.output.at;
const now = (run: Run) => evaluate(run.trainer.settings.model, run.setup.train, []);
const weights = (run: Run) => {
  const { weights: at, count } = run.trainer.settings.model.ranges;
  return read(run, at, count);
};
const gradient = (run: Run) => {
  const { gradients: at, count } = run.trainer.settings.model.ranges;
  return read(run, at, count);
};

describe('one perceptron on AND, from w₁ = 1, w₂ = −1, b = 0 at rate 1', () => {
  const begin = () =>
    started(withRate(onGate(GATES.AND, [dense(1, 1, 'sigmoid', { kernel: [1, -1], bias: [0] })]), 1));
  // Rows in the order of the truth table: (0, 0), (0, 1), (1, 0), (1, 1).

  test('b1–b4: the row (1, 0) has the sum 1.000 and the output 0.731; the others 0.500, 0.269 and 0.500', () => {
    const run = begin();
    phases(run, 1);
    expect(printed(read(run, sums(run, 0), 4))).toEqual(['0.000', '-1.000', '1.000', '0.000']);
    expect(printed(read(run, outputs(run, 0), 4))).toEqual(['0.500', '0.269', '0.731', '0.500']);
  });

  test('b5: the losses are 0.693, 0.313, 1.313, 0.693 and their mean 0.753', () => {
    const run = begin();
    phases(run, 2);
    const { rowLosses, loss } = run.trainer.settings.model.training;
    expect(printed(read(run, rowLosses.at, 4))).toEqual(['0.693', '0.313', '1.313', '0.693']);
    expect(printed(read(run, loss.at, 1))).toEqual(['0.753']);
    expect(printed([run.trainer.loss])).toEqual(['0.753']);
  });

  test('b6–b8: ŷ − y is 0.500, 0.269, 0.731, −0.500, and the slopes are 0.058, −0.058 and 0.250', () => {
    const run = begin();
    phases(run, 3);
    const { tape, recorded } = run.trainer.settings.model.training;
    const blame = read(run, tape.gradient(recorded[0]!.sums), 4);
    expect(printed(blame.map((slope) => 4 * slope))).toEqual(['0.500', '0.269', '0.731', '-0.500']);
    expect(printed(gradient(run))).toEqual(['0.058', '-0.058', '0.250']);
    expect(printed(weights(run))).toEqual(['1.000', '-1.000', '0.000']);
  });

  test('b9 and b10: the update gives 0.942, −0.942, −0.250, and the loss 0.691', () => {
    const run = begin();
    expect(printed([now(run).loss])).toEqual(['0.753']);
    phases(run, 4);
    expect(run.trainer.counters.step).toBe(1);
    expect(printed(weights(run))).toEqual(['0.942', '-0.942', '-0.250']);
    expect(printed([now(run).loss])).toEqual(['0.691']);
  });

  test('b11: the slope for w₁ turns negative in update 4', () => {
    const run = begin();
    const signs = Array.from({ length: 4 }, () => {
      updates(run, 1);
      return Math.sign(gradient(run)[0]!);
    });
    expect(signs).toEqual([1, 1, 1, -1]);
  });

  test('b12: update 18 is the first whose forward pass has all four right; after it the loss is 0.383', () => {
    const run = begin();
    updates(run, 16);
    expect(now(run).right).toBe(3);
    updates(run, 1);
    expect(now(run).right).toBe(4);
    updates(run, 1);
    expect(now(run).right).toBe(4);
    expect(printed([now(run).loss])).toEqual(['0.383']);
  });

  test('why it is ŷ − y: the loss has the slope 3.718, the sigmoid 0.197, and together 0.731', () => {
    const arena = createArena('float64');
    const tape = createTape(arena, kernelsOver(arena), 1);
    const [z, answer] = [tape.rows(1), tape.rows(1)];
    const prediction = sigmoid(tape, z);
    const loss = binaryCrossentropy(tape, prediction, answer);
    arena.allocate();
    arena.memory[z.at] = 1;
    tape.forward(1, 0, 0);
    arena.memory[tape.gradient(loss)] = 1;
    tape.backward(1, 0, 0);
    const [outer, whole] = [prediction, z].map((tensor) => arena.memory[tape.gradient(tensor)]!) as [
      number,
      number,
    ];
    expect(printed([outer, whole / outer, whole])).toEqual(['3.718', '0.197', '0.731']);
  });
});

describe('XOR with 2-2-1 from the shapes of OR, NAND and AND, at rate 2, seen from the point (1, 1)', () => {
  const begin = () => {
    const hidden = dense(2, 2, 'sigmoid', { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] });
    const output = dense(1, 1, 'sigmoid', { kernel: [1, 1], bias: [-1.5] });
    return started(withRate(onGate(GATES.XOR, [hidden, output]), 2));
  };
  const POINT = 3;
  // Parameters in order: the hidden kernel (w₁₁, w₁₂, w₂₁, w₂₂), b₁, b₂, then v₁, v₂, c.
  const [b1, v1, c] = [4, 6, 8];

  test('c1–c3: h₁ is 0.818 of 1.5, h₂ 0.378 of −0.5, and ŷ 0.424 of −0.305', () => {
    const run = begin();
    phases(run, 2);
    expect(printed(read(run, sums(run, 0) + 2 * POINT, 2))).toEqual(['1.500', '-0.500']);
    expect(printed(read(run, outputs(run, 0) + 2 * POINT, 2))).toEqual(['0.818', '0.378']);
    // The sentence adds what makes −0.305 as printed: 0.818 + 0.377 − 1.5.
    const z = read(run, sums(run, 1) + POINT, 1)[0]!;
    expect(Math.abs(z - -0.305)).toBeLessThan(0.0005 + 1e-4);
    expect(printed(read(run, outputs(run, 1) + POINT, 1))).toEqual(['0.424']);
  });

  test("c4: the point's loss is 0.552, the mean 0.691", () => {
    const run = begin();
    phases(run, 3);
    expect(printed(read(run, run.trainer.settings.model.training.rowLosses.at + POINT, 1))).toEqual([
      '0.552',
    ]);
    expect(printed([run.trainer.loss])).toEqual(['0.691']);
  });

  test('c5–c8: ŷ − y is 0.424, its shares 0.347 and 0.160, and 0.063 and 0.100 come back to h₁ and h₂', () => {
    const run = begin();
    phases(run, 5);
    const { tape, recorded } = run.trainer.settings.model.training;
    const blame = 4 * read(run, tape.gradient(recorded[1]!.sums) + POINT, 1)[0]!;
    const hidden = read(run, outputs(run, 0) + 2 * POINT, 2);
    const back = read(run, tape.gradient(recorded[0]!.sums) + 2 * POINT, 2);
    expect(printed([blame])).toEqual(['0.424']);
    expect(printed(hidden.map((h) => blame * h))).toEqual(['0.347', '0.160']);
    expect(printed(back.map((slope) => 4 * slope))).toEqual(['0.063', '0.100']);
    expect(printed(back.map((slope) => (4 * slope) / blame))).toEqual(['0.149', '0.235']);
  });

  test('c10–c12: the mean slope for v₁ is −0.049; v₁ becomes 1.097, c −1.361, b₁ −0.449; the loss 0.678', () => {
    const run = begin();
    phases(run, 6);
    expect(printed([gradient(run)[v1]!])).toEqual(['-0.049']);
    expect(printed([v1, c, b1].map((at) => weights(run)[at]!))).toEqual(['1.097', '-1.361', '-0.449']);
    expect(printed([now(run).loss])).toEqual(['0.678']);
  });

  test('c13: four are right from epoch 57 on, by hidden neurons that are OR and NAND; the loss is 0.300 at 100 and 0.091 at 200', () => {
    const run = begin();
    updates(run, 56);
    expect(now(run).right).toBeLessThan(4);
    updates(run, 1);
    expect(now(run).right).toBe(4);
    const at = run.trainer.settings.model.inference.recorded[0]!.output.at;
    const fired = Array.from(read(run, at, 8), (h) => Number(h > 0.5));
    expect(fired.filter((_, i) => i % 2 === 0)).toEqual([0, 1, 1, 1]);
    expect(fired.filter((_, i) => i % 2 === 1)).toEqual([1, 1, 1, 0]);
    const losses = Array.from({ length: 143 }, () => {
      updates(run, 1);
      expect(now(run).right).toBe(4);
      return now(run).loss;
    });
    expect(printed([losses[42]!, losses[142]!])).toEqual(['0.300', '0.091']);
  });
});
