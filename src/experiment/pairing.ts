import type { ActivationName } from '../engine/activations/index.ts';
import type { LossName } from '../engine/losses/index.ts';
import { type DataSpec, exactPoints, targetOf } from '../data/data.ts';
import { sets } from '../data/sets/index.ts';
import type { Target } from '../data/target.ts';

/** Output layer and loss that fit a kind of data. */
export interface Pairing {
  readonly units: number;
  readonly activation: ActivationName;
  readonly loss: LossName;
}

/**
 * The course's table. A number: one linear unit; two classes: one sigmoid; more: a softmax with one unit a class and
 * integer answers.
 */
export const fittingPairing = (data: DataSpec): Pairing => {
  const target = targetOf(data);
  if (target.kind === 'number') return { units: 1, activation: 'linear', loss: 'mean_squared_error' };
  return target.count === 2
    ? { units: 1, activation: 'sigmoid', loss: 'binary_crossentropy' }
    : { units: target.count, activation: 'softmax', loss: 'sparse_categorical_crossentropy' };
};

/** batch_size that a kind of data starts with: all of its exact points, or 16, or 32 pictures. */
export const fittingBatch = (data: DataSpec): number =>
  exactPoints(data) ?? (sets[data.set].picture ? 32 : 16);

/** SGD's rate to start with: smaller for numbers than for classes, and for numbers in the tens smaller still. */
export const fittingRate = (target: Target): number => {
  if (target.kind === 'classes') return 0.5;
  return target.high - target.low > 10 ? 0.01 : 0.1;
};
