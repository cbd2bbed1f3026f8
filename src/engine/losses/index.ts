import { binary_crossentropy } from './binary_crossentropy.ts';
import { categorical_crossentropy } from './categorical_crossentropy.ts';
import type { Loss } from './loss.ts';
import { huber } from './huber.ts';
import { mean_absolute_error } from './mean_absolute_error.ts';
import { mean_squared_error } from './mean_squared_error.ts';
import { perceptron } from './perceptron.ts';
import { sparse_categorical_crossentropy } from './sparse_categorical_crossentropy.ts';

export type { Loss, LossSettings } from './loss.ts';

export const losses = {
  mean_squared_error,
  binary_crossentropy,
  categorical_crossentropy,
  sparse_categorical_crossentropy,
  mean_absolute_error,
  huber,
  perceptron,
} satisfies Record<string, Loss>;
export type LossName = keyof typeof losses;
export const lossNames = Object.keys(losses) as LossName[];
