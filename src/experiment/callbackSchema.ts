import * as v from 'valibot';
import { type CallbackName, callbackNames, callbacks, type CallbackSpec } from '../engine/callbacks/index.ts';
import { firstSchedule, scheduleFields } from '../engine/callbacks/learning_rate_scheduler.ts';
import { needed } from './callbacks.ts';
import { listOf } from './parts.ts';
import { settingsOf } from './settingSchema.ts';

const epochSchedule: v.GenericSchema = v.strictObject(settingsOf(scheduleFields, firstSchedule));

const partsOf = (type: CallbackName): Record<string, v.GenericSchema> => ({
  ...settingsOf(callbacks[type].fields, needed),
  ...(type === 'LearningRateScheduler' && { schedule: epochSchedule }),
});

const callback = v.pipe(
  v.variant(
    'type',
    callbackNames.map((type) => v.strictObject({ type: v.literal(type), ...partsOf(type) })),
  ),
  v.transform((spec) => spec as unknown as CallbackSpec),
);

/** The callbacks of fit(), each kind at most once, in the order in which they are called. */
export const callbacksSchema = v.pipe(
  listOf(callback, callbackNames.length),
  v.check((specs) => new Set(specs.map(({ type }) => type)).size === specs.length),
);
