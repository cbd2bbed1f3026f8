import type { Memory } from '../../engine/arena.ts';
import type { Rows } from '../../engine/index.ts';
import { orderOf } from '../../engine/trainer.ts';
import type { Run } from '../run.ts';
import type { Over } from './landscape.ts';

/** The rows that a loss is measured on. */
export const rowsOver = ({ trainer, setup }: Run, over: Over): Rows => {
  const { rows, batchSize } = trainer.settings;
  const { cursor } = trainer.counters;
  const count = Math.min(batchSize, rows.count - cursor);
  if (over === 'all' || count === rows.count) return setup.train;
  const order = orderOf(trainer);
  const inputs = rows.inputs.length / rows.count;
  const outputs = rows.answers.length / rows.count;
  const taken = (from: Memory, width: number): Float64Array => {
    const to = new Float64Array(count * width);
    for (let i = 0; i < count; i++) {
      const row = order ? order[cursor + i]! : cursor + i;
      to.set(from.subarray(row * width, (row + 1) * width), i * width);
    }
    return to;
  };
  return {
    count,
    inputs: taken(rows.inputs, inputs),
    answers: taken(rows.answers, outputs),
    ...(rows.weights && { weights: taken(rows.weights, 1) }),
  };
};
