import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build, copyState, type Model } from '../../src/engine/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { inputShape } from '../../src/data/inputs.ts';
import { join, readFile } from '../../src/data/importing/index.ts';
import { readTensors, type Tensors, writeTensors } from '../../src/formats/safetensors.ts';
import { readTrained, stateOf, type TrainedModel, writeTrained } from '../../src/formats/trained.ts';
import { generated, imported, rightOf } from '../../scripts/model/recipe.ts';

const bytes = readFileSync(new URL('../../public/models/digits.safetensors', import.meta.url));

const read = (file: Uint8Array): TrainedModel => {
  const trained = readTrained(file);
  if ('problem' in trained) throw new Error(trained.problem.en);
  return trained;
};

const trained = read(bytes);

/** The network of an experiment, as a run of it would have it. */
const modelOf = ({ data, model, compile, fit, seed }: TrainedModel['experiment']): Model => {
  const built = build({
    inputs: inputShape(data),
    layers: model.layers,
    loss: compile.loss,
    optimizer: compile.optimizer,
    batchSize: fit.batch_size,
    seed,
  });
  if ('refused' in built) throw new Error(built.refused.en);
  return built;
};

/** The network of the file, with its weights. */
const model = (): Model => {
  const built = modelOf(trained.experiment);
  copyState(built, stateOf(trained.experiment, trained.weights));
  return built;
};

test('the file is small and says what it holds', () => {
  expect(bytes.length).toBeLessThanOrEqual(200_000);
  expect(trained.experiment.data.set).toBe('digits');
  expect(trained.training).toEqual({ pictures: 60_000, epochs: 6, batch_size: 32, seed: 1998 });
  // 3·3·1·8 + 8, 3·3·8·16 + 16, 784·10 + 10
  expect(trained.weights.map(({ length }) => length)).toEqual([72, 8, 1152, 16, 7840, 10]);
});

test('the network reads as many generated digits as the file says, which are at least 97 in 100', () => {
  const { generated: said } = trained.accuracy;
  const { pictures, seed } = trained.training;
  expect(rightOf(model(), generated(seed, pictures, said.of))).toBe(said.right);
  expect(said.right / said.of).toBeGreaterThanOrEqual(0.97);
});

const folder = new URL('../../../shared/data/mnist/', import.meta.url);

test.skipIf(!existsSync(folder))(
  'the network reads as many real digits as the file says, which are at least 95 in 100',
  async () => {
    const files = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'];
    const parts = await Promise.all(
      files.map((name) => readFile(Uint8Array.from(readFileSync(new URL(name, folder))), name)),
    );
    const joined = join(parts.flatMap((part) => ('problem' in part ? [] : [part])));
    if (!('pixels' in joined)) throw new Error('expected pictures');
    const said = trained.accuracy.mnist;
    expect(rightOf(model(), imported(joined))).toBe(said?.right);
    expect(said!.right / said!.of).toBeGreaterThanOrEqual(0.95);
  },
);

test('what is written is read again', () => {
  expect(read(writeTrained(trained))).toEqual(trained);
  const unseen = { ...trained, accuracy: { ...trained.accuracy, mnist: null } };
  expect(read(writeTrained(unseen)).accuracy.mnist).toBeNull();
});

test('weights of other layers are not written', () => {
  expect(() => writeTrained({ ...trained, weights: trained.weights.slice(1) })).toThrow('6 tensors');
});

test('of a network with statistics every weight gets to its place, and the optimizer begins anew', () => {
  const { experiment } = trained;
  const layers = [
    { type: 'Flatten', id: 1 },
    { type: 'BatchNormalization', id: 2 },
    { type: 'Dense', id: 3, units: 10, activation: 'softmax' },
  ] as const;
  const weights = [784, 784, 784, 784, 7840, 10].map((size, i) => new Float32Array(size).fill(i + 1));
  const built = modelOf({ ...experiment, model: { layers } });
  built.arena.memory.fill(-1, built.state.at, built.state.at + built.state.count);
  copyState(built, stateOf({ ...experiment, model: { layers } }, weights));
  const { memory } = built.arena;
  const places = built.layers.flatMap((layer) => layer.weights);
  expect(places.map(({ at, shape }) => [...memory.subarray(at, at + sizeOf(shape))])).toEqual(
    weights.map((numbers) => [...numbers]),
  );
  const { slots, count } = built.ranges;
  expect(memory.subarray(slots, slots + count).every((slot) => slot === 0)).toBe(true);
  expect(memory.subarray(built.state.at, built.state.at + built.state.count)).not.toContain(-1);
});

const file = readTensors(bytes) as Tensors;
const change = (changes: Partial<Tensors>): Uint8Array => writeTensors({ ...file, ...changes });
const withWords = (words: Record<string, string>): Uint8Array =>
  change({ metadata: { ...file.metadata, ...words } });
const [first, ...others] = file.tensors;
const experimentWith = (set: string): string =>
  JSON.stringify({ ...trained.experiment, data: { ...trained.experiment.data, set } });
const aboutWith = (mnist: unknown): string =>
  JSON.stringify({ training: trained.training, accuracy: { ...trained.accuracy, mnist } });

test.each([
  ['without words', change({ metadata: {} })],
  ['without an experiment', withWords({ experiment: '{}' })],
  ['of an experiment that is no JSON', withWords({ experiment: '{' })],
  ['of an experiment on other data', withWords({ experiment: experimentWith('stripes') })],
  ['of an experiment on no data', withWords({ experiment: experimentWith('letters') })],
  ['without facts', withWords({ about: '{}' })],
  ['with facts that are no JSON', withWords({ about: '' })],
  ['with more right than there were', withWords({ about: aboutWith({ right: 11, of: 10 }) })],
  ['without a weight', change({ tensors: others })],
  ['with a weight of another name', change({ tensors: [{ ...first!, name: 'kernel' }, ...others] })],
  ['with a weight of another shape', change({ tensors: [{ ...first!, shape: [72] }, ...others] })],
  ['with one weight more', change({ tensors: [...file.tensors, { ...first!, name: 'more' }] })],
  [
    'with a weight that is no number',
    change({ tensors: [{ ...first!, numbers: first!.numbers.map(() => Number.NaN) }, ...others] }),
  ],
])('a file %s is refused in a sentence', (_, broken) => {
  expect(readTrained(broken)).toHaveProperty('problem.en', expect.stringContaining('no network'));
});

test('a file that is cut is refused in a sentence', () => {
  expect(readTrained(bytes.subarray(0, -4))).toHaveProperty('problem');
});
