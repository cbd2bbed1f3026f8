// Rows that count more or less. Expected values: Keras 3.15.1 on JAX (tests/golden/weights.py).

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArena, type Precision } from '../../src/engine/arena.ts';
import { namesOf, directionOf } from '../../src/engine/callbacks/monitor.ts';
import { build, createTrainer, load, type Model, type Rows, train } from '../../src/engine/index.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { lossNames, losses } from '../../src/engine/losses/index.ts';
import { meterOf, metricNames, metrics } from '../../src/engine/metrics/index.ts';
import { mean } from '../../src/engine/ops/mean.ts';
import { createTape } from '../../src/engine/tape.ts';
import { encodingOf } from '../../src/experiment/encoding.ts';
import { type Draws, drawsOf, slopesOf, worstOf } from './differences.ts';
import { distance, oneHot } from './golden.ts';
import { type Fitted, golden, type WeightedLoss } from './weights-golden.ts';

/** The loss of a batch and its gradient by the outputs. */
const computed = ({ loss, settings, outputs, answers, weights }: WeightedLoss, precision: Precision) => {
  const [rows, width] = [outputs.length, outputs[0]!.length];
  const arena = createArena(precision);
  const tape = createTape(arena, kernelsOver(arena), rows);
  const [output, targets] = [tape.rows(width), tape.rows(width)];
  const made = losses[loss].record(tape, {
    output,
    logits: output,
    activation: 'linear',
    answers: targets,
    settings,
  });
  const counted = tape.scratchRows([1]);
  tape.weighted = weights !== null;
  const total = mean(tape, made, counted);
  arena.allocate();
  arena.memory.set(outputs.flat(), output.at);
  arena.memory.set(answers.flat(), targets.at);
  if (weights) arena.memory.set(weights, counted.at);
  tape.forward(rows, 0, 0);
  tape.clear(rows);
  arena.memory[tape.gradient(total)] = 1;
  tape.backward(rows, 0, 0);
  const at = tape.gradient(output);
  return { value: arena.memory[total.at]!, gradient: arena.memory.slice(at, at + rows * width) };
};

const kindOf = ({ weights }: WeightedLoss): string =>
  weights === null ? 'no weights' : weights.some((weight) => weight > 0) ? 'weights' : 'weights of 0';

describe.each(
  golden.losses.map((asked) => ({ ...asked, width: asked.outputs[0]!.length, kind: kindOf(asked) })),
)('$loss $settings of $width outputs with $kind', (asked) => {
  test('has the value and the gradient of Keras', () => {
    const { value, gradient } = computed(asked, 'float32');
    expect(distance([value], [asked.value])).toBeLessThanOrEqual(1e-5);
    expect(distance(gradient, asked.gradient.flat())).toBeLessThanOrEqual(1e-5);
  });
});

test('every loss that Keras has was asked about', () => {
  const asked = new Set<string>(golden.losses.map(({ loss }) => loss));
  expect(lossNames.filter((name) => !asked.has(name))).toEqual(['perceptron']);
});

test('the gradient of a weighted mean is that of differences', () => {
  const weights = [0, 0.3, 2.5, 1, 1000];
  const { own, differences } = slopesOf(31, 4, 5, ({ tape }) => {
    const [x, values] = [tape.rows(1), tape.scratchRows([1])];
    tape.weighted = true;
    return {
      varied: [x],
      held: [{ tensor: values, value: (i) => weights[i]! }],
      results: [mean(tape, x, values)],
    };
  });
  expect(own.some((slope) => slope !== 0)).toBe(true);
  expect(worstOf(own, differences)).toBeLessThanOrEqual(1e-6);
});

describe.each(golden.metrics)('of $case', ({ outputs, answers, weights, results }) => {
  const units = outputs[0]!.length;
  test.each(results)('$name $settings, weighted: $weighted, is that of Keras', (asked) => {
    const { name, settings, weighted, value } = asked;
    const meter = meterOf(name, units, { [name]: settings });
    outputs.forEach((_, row) => {
      const at = row * units;
      if (weighted === 'no') meter.add(outputs.flat(), answers.flat(), at);
      else meter.add(outputs.flat(), answers.flat(), at, weighted === 'yes' ? weights[row] : 0);
    });
    expect(meter.result()).toSatisfy((own: number) =>
      value === null ? Number.isNaN(own) : Math.abs(own - value) <= 1e-5 * Math.max(1, Math.abs(value)),
    );
  });
});

test('every metric was asked about, and under each of its settings', () => {
  const asked = golden.metrics.flatMap(({ results }) => results);
  for (const name of metricNames) {
    const own = asked.filter((result) => result.name === name);
    expect(own.length).toBeGreaterThan(0);
    for (const field of metrics[name].fields)
      expect(own.some(({ settings }) => Object.hasOwn(settings, field.name))).toBe(true);
  }
});

describe.each(golden.strange)('integer answers that no output stands for', ({ outputs, labels, results }) => {
  test.each(results)('count in $name $settings as in Keras', ({ name, settings, value }) => {
    const units = outputs[0]!.length;
    const meter = meterOf(name, units, { [name]: settings });
    outputs.forEach((_, row) => meter.add(outputs.flat(), oneHot(labels, units), row * units));
    expect(meter.result()).toBeCloseTo(value, 6);
  });
});

test.each(golden.resolved)(
  'with $loss and $units outputs accuracy is $accuracy',
  ({ loss, units, accuracy }) => {
    const own = metrics.accuracy.resolved(encodingOf(loss, units), units);
    expect(own.replace(/(^|_)[a-z]/g, (start) => start.at(-1)!.toUpperCase())).toBe(accuracy);
  },
);

test.each(golden.directions)('$name is better towards its $direction', ({ name, direction }) => {
  expect(metrics[name].direction).toBe(direction);
  const names = namesOf({ metrics: [name], validation: true, scheduled: false });
  expect(names).toContain(`val_${name}`);
  expect(directionOf({ monitor: `val_${name}` }, [name])).toBe(direction);
});

test('every metric has a direction that Keras was asked for', () => {
  expect(golden.directions.map(({ name }) => name).toSorted()).toEqual(metricNames.toSorted());
});

const modelOf = ({ units, activation, loss, l2, batch_size, start }: Fitted): Model => {
  const [kernel, bias, lastKernel, lastBias] = start;
  const regularizer = l2 > 0 && { kernel_regularizer: { type: 'L2' as const, l2 } };
  const model = build({
    inputs: 2,
    layers: [
      { type: 'Dense', id: 1, units: 3, activation: 'tanh', start: { kernel, bias }, ...regularizer },
      { type: 'Dense', id: 2, units, activation, start: { kernel: lastKernel, bias: lastBias } },
    ],
    loss,
    optimizer: 'SGD',
    batchSize: batch_size,
    seed: 0,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  return model;
};

const rowsOf = ({ inputs, labels, units }: Fitted, from: number, to: number): Rows => ({
  count: to - from,
  inputs: Float64Array.from(inputs.slice(from, to).flat()),
  answers: Float64Array.from(units === 1 ? labels.slice(from, to) : oneHot(labels.slice(from, to), units)),
});

/** Loss of rows at the present weights, the penalty included, and the share answered rightly. */
const evaluated = (model: Model, rows: Rows) => {
  const { inference, arena, outputs, layers } = model;
  load(model, inference, rows, 0, rows.count, null);
  inference.tape.forward(rows.count, 0, layers.length);
  const { at } = inference.recorded.at(-1)!.output;
  const meter = meterOf('accuracy', outputs);
  for (let row = 0; row < rows.count; row++)
    meter.add(arena.memory.subarray(at), rows.answers, row * outputs);
  return { loss: arena.memory[inference.loss.at]!, accuracy: meter.result() };
};

describe.each(golden.fits)('fit() with $loss, class_weight $class_weight', (fitted) => {
  test('has the history and the weights of Keras: accuracy and validation without weights', () => {
    const { labels, class_weight, sample_weight, history, batch_size, learning_rate } = fitted;
    const count = Math.floor(labels.length * (1 - fitted.validation_split));
    const weights = sample_weight ?? labels.slice(0, count).map((label) => class_weight?.[label] ?? 1);
    const rows = { ...rowsOf(fitted, 0, count), weights: Float64Array.from(weights) };
    const held = count < labels.length ? rowsOf(fitted, count, labels.length) : null;
    const model = modelOf(fitted);
    const optimizer = { type: 'SGD', learning_rate, momentum: 0 } as const;
    const trainer = createTrainer({ model, rows, optimizer, batchSize: batch_size, shuffle: false, seed: 0 });
    const epochs = train(trainer, 'epoch');
    const own = history.loss.map(() => {
      epochs.next();
      const { epochLoss, epochWrong } = trainer.counters;
      return { loss: epochLoss, accuracy: 1 - epochWrong / count, held: held && evaluated(model, held) };
    });
    const worst = (of: (epoch: (typeof own)[number]) => number, expected: readonly number[]) =>
      distance(own.map(of), expected);
    expect(worst(({ loss }) => loss, history.loss)).toBeLessThanOrEqual(1e-4);
    expect(worst(({ accuracy }) => accuracy, history.accuracy)).toBeLessThanOrEqual(1e-6);
    const validated = held ? own : [];
    const validation = (of: (epoch: { loss: number; accuracy: number }) => number) =>
      validated.map((epoch) => (epoch.held ? of(epoch.held) : Number.NaN));
    expect(
      distance(
        validation(({ loss }) => loss),
        history.val_loss ?? [],
      ),
    ).toBeLessThanOrEqual(1e-4);
    expect(
      distance(
        validation(({ accuracy }) => accuracy),
        history.val_accuracy ?? [],
      ),
    ).toBeLessThanOrEqual(1e-6);
    const learned = model.arena.memory.subarray(
      model.ranges.weights,
      model.ranges.weights + model.ranges.count,
    );
    expect(distance(learned, fitted.weights.flat())).toBeLessThanOrEqual(1e-5);
  });
});

/** Weights after some batches of one model, whose rows count as told. */
const learnedWith = (weights: Float64Array | null, draws: Draws): Float32Array | Float64Array => {
  const count = 11;
  const inputs = Float64Array.from({ length: count * 2 }, draws.number);
  const answers = Float64Array.from({ length: count }, () => draws.below(2));
  const model = build({
    inputs: 2,
    layers: [
      { type: 'Dense', id: 1, units: 3, activation: 'tanh' },
      { type: 'Dense', id: 2, units: 1, activation: 'sigmoid' },
    ],
    loss: 'binary_crossentropy',
    optimizer: 'Adam',
    batchSize: 4,
    seed: 5,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const rows: Rows = { count, inputs, answers, ...(weights && { weights }) };
  const optimizer = { type: 'Adam', learning_rate: 0.01 } as const;
  const batches = train(
    createTrainer({ model, rows, optimizer, batchSize: 4, shuffle: true, seed: 5 }),
    'batch',
  );
  for (let i = 0; i < 10; i++) batches.next();
  return model.arena.memory.slice(model.state.at, model.state.at + model.state.count);
};

test('rows that all weigh 1 give the same bits as rows without weights', () => {
  expect(learnedWith(new Float64Array(11).fill(1), drawsOf(3))).toEqual(learnedWith(null, drawsOf(3)));
  expect(learnedWith(new Float64Array(11).fill(1.5), drawsOf(3))).not.toEqual(learnedWith(null, drawsOf(3)));
});

test('the metrics count a row of weight 2 as two rows, and one of weight 0 as none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...metricNames),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      fc.nat(1000),
      (name, weights, seed) => {
        const { share, below } = drawsOf(seed);
        const outputs = Array.from({ length: 18 }, share);
        const answers = oneHot(
          weights.map(() => below(3)),
          3,
        );
        const [weighted, repeated] = [meterOf(name, 3), meterOf(name, 3)];
        weights.forEach((weight, row) => {
          weighted.add(outputs, answers, row * 3, weight);
          for (let i = 0; i < weight; i++) repeated.add(outputs, answers, row * 3);
        });
        const [own, expected] = [weighted.result(), repeated.result()];
        expect(Number.isNaN(own) ? Number.isNaN(expected) : Math.abs(own - expected) <= 1e-9).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
