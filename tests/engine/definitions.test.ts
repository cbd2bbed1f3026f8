// Expected values: Keras 3.15.1 on JAX (tests/golden/definitions.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ActivationName, activations, moreActivations } from '../../src/engine/activations/index.ts';
import { createArena, type Precision } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { type LossName, losses, type LossSettings } from '../../src/engine/losses/index.ts';
import { type Answers, type MetricName, metricNames, metrics } from '../../src/engine/metrics/index.ts';
import { mean } from '../../src/engine/ops/mean.ts';
import { createTape } from '../../src/engine/tape.ts';
import { distance, type Table } from './golden.ts';

interface Asked {
  readonly loss: LossName;
  readonly settings: LossSettings;
  readonly outputs: Table;
  readonly answers: Table;
  readonly rows: readonly number[];
  readonly gradient: Table;
}

interface Golden {
  readonly activations: readonly {
    readonly name: ActivationName;
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly slope: readonly number[];
  }[];
  readonly losses: readonly Asked[];
  readonly metrics: readonly {
    readonly case: string;
    readonly outputs: Table;
    readonly answers: Table;
    readonly values: Readonly<Partial<Record<MetricName, number | null>>>;
  }[];
  readonly resolved: readonly { readonly answers: Answers; readonly metric: string }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/definitions.json', import.meta.url), 'utf8'),
);

describe.each(golden.activations)('$name', ({ name, x, y, slope }) => {
  const arena = createArena('float32');
  const tape = createTape(arena, kernelsOver(arena), x.length);
  const z = tape.rows(1);
  const out = activations[name].record(tape, z);
  arena.allocate();
  arena.memory.set(x, z.at);
  tape.forward(x.length, 0, 0);
  tape.clear(x.length);
  arena.memory.fill(1, tape.gradient(out), tape.gradient(out) + x.length);
  tape.backward(x.length, 0, 0);

  test('has the values of Keras, from −10,000 on', () => {
    expect(distance(arena.memory.subarray(out.at, out.at + x.length), y)).toBeLessThanOrEqual(1e-6);
  });

  test('has the slopes of Keras', () => {
    const at = tape.gradient(z);
    expect(distance(arena.memory.subarray(at, at + x.length), slope)).toBeLessThanOrEqual(1e-6);
  });

  test('is drawn as it computes', () => {
    const { curve } = activations[name];
    expect(
      distance(
        x.map((value) => curve!(value)),
        y,
      ),
    ).toBeLessThanOrEqual(1e-6);
  });
});

test('every activation under "more" was asked about', () => {
  expect(golden.activations.map(({ name }) => name).toSorted()).toEqual(moreActivations.toSorted());
});

interface How {
  /** What makes outputs of the sums. */
  readonly activation: ActivationName;
  /** False: the loss sees the outputs alone, as if nothing had made them. */
  readonly told?: boolean;
  readonly precision?: Precision;
}

/** Row losses and the gradient of their mean by the sums. */
const computed = (
  { loss, settings, outputs, answers }: Asked,
  { activation, told = true, precision = 'float32' }: How,
) => {
  const arena = createArena(precision);
  const tape = createTape(arena, kernelsOver(arena), outputs.length);
  const width = outputs[0]!.length;
  const [sums, targets] = [tape.rows(width), tape.rows(width)];
  const output = activations[activation].record(tape, sums);
  const maker = told ? { logits: sums, activation } : { logits: output, activation: 'linear' as const };
  const rowLosses = losses[loss].record(tape, { output, ...maker, answers: targets, settings });
  const total = mean(tape, rowLosses);
  arena.allocate();
  arena.memory.set(outputs.flat(), sums.at);
  arena.memory.set(answers.flat(), targets.at);
  tape.forward(outputs.length, 0, 0);
  tape.clear(outputs.length);
  arena.memory[tape.gradient(total)] = 1;
  tape.backward(outputs.length, 0, 0);
  const gradient = tape.gradient(sums);
  return {
    rows: arena.memory.slice(rowLosses.at, rowLosses.at + outputs.length),
    gradient: arena.memory.slice(gradient, gradient + outputs.flat().length),
  };
};

const fusedWith = (loss: LossName): ActivationName =>
  loss === 'binary_crossentropy' ? 'sigmoid' : 'softmax';

describe.each(golden.losses)('$loss $settings', (asked) => {
  test('has the values and the gradient of Keras', () => {
    const { rows, gradient } = computed(asked, { activation: 'linear' });
    expect(distance(rows, asked.rows)).toBeLessThanOrEqual(1e-5);
    expect(distance(gradient, asked.gradient.flat())).toBeLessThanOrEqual(1e-5);
    expect([...rows, ...gradient].every(Number.isFinite)).toBe(true);
  });
});

const ofLogits = golden.losses.filter(({ settings }) => settings.from_logits);

describe.each(ofLogits)('$loss $settings after its activation', (asked) => {
  test('is computed from the sums, finite at ±10,000', () => {
    const { rows, gradient } = computed(asked, { activation: fusedWith(asked.loss) });
    expect(distance(rows, asked.rows)).toBeLessThanOrEqual(1e-5);
    expect(distance(gradient, asked.gradient.flat())).toBeLessThanOrEqual(1e-5);
  });

  test('equals the loss of the probabilities where that is finite and nothing is clipped', () => {
    const tame = {
      ...asked,
      outputs: asked.outputs.map((row) => row.map((value) => Math.max(-3, Math.min(3, value)))),
    };
    const how = { activation: fusedWith(asked.loss), precision: 'float64' as const };
    const fused = computed(tame, how);
    const settings = { ...asked.settings, from_logits: false };
    const apart = computed({ ...tame, settings }, { ...how, told: false });
    expect(distance(fused.rows, [...apart.rows])).toBeLessThanOrEqual(1e-9);
    expect(distance(fused.gradient, [...apart.gradient])).toBeLessThanOrEqual(1e-9);
  });
});

describe.each(golden.metrics)('of $case', ({ outputs, answers, values }) => {
  test.each(Object.keys(values) as MetricName[])('%s is that of Keras', (name) => {
    const units = outputs[0]!.length;
    const meter = metrics[name].meter(units);
    outputs.forEach((_, row) => meter.add(outputs.flat(), answers.flat(), row * units));
    const expected = values[name];
    expect(meter.result()).toSatisfy((own: number) =>
      typeof expected === 'number'
        ? Math.abs(own - expected) <= 1e-5 * Math.max(1, Math.abs(expected))
        : Number.isNaN(own),
    );
  });
});

test('every metric was asked about', () => {
  const asked = new Set(golden.metrics.flatMap(({ values }) => Object.keys(values)));
  expect([...asked].toSorted()).toEqual(metricNames.toSorted());
});

test.each(golden.resolved)('accuracy with answers as $answers becomes $metric', ({ answers, metric }) => {
  const words = metrics.accuracy.resolved(answers, answers === 'number' ? 1 : 3).split('_');
  expect(words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')).toBe(metric);
});
