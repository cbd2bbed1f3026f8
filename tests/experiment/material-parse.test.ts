import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DenseSpec } from '../../src/engine/layers/dense.ts';
import { layers as kinds } from '../../src/engine/layers/index.ts';
import type { DataSpec } from '../../src/data/data.ts';
import { inputWidth } from '../../src/data/inputs.ts';
import { digits } from '../../src/data/pictures/digits.ts';
import { apply, effectOf, inverse, rebase } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { fromLink, toLink } from '../../src/experiment/link.ts';
import { addLayer, chooseSet, learnFrom, setPicture } from '../../src/experiment/moves.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import { experiments } from './designs.ts';
import { layerOf, LISTED } from './layers.ts';

const neuron: DenseSpec = { type: 'Dense', id: 1, units: 1, activation: 'sigmoid' };
const plain: Experiment = { ...opening, model: { layers: [neuron] } };
const refusedAt = (document: unknown): string | null => {
  const parsed = parseExperiment(document);
  return parsed.ok ? null : (/“(.*)”/.exec(parsed.text.en)?.[1] ?? '');
};
const withData = (data: object) => ({ ...plain, data: { ...plain.data, ...data } });
const withLayers = (...layers: readonly unknown[]) => ({ ...plain, model: { layers } });
const hidden = (layer: object) => withLayers({ id: 2, ...layer }, neuron);

test('a document of before there were targets, inputs and other layers opens as it is', () => {
  const old = JSON.parse(
    '{"version":1,"data":{"set":"moons","answers":[0,1,1,0],"noise":0.1,"points":200,"seed":3,"changes":[{"op":"add","x":[0.5,0.25],"answer":1}]},"model":{"layers":[{"type":"Dense","id":2,"units":4,"activation":"tanh"},{"type":"Dense","id":1,"units":1,"activation":"sigmoid"}]},"compile":{"loss":"binary_crossentropy","optimizer":{"type":"SGD","learning_rate":0.5,"momentum":0},"metrics":["accuracy"]},"fit":{"batch_size":16,"epochs":null,"validation_split":0.2,"shuffle":true},"seed":1,"edits":[]}',
  );
  expect(parseExperiment(old)).toEqual({ ok: true, experiment: old });
});

test('a link that was made before there were any opens as what it was made from', () => {
  const link =
    '#x1.7JoWCpWRzWrDMBCE32XPIjhJW6jPgT5AjyUYRV7HAv0hrdO6xu_eURpKKL1UOond-XZntNCFc7ExULtV1GvR1C5UWKilk4unQop0KO9oovatUfVuj4pCtIWpbTb7R0Up2iCo75pGQcv9FWZGHc5cZcdVkY89u8p2ev6GLSRzAoMOHMBSZKHbKZqCrbAHDDZiL1qu25HoMNKq_lRh2k21_6UqcRCvP2itO5jok3UQY4tY0E0l6Vy4M1r4HLM12nUmo8RBckwz8DGJ9faTc1XdRr--HFBxrHOw4dxlqGsUSMJHD-nk8ayeWcCsXrGUmbI2M9U9Bot4FzppMWNXAIeDJ0WcohnRHSbnFF20s_gP2OhKclXRbJBOGadhqB4kTwzWT9zcXwNArEU4IT_8RaoT6qg75_8wBOqdoc3zinNcvwA';
  const blobs = rebase(opening, 0, chooseSet(opening, 'blobs'));
  const optimizer = { type: 'SGD', learning_rate: 0.1, momentum: 0.9 };
  expect(fromLink(link)).toEqual({
    ok: true,
    experiment: {
      ...rebase(blobs, 0, addLayer(blobs)),
      edits: [{ step: 40, patch: { compile: { optimizer } } }],
    },
  });
});

test('every kind of layer with all of its settings comes back from a document and from a link', () => {
  for (const type of LISTED) {
    fc.assert(
      fc.property(layerOf(type, 2, 2), (layer) => {
        const document = withLayers(layer, { type: 'Dense', id: 1, units: 1, activation: 'linear' });
        const experiment = document as Experiment;
        expect(parseExperiment(document)).toEqual({ ok: true, experiment });
        expect(fromLink(toLink(experiment))).toEqual({ ok: true, experiment });
      }),
      { numRuns: 30 },
    );
  }
});

test('experiments of every set, target, inputs and layers are read back as they were written', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(experiments, (experiment) => {
      expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toEqual({ ok: true, experiment });
      seen.add(experiment.data.set);
      for (const { type } of experiment.model.layers) seen.add(type);
    }),
    { numRuns: 300 },
  );
  expect([...seen]).toEqual(expect.arrayContaining([...LISTED, 'line', 'sine', 'plane', 'grades', 'gate']));
});

test.each<readonly [string, object, string]>([
  ['an unknown target', { target: 'weight' }, 'data.target'],
  ['a target of another set', { target: 'pass' }, 'data.target'],
  ['a key of every object as target', { target: '__proto__' }, 'data.target'],
  ['a target that is no text', { target: 1 }, 'data.target'],
  ['a very long target', { target: 'y'.repeat(1e6) }, 'data.target'],
  ['an unknown feature', { features: ['x3'] }, 'data.features.0'],
  ['a key of every object as feature', { features: ['constructor'] }, 'data.features.0'],
  ['a feature twice', { features: ['x1_x2', 'x1_x2'] }, 'data.features'],
  ['a million features', { features: Array(1e6).fill('x1_x2') }, 'data.features'],
  ['features that are no list', { features: { length: 1 } }, 'data.features'],
  ['a standardize of 1', { standardize: 1 }, 'data.standardize'],
  ['an answer of half a class', { changes: [{ op: 'add', x: [0, 0], answer: 0.5 }] }, 'data.changes'],
  ['an infinite answer', { changes: [{ op: 'add', x: [0, 0], answer: Infinity }] }, 'data.changes.0.answer'],
  ['more noise than a gate has', { noise: 0.6 }, 'data.noise'],
])('%s is refused', (_what, data, where) => {
  expect(refusedAt(withData(data))).toBe(where);
});

test('numbers as answers are allowed where numbers are learned, and only there', () => {
  const changes: DataSpec['changes'] = [{ op: 'add', x: [0, 0], answer: -2.5 }];
  const plane = rebase(plain, 0, chooseSet(plain, 'plane'));
  expect(refusedAt({ ...plane, data: { ...plane.data, changes } })).toBeNull();
  const grades = rebase(plain, 0, chooseSet(plain, 'grades'));
  expect(refusedAt({ ...grades, data: { ...grades.data, changes } })).toBeNull();
  expect(refusedAt({ ...grades, data: { ...grades.data, changes, target: 'grade' } })).toBe('data.changes');
});

test.each<readonly [string, object, string]>([
  ['an unknown kind', { type: 'Lambda' }, 'model.layers.0.type'],
  ['a key of every object as kind', { type: 'toString' }, 'model.layers.0.type'],
  ['a convolution over a list of numbers', { type: 'Conv2D', filters: 2, kernel_size: 3 }, 'model.layers'],
  ['a pooling of a list of numbers', { type: 'MaxPooling2D', pool_size: 2 }, 'model.layers'],
  ['a shape that does not come out even', { type: 'Reshape', target_shape: [3] }, 'model.layers'],
  ['a shape of rows and columns', { type: 'Reshape', target_shape: [1, 2] }, 'model.layers'],
  [
    'a shape of a million sides',
    { type: 'Reshape', target_shape: Array(1e6).fill(1) },
    'model.layers.0.target_shape',
  ],
  ['no rate', { type: 'Dropout' }, 'model.layers.0.rate'],
  ['a rate of 2', { type: 'Dropout', rate: 2 }, 'model.layers.0.rate'],
  ['a rate that is no number', { type: 'Dropout', rate: Number.NaN }, 'model.layers.0.rate'],
  ['a stranger’s setting', { type: 'Dropout', rate: 0.5, units: 3 }, 'model.layers.0.units'],
  [
    'first weights where there are none',
    { type: 'Flatten', start: { kernel: [], bias: [] } },
    'model.layers.0.start',
  ],
  ['an epsilon of 0', { type: 'BatchNormalization', momentum: 0.9, epsilon: 0 }, 'model.layers.0.epsilon'],
  ['an infinite scale', { type: 'Rescaling', scale: Infinity }, 'model.layers.0.scale'],
  ['a trainable of 0', { type: 'Flatten', trainable: 0 }, 'model.layers.0.trainable'],
  [
    'an unknown initializer',
    { type: 'Dense', units: 1, activation: 'relu', kernel_initializer: 'orthogonal' },
    'model.layers.0.kernel_initializer',
  ],
  [
    'a setting that its initializer does not have',
    {
      type: 'Dense',
      units: 1,
      activation: 'relu',
      kernel_initializer: { type: 'zeros', settings: { value: 1 } },
    },
    'model.layers.0.kernel_initializer',
  ],
  [
    'an unknown regularizer',
    { type: 'Dense', units: 1, activation: 'relu', kernel_regularizer: { type: 'L3' } },
    'model.layers.0.kernel_regularizer.type',
  ],
  [
    'a negative penalty',
    { type: 'Dense', units: 1, activation: 'relu', kernel_regularizer: { type: 'L2', l2: -1 } },
    'model.layers.0.kernel_regularizer.l2',
  ],
])('a layer with %s is refused', (_what, layer, where) => {
  const found = refusedAt(hidden(layer));
  expect(found === where || found?.startsWith(`${where}.`)).toBe(true);
});

test('a model that does not end in Dense is refused', () => {
  expect(refusedAt(withLayers(neuron, { type: 'Flatten', id: 2 }))).toBe('model.layers');
  expect(refusedAt(withLayers({ type: 'Dropout', id: 2, rate: 0.5 }))).toBe('model.layers');
});

test('first weights must be of the shape that all inputs make', () => {
  const started = { ...neuron, start: { kernel: [1, 2], bias: [0] } };
  expect(refusedAt(withLayers(started))).toBeNull();
  const wider = { ...withLayers(started), data: { ...plain.data, features: ['x1_x2'] } };
  expect(refusedAt(wider)).toBe('model.layers.0.start');
  const three = { ...neuron, start: { kernel: [1, 2, 3], bias: [0] } };
  expect(inputWidth({ ...plain.data, features: ['x1_x2'] })).toBe(3);
  expect(refusedAt({ ...wider, model: { layers: [three] } })).toBeNull();
});

test.each<readonly [string, object]>([
  ['the target', { data: { target: 'pass' } }],
  ['the inputs', { data: { features: ['x1_x2'] } }],
  ['standardising', { data: { standardize: true } }],
  ['a layer more', { model: { layers: [{ type: 'Dropout', id: 2, rate: 0.5 }, neuron] } }],
  ['an initializer', { model: { layers: [{ ...neuron, kernel_initializer: 'zeros' }] } }],
])('%s cannot change while the weights stay', (_what, patch) => {
  expect(refusedAt({ ...plain, edits: [{ step: 5, patch }] })).toMatch(/^edits\.0/);
});

test('a weight of a layer that has none is refused, one of BatchNormalization is not', () => {
  const edited = (type: 'Dropout' | 'BatchNormalization', at: number) => ({
    ...withLayers(kinds[type].create(2), neuron),
    edits: [{ step: 5, patch: { weights: [{ layer: 0, at, value: 1 }] } }],
  });
  expect(refusedAt(edited('Dropout', 0))).toBe('edits.0.patch');
  // gamma and beta of two numbers; the moving mean and variance follow the batches and cannot be set.
  expect(refusedAt(edited('BatchNormalization', 3))).toBeNull();
  expect(refusedAt(edited('BatchNormalization', 4))).toBe('edits.0.patch');
});

const HASH = 'c3f9adf9c66efb572b1f9326c3a511b45910c7173b97be66ceceeeeaef6b802b';

test('digits from files are named by their hash, which a document and a link carry and nothing else of them', () => {
  const files = { hash: HASH, count: 70_000 };
  const learning = rebase(opening, 0, learnFrom(opening, files));
  expect(learning.data).toMatchObject({ set: 'digits', asset: HASH, noise: 0, points: 60_000 });
  expect(learning.data.settings).toBeUndefined();
  expect(parseExperiment(JSON.parse(JSON.stringify(learning)))).toEqual({ ok: true, experiment: learning });
  expect(fromLink(toLink(learning))).toEqual({ ok: true, experiment: learning });
  // They are pictures of digits: no other set has them, and another set, or digits drawn again, lets them go.
  expect(refusedAt({ ...learning, data: { ...learning.data, set: 'shapes', noise: 0.02 } })).toBe(
    'data.asset',
  );
  expect(refusedAt({ ...learning, data: { ...learning.data, asset: 'here.gz' } })).toBe('data.asset');
  for (const set of ['shapes', 'moons', 'digits'] as const) {
    expect(apply(learning, chooseSet(learning, set)).data.asset).toBeUndefined();
  }
});

test('learning from files starts over, and what undoes it brings the drawn digits back as they were', () => {
  const drawn = rebase(opening, 0, chooseSet(opening, 'digits'));
  const slanted = apply(drawn, setPicture(drawn, digits.fields[0]!, 25));
  const move = learnFrom(slanted, { hash: HASH, count: 500 });
  expect(effectOf(slanted, move)).toBe('restart');
  const learning = apply(slanted, move);
  expect(learning.data.points).toBe(500);
  expect(apply(learning, inverse(slanted, move))).toEqual(slanted);
  const back = chooseSet(learning, 'digits');
  expect(effectOf(learning, back)).toBe('restart');
  expect(apply(apply(learning, back), inverse(learning, back))).toEqual(learning);
});
