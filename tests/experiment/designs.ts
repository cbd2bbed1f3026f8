import * as fc from 'fast-check';
import { activationNames } from '../../src/engine/activations/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import { lossNames } from '../../src/engine/losses/index.ts';
import { metricNames } from '../../src/engine/metrics/index.ts';
import type { Answers, DataSpec, PointChange } from '../../src/data/data.ts';
import { type SetName, sets } from '../../src/data/sets/index.ts';
import type { Design, Edit, Experiment, Patch } from '../../src/experiment/experiment.ts';

/** Experiments of every kind the form allows, for property tests. −0 is left out: JSON does not know it. */

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const place = fc.tuple(number(-100, 100), number(-100, 100));
const bit = fc.constantFrom(0, 1);
const answers: fc.Arbitrary<Answers> = fc.tuple(bit, bit, bit, bit);

const change = (classes: number): fc.Arbitrary<PointChange> =>
  fc.oneof(
    fc.record({ op: fc.constant('move' as const), id: fc.nat(300), x: place }),
    fc.record({ op: fc.constant('add' as const), x: place, answer: fc.nat(classes - 1) }),
    fc.record({ op: fc.constant('remove' as const), id: fc.nat(300) }),
  );

const data: fc.Arbitrary<DataSpec> = fc.constantFrom(...(Object.keys(sets) as SetName[])).chain((set) =>
  fc.record({
    set: fc.constant(set),
    answers,
    noise: number(sets[set].noise.min, 0.5),
    points: fc.integer({ min: 4, max: 1000 }),
    seed: fc.nat(0xffffffff),
    changes: fc.array(change(sets[set].classes), { maxLength: 5 }),
  }),
);

const layersOf = (widths: readonly number[]): fc.Arbitrary<readonly LayerSpec[]> =>
  fc.tuple(
    ...widths.map((units, index) => {
      const inputs = widths[index - 1] ?? 2;
      const list = (length: number) => fc.array(number(-9, 9), { minLength: length, maxLength: length });
      return fc.record(
        {
          type: fc.constant('Dense' as const),
          id: fc.constant(widths.length - index),
          units: fc.constant(units),
          activation: fc.constantFrom(...activationNames),
          start: fc.record({ kernel: list(inputs * units), bias: list(units) }),
        },
        { requiredKeys: ['type', 'id', 'units', 'activation'] },
      );
    }),
  );

const layers = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }).chain(layersOf);

const compile = fc.record({
  loss: fc.constantFrom(...lossNames),
  optimizer: fc.record({
    type: fc.constant('SGD' as const),
    learning_rate: number(1e-9, 100),
    momentum: number(0, 0.999),
  }),
  metrics: fc.uniqueArray(fc.constantFrom(...metricNames)),
});

const fit = fc.record({
  batch_size: fc.integer({ min: 1, max: 2000 }),
  epochs: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  validation_split: number(0, 0.9),
  shuffle: fc.boolean(),
});

export const designs: fc.Arbitrary<Design> = fc.record({
  data,
  model: fc.record({ layers }),
  compile,
  fit,
  seed: fc.nat(0xffffffff),
});

/** Some of the parts of another design, some of their settings. */
export const patches: fc.Arbitrary<Patch> = fc.record(
  {
    data: data.chain((whole) => fc.subarray(Object.entries(whole)).map(Object.fromEntries<unknown>)),
    model: fc.record({ layers }),
    compile: compile.chain((whole) => fc.subarray(Object.entries(whole)).map(Object.fromEntries<unknown>)),
    fit: fit.chain((whole) => fc.subarray(Object.entries(whole)).map(Object.fromEntries<unknown>)),
    seed: fc.nat(0xffffffff),
  },
  { requiredKeys: [] },
);

/** Patches of every kind that keeps the weights. */
const keeping: fc.Arbitrary<Patch> = fc.oneof(
  answers.map((changed) => ({ data: { answers: changed } })),
  fc.array(change(2), { maxLength: 3 }).map((changes) => ({ data: { changes } })),
  compile.map((changed) => ({ compile: changed })),
  fit.map(({ batch_size, epochs, shuffle }) => ({ fit: { batch_size, epochs, shuffle } })),
  fc
    .record({ layer: fc.constant(0), at: fc.nat(2), value: number(-9, 9) })
    .map((weight) => ({ weights: [weight] })),
);

const edits: fc.Arbitrary<readonly Edit[]> = fc
  .array(fc.record({ step: fc.nat(1e6), patch: keeping }), { maxLength: 6 })
  .map((list) => list.sort((a, b) => a.step - b.step));

export const experiments: fc.Arbitrary<Experiment> = fc
  .tuple(designs, edits)
  .map(([design, list]) => ({ version: 1, ...design, edits: list }));
