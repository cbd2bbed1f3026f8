import type { Text } from '../text.ts';

/** The sides of one row of the batch, the batch itself left out: (28, 28, 1) for a picture, (2) for a point. */
export type Shape = readonly number[];

/** Number of elements of a shape. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

/** Why a layer cannot take an input, as a sentence for a person and in the words of Keras 3.15 (on JAX). */
export interface Refusal {
  readonly text: Text;
  readonly keras: string;
}

export const isRefusal = (result: Shape | Refusal): result is Refusal => 'keras' in result;

/** Sides as Python writes a tuple: (2, 3), and (2,) for one. */
export const tuple = (sides: readonly (number | string)[]): string =>
  sides.length === 1 ? `(${sides[0]},)` : `(${sides.join(', ')})`;

/** A shape as Keras writes it, with the batch: (None, 28, 28, 1). */
export const kerasShape = (shape: Shape): string => tuple(['None', ...shape]);
