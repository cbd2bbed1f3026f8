import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { activationNames } from '../../src/engine/activations/index.ts';
import { definitionOf, layers as kinds } from '../../src/engine/layers/index.ts';
import type { DenseSpec } from '../../src/engine/layers/dense.ts';
import type { ListField } from '../../src/engine/fields.ts';
import { lossNames } from '../../src/engine/losses/index.ts';
import { dataSet, rowsOf } from '../../src/data/data.ts';
import { featureNames } from '../../src/data/features.ts';
import { dataSeedField } from '../../src/data/fields.ts';
import { type SetName, sets } from '../../src/data/sets/index.ts';
import { apply, designAt, rebase } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { demos } from '../../src/experiment/demos.ts';
import { opening } from '../../src/experiment/presets.ts';
import { outputOf } from '../../src/experiment/widths.ts';
import { LISTED } from './layers.ts';
import { settingOf } from './settings.ts';

const design = designAt(opening, 0);
const after = (before: Design, ...steps: ((design: Design) => Patch)[]) =>
  steps.reduce((current, step) => apply(current, step(current)), before);

test('each kind of data comes with the output, loss and batch size that fit it', () => {
  const expected = {
    gate: [1, 'sigmoid', 'binary_crossentropy', 4],
    circle: [1, 'sigmoid', 'binary_crossentropy', 16],
    moons: [1, 'sigmoid', 'binary_crossentropy', 16],
    spiral: [1, 'sigmoid', 'binary_crossentropy', 16],
    blobs: [3, 'softmax', 'sparse_categorical_crossentropy', 16],
    three: [1, 'linear', 'mean_squared_error', 3],
    line: [1, 'linear', 'mean_squared_error', 16],
    sine: [1, 'linear', 'mean_squared_error', 16],
    plane: [1, 'linear', 'mean_squared_error', 16],
    grades: [1, 'linear', 'mean_squared_error', 16],
    digits: [10, 'softmax', 'sparse_categorical_crossentropy', 32],
    shifted_digits: [10, 'softmax', 'sparse_categorical_crossentropy', 32],
    shapes: [4, 'softmax', 'sparse_categorical_crossentropy', 32],
    stripes: [4, 'softmax', 'sparse_categorical_crossentropy', 32],
  };
  for (const set of Object.keys(sets) as SetName[]) {
    const chosen = after(design, moves.addLayer, (now) => moves.chooseSet(now, set));
    const { units, activation } = outputOf(chosen.model);
    expect([units, activation, chosen.compile.loss, chosen.fit.batch_size]).toEqual(expected[set]);
    const first = sets[set].picture ? 'Conv2D' : 'Dense';
    expect(chosen.model.layers[0]).toMatchObject(
      first === 'Dense' ? { type: first, id: 2, units: 4, activation: 'tanh' } : { type: first, filters: 8 },
    );
    expect(check(chosen)).toEqual([]);
  }
});

test('a gate finds its answers again after other data', () => {
  const back = after(
    design,
    (now) => moves.toggleAnswer(now, 0),
    (now) => moves.chooseSet(now, 'blobs'),
    (now) => moves.chooseSet(now, 'gate'),
  );
  expect(back.data).toEqual({ ...design.data, answers: [1, 0, 0, 1] });
});

test('a gate with noise is trained in batches of 16, without it in one of 4', () => {
  const noisy = after(design, (now) => moves.setNoise(now, 0.1));
  expect(noisy.fit.batch_size).toBe(16);
  expect(after(noisy, (now) => moves.setNoise(now, 0.2)).fit.batch_size).toBe(16);
  expect(after(noisy, (now) => moves.setNoise(now, 0)).fit.batch_size).toBe(4);
});

test('points drawn anew lose what was changed by hand', () => {
  const changed = after(design, (now) => moves.addPoint(now, [0.5, 0.5], 1));
  for (const step of [
    moves.newSample,
    (now: Design) => moves.setNoise(now, 0.1),
    (now: Design) => moves.setPoints(now, 9),
  ]) {
    expect(after(changed, step).data.changes).toEqual([]);
  }
});

test('added layers get an id of their own, and the twelfth layer is the last', () => {
  let grown = design;
  for (let count = 0; count < 14; count++) grown = after(grown, moves.addLayer);
  expect(grown.model.layers).toHaveLength(12);
  expect(new Set(grown.model.layers.map((layer) => layer.id)).size).toBe(12);
  expect(grown.model.layers.at(-1)?.id).toBe(1);
  const first = after(design, moves.addLayer, (now) => moves.addLayer(now, 0));
  expect(first.model.layers.map((layer) => layer.id)).toEqual([3, 2, 1]);
});

test('a layer whose setting does not fit other data goes back to its first settings', () => {
  const reshape: ListField = {
    kind: 'list',
    name: 'target_shape',
    words: { en: '', ko: '' },
    effect: 'restart',
    initial: [-1],
    item: dataSeedField,
    most: 3,
  };
  const shaped = after(
    design,
    (now) => moves.addLayer(now, 0, 'Reshape'),
    (now) => moves.setLayer(now, 2, reshape, [2]),
  );
  expect(shaped.model.layers[0]).toEqual({ type: 'Reshape', id: 2, target_shape: [2] });
  const wider = after(shaped, (now) => moves.setFeature(now, 'x1_x2', true));
  expect(wider.model.layers[0]).toEqual({ type: 'Reshape', id: 2, target_shape: [-1] });
  const other = after(shaped, (now) => moves.chooseSet(now, 'line'));
  expect(other.model.layers[0]).toEqual({ type: 'Reshape', id: 2, target_shape: [-1] });
});

test('a layer that is set or put where it does not fit what comes is left as it is, for the checks to explain', () => {
  const reshaped = after(design, (now) => moves.addLayer(now, 0, 'Reshape'));
  const [shape] = definitionOf(reshaped.model.layers[0]!).fields;
  const wrong = after(reshaped, (now) => moves.setLayer(now, 2, shape!, [5]));
  expect(wrong.model.layers[0]).toEqual({ type: 'Reshape', id: 2, target_shape: [5] });
  const pictures = after(design, (now) => moves.addLayer(now, 0, 'Conv2D'));
  for (const misfit of [wrong, pictures])
    expect(check(misfit)).toEqual([
      expect.objectContaining({ where: { part: 'layer', id: 2 }, kind: 'refused' }),
    ]);
});

test('a hidden layer can be removed, the output layer cannot', () => {
  const grown = after(design, moves.addLayer);
  expect(after(grown, (now) => moves.removeLayer(now, 2)).model.layers.map((layer) => layer.id)).toEqual([1]);
  expect(moves.removeLayer(grown, 1)).toEqual({});
  expect(moves.removeLayer(grown, 77)).toEqual({});
});

test('a hidden layer under the perceptron rule turns the output to what can be trained', () => {
  const ruled = after(design, (now) => moves.setActivation(now, 1, 'step'), moves.learnByRule);
  expect(check(ruled)).toEqual([]);
  const grown = after(ruled, moves.addLayer);
  expect(check(grown)).toEqual([]);
  expect([grown.compile.loss, grown.fit.batch_size]).toEqual(['binary_crossentropy', 4]);
});

test('a point moved twice is one change, an added one moves where it was added', () => {
  const moved = after(
    design,
    (now) => moves.movePoint(now, 1, [0.1, 0.9]),
    (now) => moves.addPoint(now, [0.5, 0.5], 1),
    (now) => moves.movePoint(now, 1, [0.2, 0.8]),
    (now) => moves.movePoint(now, 4, [0.6, 1e9]),
  );
  expect(moved.data.changes).toEqual([
    { op: 'move', id: 1, x: [0.2, 0.8] },
    { op: 'add', x: [0.6, 100], answer: 1 },
  ]);
  expect(dataSet(moved.data).rows).toBe(5);
});

test('one point always stays', () => {
  let left = design;
  for (const id of [0, 1, 2, 3]) left = after(left, (now) => moves.removePoint(now, id));
  expect(rowsOf(left.data)).toBe(1);
  expect(moves.removePoint(left, 3)).toEqual({});
});

test('built from OR and NAND, three step-function neurons answer XOR', () => {
  const { layers } = demos['hand-xor'].model;
  const fires = (sum: number) => (sum >= 0 ? 1 : 0);
  const answers = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ].map((inputs) =>
    layers.reduce<readonly number[]>((values, layer) => {
      const { units, start } = layer as DenseSpec;
      const sums = Array.from({ length: units }, (_, unit) =>
        values.reduce(
          (sum, value, at) => sum + value * (start?.kernel[at * units + unit] ?? 0),
          start?.bias[unit] ?? 0,
        ),
      );
      return sums.map(fires);
    }, inputs),
  );
  expect(answers).toEqual([[0], [1], [1], [0]]);
  expect(demos['hand-xor'].data.answers).toEqual([0, 1, 1, 0]);
});

test('changed to sigmoid and trained, the built network starts from weights nobody set', () => {
  const trained = after(designAt(demos['hand-xor'], 0), moves.trainBuilt);
  expect(trained.model.layers).toEqual([
    { type: 'Dense', id: 2, units: 2, activation: 'sigmoid' },
    { type: 'Dense', id: 1, units: 1, activation: 'sigmoid' },
  ]);
  expect(trained.seed).not.toBe(demos['hand-xor'].seed);
});

test('new weights come from another seed, not from the preset', () => {
  const renewed = after(design, moves.newWeights);
  expect(renewed.seed).toBe(2);
  expect(renewed.model.layers[0]).not.toHaveProperty('start');
  expect(after({ ...design, seed: 0xffffffff }, moves.newWeights).seed).toBe(0);
});

test('a weight set to −0 becomes 0, which a link can carry', () => {
  expect(Object.is(moves.setWeight(0, 0, -0).weights?.[0]?.value, 0)).toBe(true);
});

/** Shapes of a list that some layer may make, and others. */
const targetShape = fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 1, maxLength: 2 });

const anyMove: fc.Arbitrary<(design: Design) => Patch> = fc.oneof(
  fc
    .constantFrom(...(Object.keys(sets) as SetName[]))
    .map((set) => (now: Design) => moves.chooseSet(now, set)),
  fc.nat(3).map((row) => (now: Design) => moves.toggleAnswer(now, row)),
  fc.constantFrom(moves.addLayer, moves.newSample, moves.newWeights, moves.buildXor, moves.trainBuilt),
  fc.constantFrom(moves.learnByRule, moves.changeToSigmoid),
  fc.tuple(fc.nat(3), fc.constantFrom(...LISTED)).map(
    ([at, type]) =>
      (now: Design) =>
        moves.addLayer(now, Math.min(at, now.model.layers.length - 1), type),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom(...LISTED)).chain(([id, type]) => {
    const { fields } = definitionOf(kinds[type].create(1));
    if (fields.length === 0) return fc.constant((): Patch => ({}));
    return fc.constantFrom(...fields).chain((field) =>
      (field.name === 'target_shape' ? targetShape : settingOf(field)).map(
        (value) =>
          (now: Design): Patch => {
            const layer = now.model.layers.find((one) => one.id === id);
            return layer?.type === type ? moves.setLayer(now, id, field, value) : {};
          },
      ),
    );
  }),
  fc.tuple(fc.constantFrom(...featureNames), fc.boolean()).map(
    ([name, on]) =>
      (now: Design) =>
        moves.setFeature(now, name, on),
  ),
  fc.boolean().map((on) => (now: Design) => moves.setStandardize(now, on)),
  fc.nat(2).map((at) => (now: Design) => {
    const { targets } = sets[now.data.set];
    return moves.chooseTarget(now, (targets[at] ?? targets[0]).name);
  }),
  fc.nat(9).map((id) => (now: Design) => moves.removeLayer(now, id)),
  fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 64 })).map(
    ([id, units]) =>
      (now: Design) =>
        moves.setUnits(now, id, units),
  ),
  fc.tuple(fc.nat(3), fc.constantFrom(...activationNames)).map(
    ([id, name]) =>
      (now: Design) =>
        moves.setActivation(now, id, name),
  ),
  fc.constantFrom(...lossNames).map((loss) => (now: Design) => moves.setLoss(now, loss)),
  fc.constantFrom(0.05, 0.1, 0.5).map((noise) => (now: Design) => moves.setNoise(now, noise)),
  fc.tuple(fc.nat(170), fc.double({ noNaN: true })).map(
    ([id, x]) =>
      (now: Design) =>
        moves.movePoint(now, id, [x, 0]),
  ),
  fc.nat(1).map((answer) => (now: Design) => moves.addPoint(now, [0, 0], answer)),
  fc.nat(170).map((id) => (now: Design) => moves.removePoint(now, id)),
);

test('whatever is done one after the other, the experiment can be read back, and every fix of a problem too', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 12 }), (list) => {
      const experiment = list.reduce((now, move) => rebase(now, 0, move(designAt(now, 0))), opening);
      expect(parseExperiment(experiment)).toEqual({ ok: true, experiment });
      const fixes = check(designAt(experiment, 0)).flatMap(({ fix }) => fix ?? []);
      for (const { patch } of fixes) expect(parseExperiment(rebase(experiment, 0, patch)).ok).toBe(true);
    }),
  );
});
