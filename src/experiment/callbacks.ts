import type { Circumstances, Setting as AnyField } from '../engine/callbacks/callback.ts';
import { callbackNames, type CallbackName, type CallbackSpec } from '../engine/callbacks/index.ts';
import { firstSchedule } from '../engine/callbacks/learning_rate_scheduler.ts';
import { namesOf } from '../engine/callbacks/monitor.ts';
import type { NumberField } from '../engine/fields.ts';
import { rowsOf, trainingRows } from '../data/data.ts';
import { callbacksOf, setsRate } from './callbackList.ts';
import type { Design, Patch } from './experiment.ts';
import { type Setting, withSetting } from './settings.ts';

/** What a design's callbacks are checked against. */
export const circumstancesOf = ({ compile, data, fit }: Design): Circumstances => ({
  metrics: compile.metrics,
  validation: trainingRows(data, fit.validation_split) < rowsOf(data),
  scheduled: compile.optimizer.schedule !== undefined,
});

/** The names a design's log will have; callbacks that set the rate add it to the log. */
export const loggedNames = (design: Design): readonly string[] => {
  const logsRate = callbacksOf(design).some(setsRate);
  return [...namesOf(circumstancesOf(design)), ...(logsRate ? ['learning_rate'] : [])];
};

/** A callback as it is when it is switched on. Where there is no validation it watches the training loss. */
const firstOf = (type: CallbackName, design: Design): CallbackSpec => {
  const { validation } = circumstancesOf(design);
  const watch = validation ? {} : { monitor: 'loss' };
  const filepath = `${design.data.set}-{epoch:03d}-{${validation ? 'val_loss' : 'loss'}:.4f}.keras`;
  switch (type) {
    case 'ModelCheckpoint':
      return { type, filepath, ...watch, save_best_only: true };
    case 'EarlyStopping':
      // Keras's own patience is 0: it would stop at the first epoch that is no better.
      return { type, ...watch, patience: 10 };
    case 'ReduceLROnPlateau':
      return { type, ...watch };
    case 'LearningRateScheduler':
      return { type, schedule: firstSchedule };
    case 'TerminateOnNaN':
      return { type };
  }
};

/** Switches a callback on, before those that come after it in the course, or off. */
export const toggleCallback = (design: Design, type: CallbackName): Patch => {
  const before = callbacksOf(design);
  if (before.some((spec) => spec.type === type)) {
    return { fit: { callbacks: before.filter((spec) => spec.type !== type) } };
  }
  const later = before.findIndex((spec) => callbackNames.indexOf(spec.type) > callbackNames.indexOf(type));
  const at = later < 0 ? before.length : later;
  const first = firstOf(type, design);
  return { fit: { callbacks: [...before.slice(0, at), first, ...before.slice(at)] } };
};

const withSpec = (
  design: Design,
  type: CallbackName,
  change: (spec: CallbackSpec) => CallbackSpec,
): Patch => ({
  fit: { callbacks: callbacksOf(design).map((spec) => (spec.type === type ? change(spec) : spec)) },
});

/** Settings that a callback is never without. */
export const needed = { filepath: '' };

/** One setting of a callback that is on; null switches the setting off. */
export const setCallback = (
  design: Design,
  type: CallbackName,
  field: AnyField,
  value: Setting | null,
): Patch => withSpec(design, type, (spec) => withSetting(spec, field, value, needed));

/** One number of the function that LearningRateScheduler asks. */
export const setEpochSchedule = (design: Design, field: NumberField, value: number): Patch =>
  withSpec(design, 'LearningRateScheduler', (spec) =>
    spec.type === 'LearningRateScheduler'
      ? { ...spec, schedule: withSetting(spec.schedule, field, value, firstSchedule) }
      : spec,
  );
