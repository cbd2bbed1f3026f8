import type { CallbackSpec } from '../engine/callbacks/index.ts';
import type { Design } from './experiment.ts';

/** The callbacks of a design, in the order in which they are called. */
export const callbacksOf = ({ fit }: Design): readonly CallbackSpec[] => fit.callbacks ?? [];

/** Does a callback set the learning rate while the run goes on? */
export const setsRate = ({ type }: CallbackSpec): boolean =>
  type === 'ReduceLROnPlateau' || type === 'LearningRateScheduler';
