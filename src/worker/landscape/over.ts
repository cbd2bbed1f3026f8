import type { Memory } from '../../engine/arena.ts';
import type { Rows } from '../../engine/index.ts';
import { orderOf } from '../../engine/trainer.ts';
import type { Run } from '../run.ts';
import { type Over, SOME } from './landscape.ts';

/** The rows that a loss is measured on. */
export const rowsOver = ({ trainer, setup }: Run, over: Over): Rows => {
  const { train } = setup;
  if (over === 'all' || (over === 'some' && train.count <= SOME)) return train;
  if (over === 'some') {
    return gather(
      train,
      Array.from({ length: SOME }, (_, i) => Math.floor((i * train.count) / SOME)),
    );
  }
  const { cursor } = trainer.counters;
  const count = Math.min(trainer.settings.batchSize, train.count - cursor);
  if (count === train.count) return train;
  const order = orderOf(trainer);
  return gather(
    train,
    Array.from({ length: count }, (_, i) => (order ? order[cursor + i]! : cursor + i)),
  );
};

/** Copies of some rows, by their numbers. */
const gather = (rows: Rows, numbers: readonly number[]): Rows => {
  const taken = (from: Memory): Float64Array => {
    const width = from.length / rows.count;
    const to = new Float64Array(numbers.length * width);
    for (const [i, row] of numbers.entries())
      to.set(from.subarray(row * width, (row + 1) * width), i * width);
    return to;
  };
  return {
    count: numbers.length,
    inputs: taken(rows.inputs),
    answers: taken(rows.answers),
    ...(rows.weights && { weights: taken(rows.weights) }),
  };
};
