import { expect, test } from 'vitest';
import {
  build,
  createTrainer,
  evaluate,
  infer,
  type Model,
  type Rows,
  train,
} from '../../src/engine/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import { apply, designAt, rebase } from '../../src/experiment/apply.ts';
import { demos } from '../../src/experiment/demos.ts';
import { type Experiment, VERSION } from '../../src/experiment/experiment.ts';
import { replaceHead } from '../../src/experiment/head.ts';
import { addLayer, setPoints } from '../../src/experiment/moves.ts';
import { branchName } from '../../src/state/branchName.ts';
import { beginningAt } from '../../src/state/origin.ts';
import { carriedInto } from '../../src/worker/carried.ts';
import { advance, type Run } from '../../src/worker/run.ts';
import { started } from './runs.ts';

/** A CNN on few small pictures, with a layer whose moving statistics learn without gradients. */
const cnn: Experiment = {
  version: VERSION,
  ...apply(
    designAt(rebase(demos.stripes, 0, setPoints(demos.stripes, 90)), 0),
    addLayer(designAt(demos.stripes, 0), 1, 'BatchNormalization'),
  ),
  edits: [],
};

const epochs = (run: Run, count: number): void => {
  for (let epoch = 0; epoch < count; epoch += 1) expect(advance(run, 'epoch')).toBe(true);
};
const bitsOf = (model: Model, layer: number): readonly number[] =>
  model.layers[layer]!.weights.flatMap(({ at, shape }) => {
    const size = shape.reduce((all, side) => all * side, 1);
    return [...new Uint32Array(Float32Array.from(model.arena.memory.subarray(at, at + size)).buffer)];
  });
const built = (plan: Parameters<typeof build>[0]): Model => {
  const model = build(plan);
  if ('refused' in model) throw new Error(model.refused.en);
  return model;
};

/** A run of the network with a new head, over features that learned for two epochs. */
const transferred = (): { readonly run: Run; readonly before: Run } => {
  const before = started(cnn);
  epochs(before, 2);
  const next = rebase(cnn, 0, replaceHead(designAt(cnn, 0)) ?? {});
  const origin = carriedInto(before, next, false);
  if (!origin) throw new Error('There was to be something to carry over.');
  return { run: started(next, beginningAt(origin)), before };
};

test('its curve begins where it does, with what is carried over measured as it is', () => {
  const { run } = transferred();
  const { loss } = evaluate(run.trainer.settings.model, run.setup.train, []);
  epochs(run, 3);
  const { epoch, loss: losses } = run.curve.read(null);
  expect([...epoch]).toEqual([0, 1, 2, 3]);
  expect(losses[0]).toBe(Math.fround(loss));
});

test('beside it the run before is told apart by what learns', () => {
  const next = rebase(cnn, 0, replaceHead(designAt(cnn, 0)) ?? {});
  expect(branchName(cnn, next).en).toBe('trainable=True');
  expect(branchName(next, cnn).en).toBe('trainable=False');
});

test('to learn a head over frozen features is to learn it over what they make of the pictures, to the last bit', () => {
  const { run, before } = transferred();
  const { setup, trainer } = run;
  const { model: network, compile, seed } = setup.design;
  const { layers } = network;
  const features = layers.slice(0, -1);
  const head = layers.at(-1)!;
  const plan = { loss: compile.loss, optimizer: compile.optimizer, batchSize: 32, seed };
  // What the features make of each picture, by a network of them alone with the weights that they have learned.
  const inputs = [8, 8, 1];
  const eyes = built({ ...plan, inputs, layers: features, loss: 'mean_squared_error' });
  eyes.layers.forEach(({ spec, weights }) => {
    const from = before.trainer.settings.model.layers.find((layer) => layer.spec.id === spec.id)!;
    weights.forEach(({ at, shape }, index) => {
      const size = shape.reduce((all, side) => all * side, 1);
      const there = from.weights[index]!.at;
      eyes.arena.memory.set(before.trainer.settings.model.arena.memory.subarray(there, there + size), at);
    });
  });
  const { rows } = trainer.settings;
  const seen = new Float64Array(rows.count * eyes.outputs);
  const output = eyes.inference.recorded.at(-1)!.output.at;
  const plain: Rows = { ...rows, answers: new Float64Array(rows.count * eyes.outputs) };
  infer(eyes, plain, (from, count) =>
    seen.set(eyes.arena.memory.subarray(output, output + count * eyes.outputs), from * eyes.outputs),
  );
  const alone = createTrainer({
    ...trainer.settings,
    model: built({ ...plan, inputs: eyes.outputs, layers: [head] }),
    rows: { ...rows, inputs: seen },
  });
  const depth = layers.length - 1;
  const { model } = trainer.settings;
  expect(bitsOf(model, depth)).toEqual(bitsOf(alone.settings.model, 0));
  const first = bitsOf(model, depth);
  epochs(run, 3);
  for (let epoch = 0; epoch < 3; epoch += 1) train(alone, 'epoch').next();
  expect(bitsOf(model, depth)).toEqual(bitsOf(alone.settings.model, 0));
  expect(bitsOf(model, depth)).not.toEqual(first);
});

test('what is carried over are all weights of a frozen layer, moving mean and variance included', () => {
  const { run, before } = transferred();
  const [mine, theirs] = [run, before].map(({ trainer }) => trainer.settings.model);
  const weighty = mine!.layers.flatMap(({ weights }, layer) => (weights.length > 0 ? [layer] : []));
  expect(weighty.map((layer) => mine!.layers[layer]!.spec.type)).toEqual([
    'Conv2D',
    'BatchNormalization',
    'Conv2D',
    'Dense',
  ]);
  epochs(run, 1);
  for (const layer of weighty.slice(0, -1)) expect(bitsOf(mine!, layer)).toEqual(bitsOf(theirs!, layer));
});

test('a layer of another shape or kind under the same id is drawn anew', () => {
  const before = started(cnn);
  epochs(before, 1);
  const other = (change: (layer: LayerSpec) => LayerSpec): Experiment => ({
    ...cnn,
    model: { layers: cnn.model.layers.map(change) },
  });
  const frozen = (layer: LayerSpec): LayerSpec => ({ ...layer, trainable: false });
  const wider = other((layer) => frozen(layer.type === 'Conv2D' ? { ...layer, kernel_size: 5 } : layer));
  const origin = carriedInto(before, wider, false);
  // Of the two convolutions and what comes after them only the normalization has the shapes that it had.
  const run = started(wider, beginningAt(origin!));
  const fresh = started(wider);
  const [mine, drawn, old] = [run, fresh, before].map(({ trainer }) => trainer.settings.model);
  const kinds = mine!.layers.map(({ spec }) => spec.type);
  kinds.forEach((type, layer) => {
    const kept = type === 'BatchNormalization' || type === 'Dense';
    expect(bitsOf(mine!, layer)).toEqual(bitsOf(kept ? old! : drawn!, layer));
  });
  expect(carriedInto(before, cnn, false)).toBeNull();
});
