import { expect, test } from 'vitest';
import { initializerNames, initializers } from '../../src/engine/initializers/index.ts';
import { definitionOf, type LayerSpec } from '../../src/engine/layers/index.ts';
import { regularizers } from '../../src/engine/regularizers/index.ts';
import { apply, effectOf } from '../../src/experiment/apply.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import {
  type InitializerField,
  initializerOf,
  isInitializer,
  kernelsOf,
  regularizerNames,
  regularizerOf,
  setHidden,
  setInitializer,
  setInitializerSetting,
  setKernels,
  setRegularizer,
  setRegularizerSetting,
} from '../../src/experiment/layerMoves.ts';
import { addLayer, setActivation } from '../../src/experiment/moves.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';

const grown: Design = apply(opening, addLayer(opening));
const HIDDEN = 2;
const layerOf = (design: Design, id = HIDDEN): LayerSpec => {
  const found = design.model.layers.find((layer) => layer.id === id);
  if (!found) throw new Error(`There is no layer ${id}.`);
  return found;
};
const fieldOf = (name: string): InitializerField => {
  const field = definitionOf(layerOf(grown)).fields.find((one) => one.name === name);
  if (!field || !isInitializer(field)) throw new Error(`${name} is no initializer.`);
  return field;
};
const kernel = fieldOf('kernel_initializer');
const bias = fieldOf('bias_initializer');
const after = (design: Design, ...moves: readonly ((now: Design) => Patch)[]): Design =>
  moves.reduce((now, move) => apply(now, move(now)), design);
const isRead = (design: Design) => parseExperiment({ version: 1, ...design, edits: [] }).ok;

test('every initializer can be chosen for kernel and bias, starts over, and is read again', () => {
  for (const field of [kernel, bias]) {
    for (const type of initializerNames.filter((name) => name !== field.initial)) {
      const patch = setInitializer(grown, HIDDEN, field, type);
      const design = apply(grown, patch);
      expect(initializerOf(layerOf(design), field)).toEqual({ type, settings: {} });
      expect(effectOf(grown, patch)).toBe('restart');
      expect(isRead(design)).toBe(true);
    }
  }
});

test('what Keras takes by itself is left out, so that going there and back gives the same design', () => {
  const design = after(
    grown,
    (now) => setInitializer(now, HIDDEN, kernel, 'he_normal'),
    (now) => setInitializer(now, HIDDEN, kernel, 'glorot_uniform'),
  );
  expect(design).toEqual(grown);
});

test('an initializer is told its own settings and nothing else, and forgets them with its default', () => {
  const [value] = initializers.constant.fields;
  const [mean] = initializers.random_normal.fields;
  if (!value || !mean) throw new Error('constant and random_normal have lost their fields.');
  const told = after(
    grown,
    (now) => setInitializer(now, HIDDEN, bias, 'constant'),
    (now) => setInitializerSetting(now, HIDDEN, bias, value, 0.5),
    (now) => setInitializerSetting(now, HIDDEN, bias, mean, 3),
  );
  expect(initializerOf(layerOf(told), bias)).toEqual({ type: 'constant', settings: { value: 0.5 } });
  expect(isRead(told)).toBe(true);
  const plain = apply(told, setInitializerSetting(told, HIDDEN, bias, value, 0));
  expect(layerOf(plain)).toMatchObject({ bias_initializer: 'constant' });
});

test('first weights set by a preset go when an initializer is chosen: they would hide it', () => {
  const design = apply(opening, setInitializer(opening, 1, kernel, 'zeros'));
  expect(layerOf(design, 1)).not.toHaveProperty('start');
});

test('a regularizer is chosen with the factors of Keras, set, and taken away; the weights stay', () => {
  for (const type of regularizerNames) {
    const patch = setRegularizer(grown, HIDDEN, type);
    expect(effectOf(grown, patch)).toBe('keep');
    const chosen = apply(grown, patch);
    expect(regularizerOf(layerOf(chosen))).toEqual({ type });
    const [factor] = regularizers[type].fields;
    if (!factor) throw new Error(`${type} has lost its factors.`);
    const set = apply(chosen, setRegularizerSetting(chosen, HIDDEN, factor, 0.25));
    expect(regularizerOf(layerOf(set))).toEqual({ type, [factor.name]: 0.25 });
    expect(isRead(set)).toBe(true);
    expect(apply(set, setRegularizer(set, HIDDEN, null))).toEqual(grown);
  }
});

test('a layer without a kernel has neither', () => {
  const design = apply(grown, addLayer(grown, 1, 'Dropout'));
  const id = design.model.layers[1]?.id ?? 0;
  expect(apply(design, setRegularizer(design, id, 'L2'))).toEqual(design);
  expect(apply(design, setInitializer(design, id, kernel, 'ones'))).toEqual(design);
});

test('one initializer for all kernels starts over, is read again, and is known as the one they have in common', () => {
  const wide = { type: 'random_normal', settings: { stddev: 3 } } as const;
  const deep = after(
    grown,
    (now) => addLayer(now, 1, 'Dropout'),
    (now) => setKernels(now, wide),
  );
  expect(deep.model.layers.map((layer) => 'kernel_initializer' in layer && layer.kernel_initializer)).toEqual(
    [wide, false, wide],
  );
  expect(kernelsOf(deep)).toEqual(wide);
  expect(effectOf(grown, setKernels(grown, 'he_normal'))).toBe('restart');
  expect(isRead(deep)).toBe(true);
  expect(after(deep, (now) => setKernels(now, 'glorot_uniform'))).toEqual(
    after(grown, (now) => addLayer(now, 1, 'Dropout')),
  );
  expect(kernelsOf(after(deep, (now) => setInitializer(now, HIDDEN, kernel, 'zeros')))).toBeNull();
  // The weights of the opening are written in it.
  expect(kernelsOf(opening)).toBeNull();
  expect(kernelsOf(after(opening, (now) => setKernels(now, 'glorot_uniform')))).toBe('glorot_uniform');
});

test('another activation for all hidden layers keeps the weights, the output, and what is linear', () => {
  const deep = after(
    grown,
    (now) => addLayer(now, 0),
    (now) => addLayer(now, 1, 'Activation'),
    (now) => setActivation(now, now.model.layers[0]!.id, 'linear'),
  );
  const patch = setHidden(deep, 'relu');
  expect(effectOf(deep, patch)).toBe('keep');
  const named = (layer: LayerSpec) => ('activation' in layer ? layer.activation : null);
  expect(deep.model.layers.map(named)).toEqual(['linear', 'relu', 'tanh', 'sigmoid']);
  expect(apply(deep, setHidden(deep, 'sigmoid')).model.layers.map(named)).toEqual([
    'linear',
    'sigmoid',
    'sigmoid',
    'sigmoid',
  ]);
});
