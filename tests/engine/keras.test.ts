// Expected values: Keras 3.15.1 on JAX 0.10.2 (tests/golden/engine.py).

import { describe, expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import { type ActivationName, activations } from '../../src/engine/activations/index.ts';
import { build, createTrainer, type Model, train } from '../../src/engine/index.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { losses } from '../../src/engine/losses/index.ts';
import { metrics } from '../../src/engine/metrics/index.ts';
import { mean } from '../../src/engine/ops/mean.ts';
import { createTape } from '../../src/engine/tape.ts';
import {
  type Compared,
  distance,
  golden,
  oneHot,
  type Table,
  type Trained,
  type WeightsList,
} from './golden.ts';

/** A few units in the last place of a float32. */
const CLOSE = 5e-7;

const activated = (name: ActivationName, rows: Table): Float32Array | Float64Array => {
  const arena = createArena('float32');
  const tape = createTape(arena, kernelsOver(arena), rows.length);
  const z = tape.rows(rows[0]!.length);
  const y = activations[name].record(tape, z);
  arena.allocate();
  arena.memory.set(rows.flat(), z.at);
  tape.forward(rows.length, 0, 0);
  return arena.memory.subarray(y.at, y.at + rows.flat().length);
};

describe('forward', () => {
  test.each(['linear', 'sigmoid', 'tanh', 'relu'] as const)(
    '%s is that of Keras, from −10,000 to 10,000',
    (name) => {
      const { x, [name]: expected } = golden.activations;
      expect(
        distance(
          activated(
            name,
            x.map((value) => [value]),
          ),
          expected,
        ),
      ).toBeLessThanOrEqual(CLOSE);
    },
  );

  test('softmax is that of Keras, at logits of 10,000 too', () => {
    const { rows, softmax } = golden.activations;
    expect(distance(activated('softmax', rows), softmax.flat())).toBeLessThanOrEqual(CLOSE);
  });
});

/** Row losses and the gradient of their mean. Logits go through the activation that the loss is fused with. */
const computed = ({ loss, from_logits, outputs, answers }: Compared) => {
  const arena = createArena('float32');
  const tape = createTape(arena, kernelsOver(arena), outputs.length);
  const width = outputs[0]!.length;
  const logits = tape.rows(width);
  const fused: ActivationName = loss === 'binary_crossentropy' ? 'sigmoid' : 'softmax';
  const activation = from_logits ? fused : 'linear';
  const output = activations[activation].record(tape, logits);
  const targets = tape.rows(width);
  const rowLosses = losses[loss].record(tape, {
    output,
    logits,
    activation,
    answers: targets,
    settings: {},
  });
  const total = mean(tape, rowLosses);
  arena.allocate();
  const labels = answers.filter((answer) => typeof answer === 'number');
  arena.memory.set(outputs.flat(), logits.at);
  arena.memory.set(labels.length > 0 ? oneHot(labels, width) : answers.flat(), targets.at);
  tape.forward(outputs.length, 0, 0);
  tape.clear(outputs.length);
  arena.memory[tape.gradient(total)] = 1;
  tape.backward(outputs.length, 0, 0);
  const gradient = tape.gradient(logits);
  return {
    rows: arena.memory.slice(rowLosses.at, rowLosses.at + outputs.length),
    gradient: arena.memory.slice(gradient, gradient + outputs.flat().length),
  };
};

describe.each(golden.losses)('$loss with from_logits=$from_logits', (compared) => {
  test('has the values of Keras', () => {
    expect(distance(computed(compared).rows, compared.rows)).toBeLessThanOrEqual(1e-6);
  });

  test('has the gradient of Keras', () => {
    expect(distance(computed(compared).gradient, compared.gradient.flat())).toBeLessThanOrEqual(1e-6);
  });
});

test.each(golden.metrics)(
  'accuracy and mse of $case are those of Keras',
  ({ outputs, answers, ...expected }) => {
    const units = outputs[0]!.length;
    for (const name of ['accuracy', 'mse'] as const) {
      const meter = metrics[name].meter(units);
      outputs.forEach((_, row) => meter.add(outputs.flat(), answers.flat(), row * units));
      expect(Math.abs(meter.result() - expected[name])).toBeLessThanOrEqual(1e-6);
    }
  },
);

const modelOf = ({ hidden, outputs, loss, batch_size, start }: Trained): Model => {
  const [kernel, bias, lastKernel, lastBias] = start;
  const model = build({
    inputs: 2,
    layers: [
      { type: 'Dense', id: 1, ...hidden, start: { kernel: kernel.flat(), bias } },
      {
        type: 'Dense',
        id: 2,
        units: outputs,
        activation: outputs === 1 ? 'sigmoid' : 'softmax',
        start: { kernel: lastKernel.flat(), bias: lastBias },
      },
    ],
    loss,
    optimizer: 'SGD',
    batchSize: batch_size,
    seed: 0,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  return model;
};

const trainerOf = (trained: Trained) => {
  const { inputs, labels, outputs, learning_rate, momentum, batch_size } = trained;
  return createTrainer({
    model: modelOf(trained),
    rows: {
      count: labels.length,
      inputs: Float64Array.from(inputs.flat()),
      answers: Float64Array.from(outputs === 1 ? labels : oneHot(labels, outputs)),
    },
    optimizer: { type: 'SGD', learning_rate, momentum },
    batchSize: batch_size,
    shuffle: false,
    seed: 0,
  });
};

const flatOf = (weights: WeightsList): number[] => weights.flatMap((weight) => weight.flat());

describe.each(golden.training)(
  '$loss after $hidden.activation, momentum $momentum, a ragged last batch',
  (trained) => {
    test('the weights after 1, 10 and 100 updates are those of Keras', () => {
      const trainer = trainerOf(trained);
      const { arena, ranges } = trainer.settings.model;
      const batches = train(trainer, 'batch');
      expect(trained.labels.length % trained.batch_size).toBeGreaterThan(0);
      for (const [updates, expected] of Object.entries(trained.weights)) {
        while (trainer.counters.step < Number(updates)) batches.next();
        const own = arena.memory.subarray(ranges.weights, ranges.weights + ranges.count);
        expect(distance(own, flatOf(expected)), `after ${updates}`).toBeLessThanOrEqual(1e-5);
      }
    });

    test("each epoch's loss is the running mean that Keras's fit reports", () => {
      const trainer = trainerOf(trained);
      const epochs = train(trainer, 'epoch');
      const own = trained.history.map(() => {
        epochs.next();
        return trainer.counters.epochLoss;
      });
      expect(own.length).toBeGreaterThan(30);
      expect(distance(own, trained.history)).toBeLessThanOrEqual(1e-5);
    });
  },
);
