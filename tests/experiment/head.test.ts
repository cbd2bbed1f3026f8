import { expect, test } from 'vitest';
import { layers as kinds, type LayerSpec } from '../../src/engine/layers/index.ts';
import { apply, designAt, effectOf } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import { demos } from '../../src/experiment/demos.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import {
  areFrozen,
  featuresOf,
  freezeFeatures,
  replaceHead,
  weightCounts,
} from '../../src/experiment/head.ts';
import { MOST_LAYERS, chooseSet, removeLayer } from '../../src/experiment/moves.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { forPictures } from '../../src/experiment/pictures.ts';
import { opening } from '../../src/experiment/presets.ts';

const digits: Design = designAt(demos.digits, 0);
const after = (design: Design, move: (now: Design) => Patch | null): Design => {
  const patch = move(design);
  if (!patch) throw new Error('This move was to be possible.');
  return apply(design, patch);
};
const seen = ({ model }: Design) => model.layers.map(({ type, id, trainable }) => [type, id, trainable]);
const withLayers = (design: Design, layers: readonly LayerSpec[]): Design => ({
  ...design,
  model: { layers },
});

test('the head of a CNN is replaced by one Dense for the classes of the data, and what has weights before it is frozen', () => {
  const design = after(digits, replaceHead);
  expect(seen(design)).toEqual([
    ['Conv2D', 1, false],
    ['MaxPooling2D', 2, undefined],
    ['Conv2D', 3, false],
    ['MaxPooling2D', 4, undefined],
    ['Flatten', 5, undefined],
    ['Dense', 7, undefined],
  ]);
  expect(design.model.layers.at(-1)).toEqual({ type: 'Dense', id: 7, units: 10, activation: 'softmax' });
  // model.summary() of Keras 3.15: 80 + 1,168 non-trainable, 7,850 trainable.
  expect(weightCounts(design)).toEqual({ all: 9098, frozen: 1248 });
  expect(effectOf(digits, replaceHead(digits) ?? {})).toBe('restart');
  expect(check(design)).toEqual([]);
  expect(parseExperiment({ version: 1, ...design, edits: [] }).ok).toBe(true);
});

test('a head of several layers goes as a whole, and each new one has an id of its own: other first weights', () => {
  const lenet = after(digits, (now) => forPictures(now, 10, 'lenet'));
  const once = after(lenet, replaceHead);
  expect(seen(once).slice(4)).toEqual([
    ['Flatten', 5, undefined],
    ['Dense', 9, undefined],
  ]);
  expect(seen(after(once, replaceHead)).at(-1)).toEqual(['Dense', 10, undefined]);
});

test('on other data the head is for their classes', () => {
  const shapes = after(
    after(digits, (now) => chooseSet(now, 'shapes')),
    replaceHead,
  );
  expect(shapes.model.layers.at(-1)).toMatchObject({ units: 4, activation: 'softmax' });
  expect(shapes.compile.loss).toBe('sparse_categorical_crossentropy');
  const two = after(
    after(digits, (now) => chooseSet(now, 'moons')),
    replaceHead,
  );
  expect(two.model.layers.at(-1)).toMatchObject({ units: 1, activation: 'sigmoid' });
  expect(two.compile.loss).toBe('binary_crossentropy');
});

test('of an MLP all but the output layer is kept', () => {
  const mlp = after(digits, (now) => forPictures(now, 10, 'mlp'));
  expect(seen(after(mlp, replaceHead))).toEqual([
    ['Flatten', 1, undefined],
    ['Dense', 2, false],
    ['Dense', 4, undefined],
  ]);
});

test('where Flatten is missing, it comes with the new head', () => {
  const design = after(
    after(digits, (now) => removeLayer(now, 5)),
    replaceHead,
  );
  expect(seen(design).slice(3)).toEqual([
    ['MaxPooling2D', 4, undefined],
    ['Flatten', 7, undefined],
    ['Dense', 8, undefined],
  ]);
  expect(check(design)).toEqual([]);
  const full = withLayers(digits, [
    kinds.Conv2D.create(1),
    ...Array.from({ length: MOST_LAYERS - 2 }, (_, at) => kinds.Activation.create(at + 2)),
    kinds.Dense.create(MOST_LAYERS),
  ]);
  expect(replaceHead(full)).toBeNull();
});

test('where nothing before the head has weights there is nothing to keep', () => {
  expect(featuresOf(opening)).toBeNull();
  const plain = withLayers(digits, [kinds.Flatten.create(1), kinds.Dense.create(2)]);
  expect([replaceHead(plain), freezeFeatures(plain, true), areFrozen(plain)]).toEqual([null, null, null]);
});

test('features are frozen and thawed together, and their weights stay', () => {
  expect(areFrozen(digits)).toBe(false);
  const patch = freezeFeatures(digits, true);
  expect(effectOf(digits, patch ?? {})).toBe('keep');
  const frozen = apply(digits, patch ?? {});
  expect([areFrozen(frozen), weightCounts(frozen).frozen]).toEqual([true, 1248]);
  expect(after(frozen, (now) => freezeFeatures(now, false))).toEqual(digits);
  const [first, ...others] = frozen.model.layers;
  const some = withLayers(frozen, [{ ...first, trainable: true } as LayerSpec, ...others]);
  expect(areFrozen(some)).toBeNull();
  expect(weightCounts(some).frozen).toBe(1168);
});
