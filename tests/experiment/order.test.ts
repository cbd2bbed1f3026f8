import { expect, test } from 'vitest';
import { layers as kinds, type LayerSpec, layerTypes } from '../../src/engine/layers/index.ts';
import { inputShape } from '../../src/data/inputs.ts';
import { apply, designAt, effectOf } from '../../src/experiment/apply.ts';
import { check, type Problem } from '../../src/experiment/check.ts';
import { demos } from '../../src/experiment/demos.ts';
import type { Design } from '../../src/experiment/experiment.ts';
import { addLayer, removeLayer } from '../../src/experiment/moves.ts';
import { moveLayer, placeIn } from '../../src/experiment/order.ts';
import { shapesThrough } from '../../src/experiment/widths.ts';

/** Conv2D 1, MaxPooling2D 2, Conv2D 3, MaxPooling2D 4, Flatten 5, Dense 6. */
const digits: Design = designAt(demos.digits, 0);
const [CONV, POOL, CONV2, POOL2, FLATTEN, DENSE] = [1, 2, 3, 4, 5, 6];
const order = ({ model }: Design) => model.layers.map(({ id }) => id);
const moved = (design: Design, id: number, to: number): Design => {
  const patch = moveLayer(design, id, to);
  if (!patch) throw new Error(`Layer ${id} was to go to ${to}.`);
  return apply(design, patch);
};
const fits = ({ data, model }: Design) => shapesThrough(model.layers, inputShape(data)) !== null;
const problemOf = (design: Design): Problem => {
  const [problem] = check(design);
  if (!problem) throw new Error('There was to be a problem.');
  return problem;
};
const mended = (design: Design): Design => apply(design, problemOf(design).fix?.patch ?? {});

test('a layer goes to any place before the output, and back to where it was', () => {
  for (const id of [CONV, POOL, CONV2, POOL2, FLATTEN]) {
    const from = order(digits).indexOf(id);
    for (const to of [0, 1, 2, 3, 4].filter((place) => place !== from)) {
      const there = moved(digits, id, to);
      expect(order(there).indexOf(id)).toBe(to);
      expect(order(there).filter((one) => one !== id)).toEqual(order(digits).filter((one) => one !== id));
      expect(moved(there, id, from)).toEqual(digits);
      expect(effectOf(digits, moveLayer(digits, id, to) ?? {})).toBe('restart');
    }
  }
});

test('the output layer stays last, and a layer that is there already goes nowhere', () => {
  expect(moveLayer(digits, DENSE, 0)).toBeNull();
  expect(moveLayer(digits, CONV, 5)).toBeNull();
  expect(moveLayer(digits, CONV, -1)).toBeNull();
  expect(moveLayer(digits, CONV, 0)).toBeNull();
  expect(moveLayer(digits, 77, 1)).toBeNull();
});

test('the gap before and the gap behind a layer are its own place', () => {
  expect([0, 1, 2, 3, 4, 5].map((gap) => placeIn(gap, 2))).toEqual([0, 1, 2, 2, 3, 4]);
});

test('a layer keeps every setting where it goes', () => {
  const own = {
    ...digits.model.layers[0]!,
    filters: 5,
    kernel_size: 5,
    strides: 2,
    trainable: false,
  } as LayerSpec;
  const design: Design = { ...digits, model: { layers: digits.model.layers.with(0, own) } };
  expect(moved(design, CONV, 2).model.layers[2]).toEqual(own);
});

test('pictures that were made a list too early: what did it goes behind the layers that need them', () => {
  const early = moved(digits, FLATTEN, 2);
  expect(fits(early)).toBe(false);
  const problem = problemOf(early);
  expect(problem.where).toEqual({ part: 'layer', id: CONV2 });
  expect(problem.text.en).toBe(
    'Conv2D takes pictures: rows, columns, channels. What arrives has the shape (None, 1568).',
  );
  expect(problem.keras).toMatch(/expected min_ndim=4, found ndim=2/);
  expect(problem.fix?.words).toEqual({
    en: 'Put Flatten behind MaxPooling2D',
    ko: 'Flatten을 MaxPooling2D 뒤로',
  });
  expect(order(mended(early))).toEqual(order(digits));
  // The same where it is the other layer that went.
  const behind = moved(digits, CONV2, 4);
  expect(order(behind)).toEqual([CONV, POOL, POOL2, FLATTEN, CONV2, DENSE]);
  expect(order(mended(behind))).toEqual([CONV, POOL, POOL2, CONV2, FLATTEN, DENSE]);
  expect(check(mended(behind))).toEqual([]);
});

test('a kind of layer can be put at every place between others, and where it does not fit there is a fix that does', () => {
  for (const type of layerTypes) {
    for (let at = 0; at < digits.model.layers.length; at += 1) {
      let design = apply(digits, addLayer(digits, at, type));
      const added = design.model.layers[at];
      for (let fixes = 0; fixes < 3 && check(design).some(({ kind }) => kind === 'refused'); fixes += 1) {
        design = mended(design);
      }
      expect([type, at, check(design).filter(({ kind }) => kind === 'refused')]).toEqual([type, at, []]);
      // What was there before is there still, with its settings.
      for (const layer of digits.model.layers) expect(design.model.layers).toContainEqual(layer);
      expect(added?.type).toBe(type);
    }
  }
});

test('Flatten is put where all that needs pictures has had them: also behind a Dense that is followed by Conv2D', () => {
  const bare = apply(digits, removeLayer(digits, FLATTEN));
  const perPixel = apply(bare, addLayer(bare, 2, 'Dense'));
  const types = ({ model }: Design) => model.layers.map(({ type }) => type);
  expect(types(perPixel)).toEqual(['Conv2D', 'MaxPooling2D', 'Dense', 'Conv2D', 'MaxPooling2D', 'Dense']);
  expect(problemOf(perPixel).fix?.words.en).toBe('Insert Flatten');
  expect(types(mended(perPixel))).toEqual([
    'Conv2D',
    'MaxPooling2D',
    'Dense',
    'Conv2D',
    'MaxPooling2D',
    'Flatten',
    'Dense',
  ]);
  expect(check(mended(perPixel))).toEqual([]);
  // Two Dense behind the last pictures: before the first of them.
  const two = apply(bare, addLayer(bare, 4, 'Dense'));
  expect(types(mended(two)).slice(-3)).toEqual(['Flatten', 'Dense', 'Dense']);
});

test('a window that no longer fits is explained where it is, and nothing else is changed', () => {
  const design: Design = {
    ...designAt(demos.stripes, 0),
    model: {
      layers: [
        kinds.MaxPooling2D.create(1),
        kinds.MaxPooling2D.create(2),
        { ...kinds.Conv2D.create(3), kernel_size: 3 },
        kinds.Flatten.create(4),
        ...designAt(demos.stripes, 0)
          .model.layers.slice(-1)
          .map((layer) => ({ ...layer, id: 5 })),
      ],
    },
  };
  expect(problemOf(design).where).toEqual({ part: 'layer', id: 3 });
  expect(problemOf(design).fix?.words.en).toBe('Use padding same');
  expect(mended(design).model.layers[2]).toMatchObject({ kernel_size: 3, padding: 'same' });
});
