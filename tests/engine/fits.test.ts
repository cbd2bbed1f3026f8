// Expected values: fit() of Keras 3.15.1 on JAX with validation data (tests/golden/fits.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { build, createTrainer, type Model, type Rows, train } from '../../src/engine/index.ts';
import type { LayerType } from '../../src/engine/layers/index.ts';
import type { LossName, LossSettings } from '../../src/engine/losses/index.ts';
import type { MetricName } from '../../src/engine/metrics/index.ts';
import { namedOptimizer, type OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { distance, oneHot } from './golden.ts';
import { numbers, specOf } from './layers-golden.ts';

interface Fit {
  readonly name: string;
  readonly input: readonly number[];
  readonly layers: readonly {
    readonly type: LayerType;
    readonly config: Readonly<Record<string, unknown>>;
  }[];
  /** The class of Keras. */
  readonly loss: string;
  readonly loss_settings: LossSettings;
  readonly optimizer: OptimizerSpec;
  readonly metrics: readonly MetricName[];
  readonly answers: readonly number[];
  readonly history: Readonly<Record<string, readonly number[]>>;
  /** All weights of all layers at the end. */
  readonly weights: readonly (readonly number[])[];
}

interface Golden {
  readonly rows: number;
  readonly learnt: number;
  readonly batch_size: number;
  readonly epochs: number;
  readonly models: readonly Fit[];
}

const golden: Golden = JSON.parse(readFileSync(new URL('../golden/fits.json', import.meta.url), 'utf8'));

const LOSSES: Readonly<Record<string, LossName>> = {
  MeanSquaredError: 'mean_squared_error',
  BinaryCrossentropy: 'binary_crossentropy',
  SparseCategoricalCrossentropy: 'sparse_categorical_crossentropy',
  CategoricalCrossentropy: 'categorical_crossentropy',
  Huber: 'huber',
};

const modelOf = ({ input, layers, loss, loss_settings, optimizer }: Fit): Model => {
  const model = build({
    inputs: input,
    layers: layers.map(({ type, config }, index) => specOf(type, config, index + 1)),
    loss: LOSSES[loss]!,
    lossSettings: loss_settings,
    optimizer,
    batchSize: golden.batch_size,
    seed: 1,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  model.layers.forEach(({ shapes, weights }, index) => {
    weights.forEach(({ at, shape }, weight) => {
      const { name } = shapes[weight]!;
      const values = numbers(shape, 10 * index + 2 + weight).map((value) => Math.fround(value / 3));
      const first = name.includes('variance')
        ? values.map((value) => Math.fround(value * value) + 0.25)
        : values;
      model.arena.memory.set(first, at);
    });
  });
  return model;
};

/** The rows that are learned from, and those held out. */
const rowsOf = ({ input, answers, loss }: Fit, units: number): readonly [Rows, Rows] => {
  const width = sizeOf(input);
  const inputs = Float64Array.from(numbers([golden.rows, ...input], 1));
  const given = Float64Array.from(
    loss === 'SparseCategoricalCrossentropy' ? oneHot(answers.map(Number), units) : answers,
  );
  const part = (from: number, to: number): Rows => ({
    count: to - from,
    inputs: inputs.subarray(from * width, to * width),
    answers: given.subarray(from * units, to * units),
  });
  return [part(0, golden.learnt), part(golden.learnt, golden.rows)];
};

describe.each(golden.models)('$name', (fit) => {
  const optimizer = { ...namedOptimizer(fit.optimizer.type), ...fit.optimizer };
  const model = modelOf({ ...fit, optimizer });
  const [learnt, held] = rowsOf(fit, model.outputs);
  const trainer = createTrainer({
    model,
    rows: learnt,
    optimizer,
    batchSize: golden.batch_size,
    shuffle: false,
    seed: 1,
  });
  const epochs = train(trainer, 'epoch');
  const history = Array.from({ length: golden.epochs }, () => {
    epochs.next();
    const { loss, metrics } = evaluate(model, held, fit.metrics);
    const { epochLoss, epochWrong } = trainer.counters;
    const validation = Object.entries(metrics).map(([name, value]) => [`val_${name}`, value] as const);
    const accuracy = 1 - epochWrong / learnt.count;
    return new Map([['loss', epochLoss], ['val_loss', loss], ['accuracy', accuracy], ...validation]);
  });

  test("has the losses, accuracy and validation of Keras's history, a ragged last batch included", () => {
    expect(learnt.count % golden.batch_size).toBeGreaterThan(0);
    const names = Object.keys(fit.history).filter((name) => history[0]!.has(name));
    expect(names.length).toBe(2 + fit.metrics.length + Number(fit.metrics.includes('accuracy')));
    for (const name of names) {
      const own = history.map((epoch) => epoch.get(name)!);
      expect(distance(own, fit.history[name]!), `history of ${name}`).toBeLessThanOrEqual(1e-4);
    }
  });

  test('ends with the weights and statistics of Keras', () => {
    const own = model.layers.flatMap(({ weights }) =>
      weights.map(({ at, shape }) => model.arena.memory.subarray(at, at + sizeOf(shape))),
    );
    expect(own.length).toBe(fit.weights.length);
    fit.weights.forEach((expected, index) => {
      expect(distance(own[index]!, expected), `weight ${index}`).toBeLessThanOrEqual(1e-5);
    });
  });
});

test('the five models have five losses and five optimizers between them, and one a schedule', () => {
  const { models } = golden;
  expect(new Set(models.map(({ loss }) => loss)).size).toBe(5);
  expect(new Set(models.map(({ optimizer }) => optimizer.type)).size).toBe(5);
  expect(models.filter(({ optimizer }) => optimizer.schedule).length).toBe(1);
});
