import * as fc from 'fast-check';
import type { Field, NumberField } from '../../src/engine/fields.ts';
import { type LossName, lossNames, losses, type LossSettings } from '../../src/engine/losses/index.ts';
import { metricNames } from '../../src/engine/metrics/index.ts';
import { clips } from '../../src/engine/optimizers/fields.ts';
import {
  namedOptimizer,
  optimizerNames,
  optimizers,
  type OptimizerSpec,
} from '../../src/engine/optimizers/index.ts';
import { type ScheduleSpec, schedules } from '../../src/engine/schedules/index.ts';
import { type Answers, type DataSpec, type PointChange, targetOf } from '../../src/data/data.ts';
import { featureNames } from '../../src/data/features.ts';
import { inputShape } from '../../src/data/inputs.ts';
import { type SetDefinition, type SetName, sets } from '../../src/data/sets/index.ts';
import type { Target } from '../../src/data/target.ts';
import type { Design, Edit, Experiment, Patch } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { layersFor } from './layers.ts';
import { number, settingsOf } from './settings.ts';

/** Experiments of every kind the form allows, for property tests. −0 is left out: JSON does not know it. */

const place = fc.tuple(number(-100, 100), number(-100, 100));
const bit = fc.constantFrom(0, 1);
const answers: fc.Arbitrary<Answers> = fc.tuple(bit, bit, bit, bit);

const change = (target: Target): fc.Arbitrary<PointChange> =>
  fc.oneof(
    fc.record({ op: fc.constant('move' as const), id: fc.nat(300), x: place }),
    fc.record({
      op: fc.constant('add' as const),
      x: place,
      answer: target.kind === 'classes' ? fc.nat(target.count - 1) : number(-100, 100),
    }),
    fc.record({ op: fc.constant('remove' as const), id: fc.nat(300) }),
  );

/** Some settings of pictures, other than they begin; never none. */
const pictureSettings = (fields: readonly NumberField[]) =>
  fc
    .uniqueArray(fc.constantFrom(...fields), { minLength: 1 })
    .map((some) =>
      Object.fromEntries(some.map(({ name, min, max, initial }) => [name, initial === min ? max : min])),
    );

/** What is learned, which inputs are made, and whether they are standardised; what is so anyway is left out. */
const material = ({ picture, settings = [], targets }: SetDefinition) =>
  fc.record(
    {
      ...(targets.length > 1 && { target: fc.constantFrom(...targets.slice(1).map(({ name }) => name)) }),
      ...(picture
        ? settings.length > 0 && { settings: pictureSettings(settings) }
        : {
            features: fc.uniqueArray(fc.constantFrom(...featureNames), { minLength: 1 }),
            standardize: fc.constant(true),
          }),
    },
    { requiredKeys: [] },
  );

const data: fc.Arbitrary<DataSpec> = fc
  .constantFrom(...(Object.keys(sets) as SetName[]))
  .chain((set) => material(sets[set]).map((made): Partial<DataSpec> & { set: SetName } => ({ set, ...made })))
  .chain((made) =>
    fc
      .record({
        set: fc.constant(made.set),
        answers,
        noise: number(sets[made.set].noise.min, sets[made.set].noise.max),
        points: fc.integer({ min: sets[made.set].points.min, max: 1000 }),
        seed: fc.nat(0xffffffff),
        changes: fc.array(change(targetOf({ ...opening.data, ...made })), {
          maxLength: sets[made.set].picture ? 0 : 5,
        }),
      })
      .map((rest) => ({ ...rest, ...made })),
  );

/** Settings of an optimizer: of those that exclude each other none or one. */
const optimizerSettings = (fields: readonly Field[], needed: object): fc.Arbitrary<object> =>
  fc.constantFrom(null, ...Object.keys(clips)).chain((clip) =>
    settingsOf(
      fields.filter(({ name }) => !Object.hasOwn(clips, name) || name === clip),
      needed,
    ),
  );

const schedule: fc.Arbitrary<ScheduleSpec> = fc
  .constantFrom(...Object.values(schedules))
  .chain(({ first, fields }) => settingsOf(fields, first).map((settings) => ({ ...first, ...settings })));

const optimizer: fc.Arbitrary<OptimizerSpec> = fc.constantFrom(...optimizerNames).chain((type) => {
  const named = namedOptimizer(type);
  return fc
    .tuple(optimizerSettings(optimizers[type].fields, named), fc.option(schedule, { nil: undefined }))
    .map(([settings, found]) => ({ ...named, ...settings, ...(found && { schedule: found }) }));
});

/** Never empty: a loss without settings has no such object. */
const lossSettings: fc.Arbitrary<LossSettings> = fc.constantFrom(
  { from_logits: true },
  { label_smoothing: 0.25 },
  { delta: 2 },
);

/** A loss, with settings or without; of settings it has those it has. */
const lossWith = fc
  .record({ loss: fc.constantFrom(...lossNames), loss_settings: lossSettings }, { requiredKeys: ['loss'] })
  .map(({ loss, loss_settings }): { loss: LossName; loss_settings?: LossSettings } => {
    const has = losses[loss].fields.some(({ name }) => Object.hasOwn(loss_settings ?? {}, name));
    return { loss, ...(loss_settings && has && { loss_settings }) };
  });

const compile = fc
  .tuple(lossWith, fc.record({ optimizer, metrics: fc.uniqueArray(fc.constantFrom(...metricNames)) }))
  .map(([loss, rest]) => ({ ...loss, ...rest }));

const fit = fc.record({
  batch_size: fc.integer({ min: 1, max: 2000 }),
  epochs: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  validation_split: number(0, 0.9),
  shuffle: fc.boolean(),
});

export const designs: fc.Arbitrary<Design> = data.chain((made) =>
  fc.record({
    data: fc.constant(made),
    model: fc.record({ layers: layersFor(inputShape(made)) }),
    compile,
    fit,
    seed: fc.nat(0xffffffff),
  }),
);

/** Some of the parts of another design, some of their settings. */
export const patches: fc.Arbitrary<Patch> = fc.record(
  {
    data: data.chain((whole) => fc.subarray(Object.entries(whole)).map(Object.fromEntries<unknown>)),
    model: fc.record({ layers: layersFor([2]) }),
    compile: compile.chain((whole) => fc.subarray(Object.entries(whole)).map(Object.fromEntries<unknown>)),
    fit: fit.chain((whole) => fc.subarray(Object.entries(whole)).map(Object.fromEntries<unknown>)),
    seed: fc.nat(0xffffffff),
  },
  { requiredKeys: [] },
);

/** Patches of every kind that keeps the weights of a design. */
const keeping = ({ data: made, model }: Design): fc.Arbitrary<Patch> =>
  fc.oneof(
    answers.map((changed) => ({ data: { answers: changed } })),
    fc
      .array(change(targetOf(made)), { maxLength: sets[made.set].picture ? 0 : 3 })
      .map((changes) => ({ data: { changes } })),
    compile.map((changed) => ({ compile: changed })),
    fit.map(({ batch_size, epochs, shuffle }) => ({ fit: { batch_size, epochs, shuffle } })),
    fc
      .record({ layer: fc.constant(model.layers.length - 1), at: fc.constant(0), value: number(-9, 9) })
      .map((weight) => ({ weights: [weight] })),
  );

const edits = (design: Design): fc.Arbitrary<readonly Edit[]> =>
  fc
    .array(fc.record({ step: fc.nat(1e6), patch: keeping(design) }), { maxLength: 6 })
    .map((list) => list.sort((a, b) => a.step - b.step));

export const experiments: fc.Arbitrary<Experiment> = designs.chain((design) =>
  edits(design).map((list) => ({ version: 1, ...design, edits: list })),
);
