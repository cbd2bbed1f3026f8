// Expected values: Keras 3.15.1 on JAX (tests/golden/optimizers.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import {
  namedOptimizer,
  type OptimizerName,
  optimizerNames,
  optimizerOf,
  optimizers,
  type OptimizerSpec,
} from '../../src/engine/optimizers/index.ts';
import { rateAt, scheduleNames, type ScheduleSpec } from '../../src/engine/schedules/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { updateWeights } from '../../src/engine/update.ts';
import { distance } from './golden.ts';

interface Run {
  readonly type: OptimizerName;
  readonly settings: Readonly<Record<string, number | boolean>>;
  readonly schedule?: ScheduleSpec;
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

interface Golden {
  readonly shapes: readonly (readonly number[])[];
  readonly start: readonly number[];
  readonly runs: readonly Run[];
  readonly schedules: readonly {
    readonly type: string;
    readonly settings: object;
    readonly initial: number;
    readonly at: readonly number[];
    readonly rates: readonly number[];
  }[];
  readonly defaults: readonly {
    readonly type: OptimizerName;
    readonly config: Readonly<Record<string, unknown>>;
  }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/optimizers.json', import.meta.url), 'utf8'),
);
const sizes = golden.shapes.map(sizeOf);
const count = sizes.reduce((sum, size) => sum + size, 0);

/** Two weight tensors with what an optimizer needs of them, and nothing else. */
const placesOf = (spec: OptimizerSpec) => {
  const arena = createArena('float32');
  const [weights, gradients] = [arena.reserve(count), arena.reserve(count)];
  const slots = arena.reserve(count * optimizerOf(spec).slots.length);
  let from = 0;
  const parts = sizes.map((size) => {
    const at = from;
    from += size;
    return {
      weights: weights + at,
      gradients: gradients + at,
      slots: slots + at,
      stride: count,
      count: size,
    };
  });
  arena.allocate();
  const ranges = { weights, gradients, slots, count, parts };
  arena.memory.set(golden.start, weights);
  return { arena, kernels: kernelsOver(arena), ranges };
};

/** The gradients of the update `step`, as optimizers.py gives them. */
const gradientsOf = (step: number): number[] =>
  sizes.flatMap((size, v) =>
    Array.from({ length: size }, (_, i) => {
      const whole = ((31 * step + 17 * i + 7 * step * i + 11 * v) % 81) - 40;
      return (whole / 16) * (step % 13 === 0 ? 10 : 1);
    }),
  );

const specOf = ({ type, settings, schedule }: Run): OptimizerSpec => ({
  ...namedOptimizer(type),
  ...settings,
  ...(schedule && { schedule }),
});

const named = golden.runs.map((run) => {
  const { type, settings, schedule } = run;
  return [`${type} ${JSON.stringify(settings)} ${schedule?.type ?? ''}`, run] as const;
});

describe.each(named)('%s', (_name, run) => {
  test('has the weights of Keras after 1, 2, 3, 10, 50 and 200 updates', () => {
    const spec = specOf(run);
    const { arena, kernels, ranges } = placesOf(spec);
    expect(Object.keys(run.weights)).toHaveLength(6);
    let made = 0;
    for (const [updates, expected] of Object.entries(run.weights)) {
      for (; made < Number(updates); made++) {
        arena.memory.set(gradientsOf(made + 1), ranges.gradients);
        updateWeights(kernels, spec, ranges, made);
      }
      const own = arena.memory.subarray(ranges.weights, ranges.weights + count);
      expect(distance(own, expected), `after ${updates}`).toBeLessThanOrEqual(1e-5);
    }
  });
});

test('every optimizer, each of its settings and every schedule was asked about', () => {
  for (const type of optimizerNames) {
    const runs = golden.runs.filter((run) => run.type === type);
    const asked = new Set(runs.flatMap(({ settings }) => Object.keys(settings)));
    for (const { name } of optimizers[type].fields) expect(asked, `${type} ${name}`).toContain(name);
  }
  const asked = new Set(golden.runs.map(({ schedule }) => schedule?.type));
  for (const name of scheduleNames) expect(asked).toContain(name);
});

describe.each(golden.schedules)('$type $settings', ({ type, settings, initial, at, rates }) => {
  test('has the rates of Keras', () => {
    const optimizer = { learning_rate: initial, schedule: { type, ...settings } as ScheduleSpec };
    const own = at.map((step) => rateAt(optimizer, step));
    expect(distance(own, rates)).toBeLessThanOrEqual(1e-6);
  });
});

test('what is not said is what Keras takes', () => {
  expect(golden.defaults.map(({ type }) => type)).toEqual(optimizerNames);
  for (const { type, config } of golden.defaults) {
    for (const field of optimizers[type].fields) {
      const expected = config[field.name];
      const off = field.kind === 'number' && field.optional === true;
      expect(off ? null : field.initial, `${type} ${field.name}`).toBe(expected);
    }
  }
});
