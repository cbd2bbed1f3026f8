// Many batches in one go are the same batches, bit for bit, whatever the network, the optimizer and the stops.

import { describe, expect, test } from 'vitest';
import { build, createTrainer, type Rows, train, trainMany, type Trainer } from '../../src/engine/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { LossName } from '../../src/engine/losses/index.ts';
import type { OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import { useKernels } from '../../src/engine/kernels/set.ts';
import { uniform } from '../../src/engine/random.ts';
import { sets } from './kernels/sets.ts';

interface Case {
  readonly name: string;
  readonly layers: readonly LayerSpec[];
  readonly loss?: LossName;
  readonly optimizer: OptimizerSpec;
  readonly batchSize: number;
  readonly rows?: number;
  readonly shuffle?: boolean;
  readonly weighted?: boolean;
  readonly epochs?: number;
}

const dense = (id: number, units: number, activation: 'tanh' | 'sigmoid' | 'relu'): LayerSpec => ({
  type: 'Dense',
  id,
  units,
  activation,
});
const deep = [dense(1, 8, 'tanh'), dense(2, 8, 'relu'), dense(3, 1, 'sigmoid')];
const sgd: OptimizerSpec = { type: 'SGD', learning_rate: 0.1, momentum: 0 };

const CASES: readonly Case[] = [
  {
    name: 'one neuron, all rows in a batch',
    layers: [dense(1, 1, 'sigmoid')],
    optimizer: sgd,
    batchSize: 99,
  },
  { name: 'batches without a rest', layers: deep, optimizer: sgd, batchSize: 10 },
  { name: 'a ragged last batch, shuffled', layers: deep, optimizer: sgd, batchSize: 7, shuffle: true },
  {
    name: 'Adam, which counts its moves',
    layers: deep,
    optimizer: { type: 'Adam', learning_rate: 0.01 },
    batchSize: 99,
  },
  {
    name: 'RMSprop with a schedule, weighted rows',
    layers: deep,
    optimizer: {
      type: 'RMSprop',
      learning_rate: 0.02,
      schedule: { type: 'ExponentialDecay', decay_steps: 7, decay_rate: 0.9, staircase: false },
    },
    batchSize: 6,
    weighted: true,
  },
  {
    name: 'Dropout and BatchNormalization',
    layers: [
      dense(1, 8, 'tanh'),
      { type: 'BatchNormalization', id: 2 },
      { type: 'Dropout', id: 3, rate: 0.3 },
      dense(4, 1, 'sigmoid'),
    ],
    optimizer: { ...sgd, global_clipnorm: 0.5 },
    batchSize: 99,
  },
  {
    name: 'a loss that is lost on the way',
    layers: [dense(1, 8, 'relu'), { type: 'Dense', id: 2, units: 1, activation: 'linear' }],
    loss: 'mean_squared_error',
    optimizer: { type: 'SGD', learning_rate: 40, momentum: 0.9 },
    batchSize: 99,
  },
  { name: 'an end after some epochs', layers: deep, optimizer: sgd, batchSize: 99, epochs: 13 },
];

const rowsOf = ({ rows: count = 40, weighted }: Case): Rows => {
  const inputs = Float64Array.from({ length: count * 2 }, (_, i) => uniform(7, 'data', 0, 0, i) * 4 - 2);
  return {
    count,
    inputs,
    answers: Float64Array.from({ length: count }, (_, r) => Number(inputs[2 * r]! * inputs[2 * r + 1]! > 0)),
    ...(weighted && { weights: Float64Array.from({ length: count }, (_, r) => (r % 3) / 2) }),
  };
};

const trainerOf = (one: Case): Trainer => {
  const rows = rowsOf(one);
  const model = build({
    inputs: 2,
    layers: one.layers,
    loss: one.loss ?? 'binary_crossentropy',
    optimizer: one.optimizer,
    batchSize: Math.min(one.batchSize, rows.count),
    seed: 3,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  return createTrainer({
    model,
    rows,
    optimizer: one.optimizer,
    batchSize: one.batchSize,
    shuffle: one.shuffle ?? false,
    seed: 3,
    epochs: one.epochs ?? null,
  });
};

/** Everything that training leaves: the state's bits, the counters, and where it stands. */
const whereabouts = ({ settings, counters, phase, batchRows, firstRow }: Trainer) => {
  const { arena, state } = settings.model;
  const at = arena.memory.slice(state.at, state.at + state.count) as Float32Array;
  return { bits: [...new Int32Array(at.buffer)], counters: { ...counters }, phase, batchRows, firstRow };
};

describe.each(CASES)('$name', (one) => {
  test('comes to the same bits, counters and epochs as batch by batch', () => {
    const [apart, together] = [trainerOf(one), trainerOf(one)];
    const ended: [unknown[], unknown[]] = [[], []];
    const epochOf = ({ counters: { epoch, step, epochLoss, epochWrong, fit } }: Trainer) => ({
      epoch,
      step,
      epochLoss,
      epochWrong,
      ended: fit.ended,
    });
    const single = train(apart, 'batch');
    let lost = false;
    // Stops at every kind of place: in the middle of an epoch, at its end, after many.
    for (const batches of [1, 3, 2, 17, 1, 200, 64, 90]) {
      for (let i = 0; i < batches && !lost; i++) {
        const moment = single.next().value;
        if (moment === 'epoch') ended[0].push(epochOf(apart));
        lost = moment === 'lost';
      }
      const well = trainMany(together, batches, () => ended[1].push(epochOf(together)) > 0);
      expect(well).toBe(!lost);
      expect(whereabouts(together)).toEqual(whereabouts(apart));
      if (lost) break;
    }
    expect(ended[1]).toEqual(ended[0]);
    expect(lost).toBe(one.name.includes('lost'));
    expect(ended[0].length).toBeGreaterThan(lost ? 0 : 10);
  });

  test.each(sets)('comes to the bits of the reference with the kernels of "$name"', (set) => {
    const [plain, fast] = [null, set].map((kernels) => {
      const before = useKernels(kernels);
      const trainer = trainerOf(one);
      useKernels(before);
      trainMany(trainer, 300, () => true);
      return whereabouts(trainer);
    });
    expect(fast).toEqual(plain);
  });
});

test('a batch that is smaller than what the model takes is trained as by itself, however many go on the shelf', () => {
  const rows: Rows = {
    count: 2000,
    inputs: Float64Array.from({ length: 2000 }, (_, i) => uniform(9, 'data', 0, 0, i)),
    answers: Float64Array.from({ length: 2000 }, (_, i) => 2 * uniform(9, 'data', 0, 0, i)),
  };
  const layers: LayerSpec[] = [{ type: 'Dense', id: 1, units: 1, activation: 'linear' }];
  const [apart, together] = [0, 1].map(() => {
    const model = build({
      inputs: 1,
      layers,
      loss: 'mean_squared_error',
      optimizer: sgd,
      batchSize: 32,
      seed: 3,
    });
    if ('refused' in model) throw new Error(model.refused.en);
    const settings = { model, rows, optimizer: sgd, batchSize: 1, shuffle: false, seed: 3 };
    return createTrainer(settings);
  }) as [Trainer, Trainer];
  const single = train(apart, 'batch');
  for (let i = 0; i < 2000; i++) single.next();
  expect(trainMany(together, 2000, () => true)).toBe(true);
  expect(whereabouts(together)).toEqual(whereabouts(apart));
});

test('where a fit() is over already, another epoch ends it', () => {
  const trainer = trainerOf({ ...CASES.at(-1)!, epochs: 5 });
  trainMany(trainer, 3, () => true);
  trainer.counters.fit = { ...trainer.counters.fit, stopAt: 3 };
  let ends = 0;
  expect(trainMany(trainer, 1, () => ++ends > 0)).toBe(true);
  expect({ ends, epoch: trainer.counters.epoch, by: trainer.counters.fit.ended?.by }).toEqual({
    ends: 1,
    epoch: 4,
    by: 'epochs',
  });
});
