import * as v from 'valibot';
import { lossNames, losses } from '../engine/losses/index.ts';
import { metricNames } from '../engine/metrics/index.ts';
import { clips } from '../engine/optimizers/fields.ts';
import {
  namedOptimizer,
  optimizerNames,
  optimizers,
  type OptimizerSpec,
} from '../engine/optimizers/index.ts';
import { type ScheduleSpec, schedules } from '../engine/schedules/index.ts';
import { FURTHEST, MOST_CHANGES } from '../data/data.ts';
import { featureNames } from '../data/features.ts';
import { dataSeedField } from '../data/fields.ts';
import { HASH } from '../data/imported.ts';
import { type SetName, sets } from '../data/sets/index.ts';
import { callbacksSchema } from './callbackSchema.ts';
import { classWeightSchema } from './classWeight.ts';
import { VERSION } from './experiment.ts';
import { fitFields, seedField } from './fields.ts';
import { MOST_EDITS, MOST_STEPS } from './limits.ts';
import { layerSchema } from './layerSchema.ts';
import { metricSettingsSchema } from './metricSettings.ts';
import { MOST_LAYERS } from './moves.ts';
import { between, listOf, weight, whole } from './parts.ts';
import { numberOf, settingsOf } from './settingSchema.ts';

const MOST_WEIGHTS = MOST_LAYERS * 64 * 65;
/** Weights of one layer: more than 784 × 128. */
const MOST_PLACES = 2 ** 20;

/** Settings of pictures, of whatever set; which of them a set has, and their limits, are looked at in parse.ts. */
const pictureSettings = v.record(
  v.picklist(Object.values(sets).flatMap(({ settings = [] }) => settings.map(({ name }) => name))),
  between(-1000, 1000),
);

const place = v.strictTuple([between(-FURTHEST, FURTHEST), between(-FURTHEST, FURTHEST)]);
const bit = v.picklist([0, 1]);
const id = whole(0, 0xffff);

const change = v.variant('op', [
  v.strictObject({ op: v.literal('move'), id, x: place }),
  v.strictObject({ op: v.literal('add'), x: place, answer: between(-FURTHEST, FURTHEST) }),
  v.strictObject({ op: v.literal('remove'), id }),
]);

const data = v.strictObject({
  set: v.picklist(Object.keys(sets) as SetName[]),
  answers: v.strictTuple([bit, bit, bit, bit]),
  // The narrower limits of each kind of data are looked at in parse.ts, where the kind is known.
  noise: between(0, 100),
  points: whole(1, 100_000),
  seed: numberOf(dataSeedField),
  changes: listOf(change, MOST_CHANGES),
  target: v.optional(v.pipe(v.string(), v.maxLength(20))),
  features: v.optional(
    v.pipe(
      listOf(v.picklist(featureNames), featureNames.length),
      v.check((names) => new Set(names).size === names.length),
    ),
  ),
  standardize: v.optional(v.boolean()),
  settings: v.optional(pictureSettings),
  asset: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(HASH))])),
});

const model = v.strictObject({ layers: listOf(layerSchema, MOST_LAYERS, 1) });

/** Settings of a loss are looked at by themselves: those that the loss does not have are left out by apply(). */
const lossSettings = v.strictObject(
  settingsOf(
    Object.values(losses).flatMap(({ fields }) => fields),
    {},
  ),
);

const schedule = v.pipe(
  v.variant(
    'type',
    Object.values(schedules).map(({ first, fields }) =>
      v.strictObject({ type: v.literal(first.type), ...settingsOf(fields, first) }),
    ),
  ),
  v.transform((spec) => spec as unknown as ScheduleSpec),
  v.check((spec) => spec.type !== 'PiecewiseConstantDecay' || spec.boundaries.length === spec.values.length),
);

const optimizer = v.pipe(
  v.variant(
    'type',
    optimizerNames.map((type) =>
      v.strictObject({
        type: v.literal(type),
        ...settingsOf(optimizers[type].fields, namedOptimizer(type)),
        schedule: v.optional(schedule),
      }),
    ),
  ),
  v.check((spec) => Object.keys(clips).filter((name) => Object.hasOwn(spec, name)).length <= 1),
  v.transform((spec) => spec as unknown as OptimizerSpec),
);

const compile = v.strictObject({
  loss: v.picklist(lossNames),
  loss_settings: v.optional(lossSettings),
  optimizer,
  metrics: v.pipe(
    listOf(v.picklist(metricNames), metricNames.length),
    v.check((names) => new Set(names).size === names.length),
  ),
  metric_settings: v.optional(metricSettingsSchema),
});

const fit = v.strictObject({
  batch_size: numberOf(fitFields.batch_size),
  epochs: v.nullable(numberOf(fitFields.epochs)),
  validation_split: numberOf(fitFields.validation_split),
  shuffle: v.boolean(),
  callbacks: v.optional(callbacksSchema),
  class_weight: v.optional(classWeightSchema),
});

const seed = numberOf(seedField);

const patch = v.strictObject({
  data: v.optional(v.partial(data)),
  model: v.optional(model),
  compile: v.optional(v.partial(compile)),
  fit: v.optional(v.partial(fit)),
  seed: v.optional(seed),
  weights: v.optional(
    listOf(
      v.strictObject({ layer: whole(0, MOST_LAYERS - 1), at: whole(0, MOST_PLACES - 1), value: weight }),
      MOST_WEIGHTS,
    ),
  ),
});

/** Updates made by a moment. */
export const stepSchema = whole(0, MOST_STEPS);

/** The form of an experiment: every part by itself. What the parts ask of each other is in parse.ts. */
export const experimentSchema = v.strictObject({
  version: v.literal(VERSION),
  data,
  model,
  compile,
  fit,
  seed,
  edits: listOf(v.strictObject({ step: stepSchema, patch }), MOST_EDITS),
});
