import type { Field } from '../engine/fields.ts';
import { namedOptimizer, type OptimizerName, type OptimizerSpec } from '../engine/optimizers/index.ts';
import { clips } from '../engine/optimizers/fields.ts';
import { type ScheduleName, scheduleOf, schedules } from '../engine/schedules/index.ts';
import type { Design, Patch } from './experiment.ts';
import { type Setting, withSetting } from './settings.ts';

/** Another optimizer with Keras's own settings and learning rate; a schedule stays. */
export const chooseOptimizer = (design: Design, type: OptimizerName): Patch => {
  const { schedule } = design.compile.optimizer;
  return { compile: { optimizer: { ...namedOptimizer(type), ...(schedule && { schedule }) } } };
};

/** One setting of the optimizer. Of the three ways to clip, a new one takes the place of the old. */
export const setOptimizer = (design: Design, field: Field, value: Setting | null): Patch => {
  const before = design.compile.optimizer;
  const others = Object.hasOwn(clips, field.name)
    ? (Object.fromEntries(
        Object.entries(before).filter(([name]) => !Object.hasOwn(clips, name)),
      ) as OptimizerSpec)
    : before;
  return { compile: { optimizer: withSetting(others, field, value, namedOptimizer(before.type)) } };
};

/** How the learning rate changes; null: it does not. */
export const chooseSchedule = (design: Design, type: ScheduleName | null): Patch => {
  const { schedule: _before, ...optimizer } = design.compile.optimizer;
  return { compile: { optimizer: type ? { ...optimizer, schedule: schedules[type].first } : optimizer } };
};

export const setSchedule = (design: Design, field: Field, value: Setting | null): Patch => {
  const { optimizer } = design.compile;
  const { schedule } = optimizer;
  if (!schedule) return {};
  const changed = withSetting(schedule, field, value, scheduleOf(schedule).first);
  return { compile: { optimizer: { ...optimizer, schedule: changed } } };
};

/** One more boundary at the end, or the last one taken away, with the rate that follows it. */
export const setPieces = (design: Design, count: number): Patch => {
  const { optimizer } = design.compile;
  const { schedule } = optimizer;
  if (schedule?.type !== 'PiecewiseConstantDecay' || count < 1) return {};
  const boundaries = schedule.boundaries.slice(0, count);
  const values = schedule.values.slice(0, count);
  while (boundaries.length < count) {
    const last = boundaries.at(-1) ?? 0;
    boundaries.push(last + Math.max(1, last - (boundaries.at(-2) ?? 0)));
    values.push((values.at(-1) ?? optimizer.learning_rate) / 10);
  }
  return { compile: { optimizer: { ...optimizer, schedule: { ...schedule, boundaries, values } } } };
};
