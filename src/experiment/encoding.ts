import { type LossName, losses } from '../engine/losses/index.ts';

/** What the loss compares with the output: a label as a number, an integer, or a one-hot row. */
export type Encoding = 'number' | 'integer' | 'one-hot';

/**
 * How answers are given to Keras, and here: sparse_categorical_crossentropy reads integers of shape (None,); else one
 * output is compared with the label as a number, shape (None, 1), and several with a one-hot row, (None, classes).
 */
export const encodingOf = (loss: LossName, units: number): Encoding => {
  if (losses[loss].answers === 'integer') return 'integer';
  return units === 1 ? 'number' : 'one-hot';
};

/** The shape of the encoded answers of so many rows, as Keras writes it. */
export const answerShape = (encoding: Encoding, rows: number, classes: number): string => {
  if (encoding === 'integer') return `(${rows},)`;
  return `(${rows}, ${encoding === 'number' ? 1 : classes})`;
};
