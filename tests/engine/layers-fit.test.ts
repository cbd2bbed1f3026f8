// Expected values: Keras 3.15.1 on JAX 0.10.2 (tests/golden/layers.py): small models trained by fit().

import { describe, expect, test } from 'vitest';
import {
  build,
  createTrainer,
  keyframeOf,
  load,
  type Model,
  restore,
  train,
  type Trainer,
} from '../../src/engine/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { evaluate } from '../../src/worker/evaluate.ts';
import { distance } from './golden.ts';
import { firstWeights, type Fitted, golden, numbers, specOf } from './layers-golden.ts';

const ROWS = 10;

const rowsOf = ({ input }: Fitted) => ({
  count: ROWS,
  inputs: Float64Array.from(numbers([ROWS, ...input], 1)),
  answers: Float64Array.from(numbers([ROWS, 2], 2)),
});

/** All weights of all layers in Keras's order. */
const weightsOf = ({ arena, layers }: Model): number[][] =>
  layers.flatMap(({ weights }) =>
    weights.map(({ at, shape }) => [...arena.memory.subarray(at, at + sizeOf(shape))]),
  );

const trainerOf = (fitted: Fitted): Trainer => {
  const optimizer = { type: 'SGD', learning_rate: 0.1, momentum: fitted.momentum } as const;
  const model = build({
    inputs: fitted.input,
    layers: fitted.layers.map(({ type, config }, index) => specOf(type, config, index + 1)),
    loss: 'mean_squared_error',
    optimizer,
    batchSize: 4,
    seed: 1,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  model.layers.forEach(({ shapes, weights }, index) => {
    weights.forEach(({ at, shape }, weight) => {
      model.arena.memory.set(firstWeights(shapes[weight]!.name, shape, 10 * index + 2 + weight), at);
    });
  });
  return createTrainer({ model, rows: rowsOf(fitted), optimizer, batchSize: 4, shuffle: false, seed: 1 });
};

const stateOf = ({ settings }: Trainer): Uint32Array => {
  const { arena, state } = settings.model;
  return new Uint32Array(Float32Array.from(arena.memory.subarray(state.at, state.at + state.count)).buffer);
};

describe.each(golden.models)('$name', (fitted) => {
  test('has the weights and statistics of Keras after 1 and 10 updates', () => {
    const trainer = trainerOf(fitted);
    const batches = train(trainer, 'batch');
    for (const [updates, expected] of Object.entries(fitted.weights)) {
      while (trainer.counters.step < Number(updates)) batches.next();
      const own = weightsOf(trainer.settings.model);
      expect(own.length).toBe(expected.length);
      expected.forEach((weight, index) => {
        expect(distance(own[index]!, weight), `weight ${index} after ${updates}`).toBeLessThanOrEqual(1e-5);
      });
    }
  });

  test("has the history of Keras's fit, and its evaluate and predict at the end", () => {
    const trainer = trainerOf(fitted);
    const { model } = trainer.settings;
    const epochs = train(trainer, 'epoch');
    const history = fitted.history.map(() => {
      epochs.next();
      return trainer.counters.epochLoss;
    });
    expect(distance(history, fitted.history)).toBeLessThanOrEqual(1e-4);
    const { inference, arena } = model;
    load(model, inference, trainer.settings.rows, 0, ROWS, null);
    inference.tape.forward(ROWS, 0, model.layers.length);
    const { at } = inference.recorded.at(-1)!.output;
    expect(distance(arena.memory.subarray(at, at + ROWS * 2), fitted.predicted)).toBeLessThanOrEqual(1e-4);
    expect(distance([arena.memory[inference.loss.at]!], [fitted.evaluated])).toBeLessThanOrEqual(1e-4);
    const { loss } = evaluate(model, trainer.settings.rows, []);
    expect(distance([loss], [fitted.evaluated])).toBeLessThanOrEqual(1e-4);
  });

  test('has the same bits by phase, by batch and after a step back to a keyframe', () => {
    const [phased, batched, restored] = [trainerOf(fitted), trainerOf(fitted), trainerOf(fitted)];
    const steps = 7;
    for (const [trainer, size] of [
      [phased, 'phase'],
      [batched, 'batch'],
    ] as const) {
      const moments = train(trainer, size);
      while (trainer.counters.step < steps) moments.next();
    }
    expect(stateOf(phased)).toEqual(stateOf(batched));
    const moments = train(restored, 'batch');
    while (restored.counters.step < 3) moments.next();
    const keyframe = keyframeOf(restored);
    while (restored.counters.step < 5) moments.next();
    restore(restored, keyframe);
    const again = train(restored, 'batch');
    while (restored.counters.step < steps) again.next();
    expect(stateOf(restored)).toEqual(stateOf(batched));
  });

  test('changes its state in the update phase only', () => {
    const trainer = trainerOf(fitted);
    const before = stateOf(trainer);
    const phases = train(trainer, 'phase');
    const { layers } = trainer.settings.model;
    while (trainer.phase <= 2 * layers.length) phases.next();
    expect(stateOf(trainer)).toEqual(before);
    phases.next();
    expect(stateOf(trainer)).not.toEqual(before);
  });

  test('keeps the bits of frozen layers', () => {
    const trainer = trainerOf(fitted);
    const { model } = trainer.settings;
    const frozen = (): number[][] =>
      weightsOf({ ...model, layers: model.layers.filter(({ spec }) => spec.trainable === false) });
    const before = frozen();
    expect(before.length > 0).toBe(fitted.name.startsWith('frozen'));
    const batches = train(trainer, 'batch');
    while (trainer.counters.step < 5) batches.next();
    expect(frozen()).toEqual(before);
  });
});
