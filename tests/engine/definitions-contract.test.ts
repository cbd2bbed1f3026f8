// What every activation, loss, metric, optimizer and schedule must compute, whoever adds it.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activationNames } from '../../src/engine/activations/index.ts';
import { build, copyState, createTrainer, keyframeOf, load, train } from '../../src/engine/index.ts';
import { lossNames, losses } from '../../src/engine/losses/index.ts';
import { metricNames, metrics } from '../../src/engine/metrics/index.ts';
import { namedOptimizer, optimizerNames } from '../../src/engine/optimizers/index.ts';
import { rateAt, schedules } from '../../src/engine/schedules/index.ts';
import { type Case, drawsOf, type Place, slopesOf, worstOf } from './differences.ts';

const INPUTS = 3;
const built = (change: Partial<Parameters<typeof build>[0]>) => {
  const model = build({
    inputs: INPUTS,
    layers: [
      { type: 'Dense', id: 1, units: 4, activation: 'tanh' },
      { type: 'Dense', id: 2, units: 2, activation: 'linear' },
    ],
    loss: 'mean_squared_error',
    optimizer: 'SGD',
    batchSize: 5,
    seed: 3,
    ...change,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  return model;
};

const rowsOf = (seed: number, outputs: number) => {
  const { number, below } = drawsOf(seed);
  const answers = Array.from({ length: 8 }, () => {
    const label = below(outputs);
    return Array.from({ length: outputs }, (_, unit) => Number(unit === label));
  });
  return {
    count: 8,
    inputs: Float64Array.from({ length: 8 * INPUTS }, number),
    answers: Float64Array.from(answers.flat()),
  };
};

/** Outputs of the inference tape for eight rows. */
const predicted = (model: ReturnType<typeof built>, seed: number): number[] => {
  load(model, model.inference, rowsOf(seed, model.outputs), 0, 8, null);
  model.inference.tape.forward(8, 0, model.layers.length);
  const { at } = model.inference.recorded.at(-1)!.output;
  return [...model.arena.memory.subarray(at, at + 8 * model.outputs)];
};

const plans = [
  ...activationNames.map((activation) => [
    `activation ${activation}`,
    { layers: [{ type: 'Dense' as const, id: 1, units: 3, activation }] },
  ]),
  ...lossNames.map((loss) => [`loss ${loss}`, { loss }]),
  ...optimizerNames.map((optimizer) => [`optimizer ${optimizer}`, { optimizer }]),
] as [string, Partial<Parameters<typeof build>[0]>][];

describe.each(plans)('%s', (_name, plan) => {
  test('saved and loaded, predicts and learns on with the same bits', () => {
    const optimizer = namedOptimizer(typeof plan.optimizer === 'string' ? plan.optimizer : 'SGD');
    const model = built(plan);
    const settings = { rows: rowsOf(5, model.outputs), optimizer, batchSize: 3, shuffle: true, seed: 3 };
    const trainer = createTrainer({ model, ...settings });
    const batches = train(trainer, 'batch');
    for (let i = 0; i < 7; i++) batches.next();
    const saved = keyframeOf(trainer);

    const loaded = built({ ...plan, seed: 99 });
    copyState(loaded, saved.state);
    expect(predicted(loaded, 7)).toEqual(predicted(model, 7));
    const second = train(createTrainer({ model: loaded, ...settings }, saved.counters), 'batch');
    for (let i = 0; i < 5; i++) {
      batches.next();
      second.next();
    }
    expect(predicted(loaded, 7)).toEqual(predicted(model, 7));
  });
});

const WIDTH = 3;
const lossCase =
  (name: (typeof lossNames)[number], factor: number) =>
  ({ tape, draws }: Place): Case => {
    const [output, answers] = [tape.rows(WIDTH), tape.rows(WIDTH)];
    const logits = tape.rows(WIDTH);
    const row = losses[name].record(tape, { output, logits, activation: 'linear', answers, settings: {} });
    const scaled = tape.rows(1);
    tape.record(
      (rows) => {
        tape.kernels.fill(scaled.at, rows, 0);
        tape.kernels.rescale(row.at, scaled.at, rows, factor, 0);
      },
      (rows) => tape.kernels.rescaleGradient(tape.gradient(scaled), tape.gradient(row), rows, factor),
    );
    const labels = Array.from({ length: 4 }, () => draws.below(WIDTH));
    const value = (i: number) => Number(labels[Math.floor(i / WIDTH)] === i % WIDTH);
    return {
      varied: name === 'perceptron' ? [logits] : [output],
      draw: ({ share }) => share(),
      held: [{ tensor: answers, value }, ...(name === 'perceptron' ? [{ tensor: output, value }] : [])],
      results: [scaled],
    };
  };

describe.each(lossNames)('the loss %s', (name) => {
  test('has the gradient of differences', () => {
    const { own, differences } = slopesOf(11, 4, 4, lossCase(name, 1));
    expect(worstOf(own, differences)).toBeLessThanOrEqual(1e-6);
  });

  test('scaled, scales its gradient', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), fc.nat(1000), (factor, seed) => {
        const plain = slopesOf(seed, 4, 4, lossCase(name, 1)).own;
        const scaled = slopesOf(seed, 4, 4, lossCase(name, factor)).own;
        scaled.forEach((slope, i) => expect(slope).toBeCloseTo(factor * plain[i]!, 9));
      }),
      { numRuns: 20 },
    );
  });
});

test.each(Object.values(schedules))(
  '$name never leaves the range of numbers, whatever its fields allow',
  ({ first, fields }) => {
    const ends = fields.flatMap((field) =>
      field.kind === 'number'
        ? [field.above ? 1e-9 : field.min, field.max].map((value) => ({ [field.name]: value }))
        : [],
    );
    for (const change of [{}, ...ends]) {
      const schedule = { ...first, ...change } as typeof first;
      for (const made of [0, 1, 999, 1e6, 1e9]) {
        const rate = rateAt({ learning_rate: 0.1, schedule }, made);
        expect(rate, `${JSON.stringify(change)} after ${made}`).toBeGreaterThanOrEqual(0);
        expect(Number.isNaN(rate)).toBe(false);
      }
    }
  },
);

test.each(metricNames)('the metric %s says the same of rows in any order', (name) => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
      const { inputs, answers } = rowsOf(21, WIDTH);
      const of = (rows: readonly number[]) => {
        const meter = metrics[name].meter(WIDTH);
        for (const row of rows) meter.add(inputs, answers, row * WIDTH);
        return meter.result();
      };
      expect(of(order)).toBeCloseTo(of([0, 1, 2, 3, 4, 5, 6, 7]), 12);
    }),
  );
});
