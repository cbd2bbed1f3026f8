// Expected values: Keras 3.15.1 on JAX (tests/golden/fit_callbacks.py): fit() with callbacks, from given weights.

import { describe, expect, test } from 'vitest';
import { nextRate, type Model } from '../../src/engine/index.ts';
import type { Happening } from '../../src/engine/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { fitOnce, golden, type GoldenFit, trainerOf } from './fit-golden.ts';

/** All weights of all layers in Keras's order. */
const weightsOf = ({ arena, layers }: Model): number[][] =>
  layers.flatMap(({ weights }) =>
    weights.map(({ at, shape }) => [...arena.memory.subarray(at, at + sizeOf(shape))]),
  );

const farthest = (own: readonly number[], expected: readonly number[]): number => {
  expect(own.length).toBe(expected.length);
  return Math.max(...own.map((x, i) => Math.abs(x - expected[i]!) / Math.max(1, Math.abs(expected[i]!))));
};

/** A line with its numbers apart: they are compared with room for the last printed place. */
const NUMBER = /-?\d+\.\d+(?:e[+-]\d+)?/g;
const wordsOf = (line: string): string => line.replace(NUMBER, '#');
const numbersOf = (line: string): number[] => [...line.matchAll(NUMBER)].map(([number]) => Number(number));

/** Runs every fit() of a case and notes what it tells. */
const runsOf = (fit: GoldenFit) => {
  const heard: Happening[] = [];
  const files: [string, boolean, number[]][] = [];
  const trainer = trainerOf(fit, (happening) => {
    heard.push(happening);
    if (happening.kind === 'saved') {
      files.push([happening.name, happening.weightsOnly, weightsOf(trainer.settings.model).flat()]);
    }
  });
  return fit.runs.map((expected) => {
    heard.length = 0;
    files.length = 0;
    const first = trainer.counters.epoch;
    const rate = nextRate(trainer);
    fitOnce(trainer);
    const lines = new Set<string>();
    return {
      expected,
      first,
      rate,
      epoch: trainer.counters.epoch,
      logs: heard.flatMap((one) => (one.kind === 'logged' ? [one.logs] : [])),
      lines: heard.flatMap((one) => {
        if (one.kind !== 'line' || (one.once && lines.has(one.line))) return [];
        lines.add(one.line);
        return [one.line];
      }),
      files: [...files],
      weights: weightsOf(trainer.settings.model),
    };
  });
};

describe.each(golden.cases.map((fit) => [fit.name, fit] as const))('fit() that %s', (_name, fit) => {
  const runs = runsOf(fit);

  test('ends at the epoch of Keras', () => {
    expect(runs.map(({ epoch }) => epoch)).toEqual(fit.runs.map(({ epoch }) => epoch));
  });

  test('has the history of Keras, under its names and in its order', () => {
    for (const { logs, expected } of runs) {
      for (const log of logs) expect(Object.keys(log)).toEqual(Object.keys(expected.history));
      for (const [name, values] of Object.entries(expected.history)) {
        const own = logs.map((log) => log[name]!);
        expect(farthest(own, values)).toBeLessThanOrEqual(1e-4);
      }
    }
  });

  test('writes the lines of Keras', () => {
    for (const { lines, expected } of runs) {
      expect(lines.map(wordsOf)).toEqual(expected.lines.map(wordsOf));
      lines.forEach((line, i) => {
        expect(farthest(numbersOf(line), numbersOf(expected.lines[i]!))).toBeLessThanOrEqual(1.1e-4);
      });
    }
  });

  test('saves under the names of Keras what Keras saves', () => {
    for (const { files, expected } of runs) {
      expect(files.map(([name, weightsOnly]) => [name, weightsOnly])).toEqual(
        expected.files.map(([name, weightsOnly]) => [name, weightsOnly]),
      );
      files.forEach(([, , weights], i) => {
        expect(farthest(weights, expected.files[i]![2])).toBeLessThanOrEqual(1e-5);
      });
    }
  });

  test('begins with the learning rate of Keras', () => {
    for (const { rate, expected } of runs) expect(rate).toBeCloseTo(expected.rates[0]!, 6);
  });

  test('leaves the weights of Keras', () => {
    for (const { weights, expected } of runs) {
      expect(weights.length).toBe(expected.weights.length);
      weights.forEach((weight, i) => {
        expect(farthest(weight, expected.weights[i]!), `weight ${i}`).toBeLessThanOrEqual(1e-5);
      });
    }
  });
});
