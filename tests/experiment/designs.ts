import * as fc from 'fast-check';
import { activationNames } from '../../src/engine/activations/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { Field } from '../../src/engine/fields.ts';
import { lossNames, type LossSettings } from '../../src/engine/losses/index.ts';
import { metricNames } from '../../src/engine/metrics/index.ts';
import { clips } from '../../src/engine/optimizers/fields.ts';
import {
  namedOptimizer,
  optimizerNames,
  optimizers,
  type OptimizerSpec,
} from '../../src/engine/optimizers/index.ts';
import { type ScheduleSpec, schedules } from '../../src/engine/schedules/index.ts';
import type { Setting } from '../../src/experiment/settings.ts';
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

/** A value that a field allows; whole numbers are kept small, so that a list can rise. */
const settingOf = (field: Field): fc.Arbitrary<Setting> => {
  switch (field.kind) {
    case 'number': {
      const { min, max, above, integer } = field;
      return integer ? fc.integer({ min, max }) : number(above ? min + 1e-9 : min, max);
    }
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'list':
      return fc.constant(field.initial);
  }
};

/** The settings in `needed`, and any of the others. Of those that exclude each other none or one. */
const settingsOf = (fields: readonly Field[], needed: object): fc.Arbitrary<object> =>
  fc
    .constantFrom(null, ...Object.keys(clips))
    .chain((clip) =>
      fc.record(
        Object.fromEntries(
          fields
            .filter(({ name }) => !Object.hasOwn(clips, name) || name === clip)
            .map((field) => [field.name, settingOf(field)]),
        ),
        { requiredKeys: fields.map(({ name }) => name).filter((name) => Object.hasOwn(needed, name)) },
      ),
    );

const schedule: fc.Arbitrary<ScheduleSpec> = fc
  .constantFrom(...Object.values(schedules))
  .chain(({ first, fields }) => settingsOf(fields, first).map((settings) => ({ ...first, ...settings })));

const optimizer: fc.Arbitrary<OptimizerSpec> = fc.constantFrom(...optimizerNames).chain((type) => {
  const named = namedOptimizer(type);
  return fc
    .tuple(settingsOf(optimizers[type].fields, named), fc.option(schedule, { nil: undefined }))
    .map(([settings, found]) => ({ ...named, ...settings, ...(found && { schedule: found }) }));
});

/** Never empty: a loss without settings has no such object. */
const lossSettings: fc.Arbitrary<LossSettings> = fc.constantFrom(
  { from_logits: true },
  { label_smoothing: 0.25 },
  { delta: 2 },
);

const compile = fc.record(
  {
    loss: fc.constantFrom(...lossNames),
    loss_settings: lossSettings,
    optimizer,
    metrics: fc.uniqueArray(fc.constantFrom(...metricNames)),
  },
  { requiredKeys: ['loss', 'optimizer', 'metrics'] },
);

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
