import { CosineDecay, type CosineDecaySpec } from './cosine_decay.ts';
import { ExponentialDecay, type ExponentialDecaySpec } from './exponential_decay.ts';
import { InverseTimeDecay, type InverseTimeDecaySpec } from './inverse_time_decay.ts';
import { PiecewiseConstantDecay, type PiecewiseConstantDecaySpec } from './piecewise_constant_decay.ts';
import { PolynomialDecay, type PolynomialDecaySpec } from './polynomial_decay.ts';
import type { Schedule } from './schedule.ts';

export type { PiecewiseConstantDecaySpec } from './piecewise_constant_decay.ts';

export type ScheduleSpec =
  | ExponentialDecaySpec
  | PiecewiseConstantDecaySpec
  | PolynomialDecaySpec
  | InverseTimeDecaySpec
  | CosineDecaySpec;
export type ScheduleName = ScheduleSpec['type'];

/** No schedule at all is the constant rate. */
export const schedules = {
  ExponentialDecay,
  PiecewiseConstantDecay,
  PolynomialDecay,
  InverseTimeDecay,
  CosineDecay,
};
export const scheduleNames = Object.keys(schedules) as ScheduleName[];

/** The definition behind a spec. */
export const scheduleOf = (spec: ScheduleSpec): Schedule<ScheduleSpec> => schedules[spec.type];

/** The learning rate of the update that follows `made` updates of this optimizer. */
export const rateAt = (
  { learning_rate, schedule }: { readonly learning_rate: number; readonly schedule?: ScheduleSpec },
  made: number,
): number => (schedule ? scheduleOf(schedule).rate(schedule, learning_rate, made) : learning_rate);
