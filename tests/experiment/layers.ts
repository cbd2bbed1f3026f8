import * as fc from 'fast-check';
import { type InitializerName, initializerNames, initializers } from '../../src/engine/initializers/index.ts';
import {
  definitionOf,
  layers,
  type LayerSpec,
  type LayerType,
  layerTypes,
} from '../../src/engine/layers/index.ts';
import { regularizers } from '../../src/engine/regularizers/index.ts';
import { isRefusal, type Shape, sizeOf } from '../../src/engine/shape.ts';
import { number, settingsOf } from './settings.ts';

/** Layers of every kind that takes a list of numbers, with all their settings, for property tests. */

const outputOf = (spec: LayerSpec, inputs: number) => {
  const shape = definitionOf(spec).outputShape(spec, [inputs]);
  return isRefusal(shape) || shape.length !== 1 ? null : (shape[0] ?? null);
};

/** Kinds whose layers, as they are when they are added, make a list of numbers of one. */
export const LISTED: readonly LayerType[] = layerTypes.filter(
  (type) => outputOf(layers[type].create(1), 4) !== null,
);

const initializer = fc.oneof(
  fc.constantFrom(...initializerNames),
  fc
    .constantFrom<InitializerName>(...initializerNames)
    .chain((type) => settingsOf(initializers[type].fields, {}).map((settings) => ({ type, settings }))),
);

const regularizer = fc
  .constantFrom(...Object.values(regularizers))
  .chain(({ name, fields }) => settingsOf(fields, {}).map((settings) => ({ ...settings, type: name })));

const list = (length: number) => fc.array(number(-9, 9), { minLength: length, maxLength: length });

/** What layers with a kernel have besides their fields. */
const weighted = (inputs: number, units: number) =>
  fc.record(
    {
      kernel_initializer: initializer,
      bias_initializer: initializer,
      kernel_regularizer: regularizer,
      start: fc.record({ kernel: list(inputs * units), bias: list(units) }),
    },
    { requiredKeys: [] },
  );

/** A layer of a kind that so many numbers come into. */
export const layerOf = (type: LayerType, id: number, inputs: number): fc.Arbitrary<LayerSpec> => {
  const first = layers[type].create(id);
  const settings = settingsOf(definitionOf(first).fields, first);
  const others = fc.record({ trainable: fc.boolean() }, { requiredKeys: [] });
  if (type !== 'Dense') {
    return fc.tuple(settings, others).map(([own, more]) => ({ ...first, ...own, ...more }));
  }
  return fc
    .tuple(settings, fc.integer({ min: 1, max: 6 }))
    .chain(([own, units]) =>
      weighted(inputs, units).map((more) => ({ ...first, ...own, ...more, units }) as LayerSpec),
    );
};

const stack = (types: readonly LayerType[], inputs: number): fc.Arbitrary<readonly LayerSpec[]> => {
  const [type, ...others] = types;
  if (type === undefined) return fc.constant([]);
  return layerOf(type, types.length, inputs).chain((spec) =>
    stack(others, outputOf(spec, inputs) ?? inputs).map((rest) => [spec, ...rest]),
  );
};

/** What may stand before the Flatten of a network for pictures. */
const PICTURE_LAYERS: readonly (readonly LayerType[])[] = [
  [],
  ['Conv2D'],
  ['BatchNormalization', 'Conv2D'],
  ['Conv2D', 'MaxPooling2D', 'Dropout'],
  ['Conv2D', 'AveragePooling2D', 'Conv2D'],
];

/** Layers for pictures; at the end a list where they are flattened, pictures where that is left out. */
const forPictures = fc
  .record({
    before: fc.constantFrom(...PICTURE_LAYERS),
    flat: fc.boolean(),
    units: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ before, flat, units }): readonly LayerSpec[] => {
    const types: LayerType[] = [...before, ...(flat ? (['Flatten'] as const) : [])];
    return [
      ...types.map((type, index) => layers[type].create(index + 2)),
      { ...layers.Dense.create(1), units },
    ];
  });

/** Up to eight layers that fit each other and what comes in, the last one Dense. */
export const layersFor = (input: Shape): fc.Arbitrary<readonly LayerSpec[]> =>
  input.length > 1 ? forPictures : forLists(sizeOf(input));

const forLists = (inputs: number): fc.Arbitrary<readonly LayerSpec[]> =>
  fc
    .array(fc.oneof(fc.constant('Dense' as const), fc.constantFrom(...LISTED)), { maxLength: 7 })
    .chain((hidden) => stack([...hidden, 'Dense'], inputs));
