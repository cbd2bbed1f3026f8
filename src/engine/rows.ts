import { accuracy } from './metrics/accuracy.ts';
import type { Model } from './model.ts';
import type { Pass } from './pass.ts';
import { sizeOf } from './shape.ts';

/** Data as the engine takes it: row-major inputs, and answers as wide as the model's output. */
export interface Rows {
  readonly count: number;
  /** count × the size of an input row, each row in its own order (pictures: rows, columns, channels) */
  readonly inputs: Float64Array;
  /** count × units of the last layer: numbers, or one-hot */
  readonly answers: Float64Array;
  /** How much each row counts in the loss (sample_weight), not negative; left out: 1 each. */
  readonly weights?: Float64Array;
}

/**
 * Copies rows from … into a pass's input, answers and weights, in the order given (or as they lie). Throws where they
 * are more than the pass takes, or fewer than their count says.
 */
export const load = (
  model: Model,
  pass: Pass,
  rows: Rows,
  from: number,
  count: number,
  order: Uint32Array | null,
): void => {
  const memory = model.arena.memory;
  const width = sizeOf(pass.input.shape.slice(1));
  const units = model.outputs;
  if (count > pass.tape.capacity) {
    throw new Error(
      `load: expected at most ${pass.tape.capacity} rows at once, received ${count}. Build the model with a larger batchSize.`,
    );
  }
  if (rows.inputs.length < rows.count * width) {
    throw new Error(
      `load: expected ${rows.count} rows of ${width} inputs, received ${rows.inputs.length} numbers. Give each row as many as the model takes.`,
    );
  }
  pass.weights.given = rows.weights !== undefined;
  for (let i = 0; i < count; i++) {
    const row = order ? order[from + i]! : from + i;
    for (let c = 0; c < width; c++) memory[pass.input.at + i * width + c] = rows.inputs[row * width + c]!;
    for (let c = 0; c < units; c++) memory[pass.answers.at + i * units + c] = rows.answers[row * units + c]!;
    if (rows.weights) memory[pass.weights.values.at + i] = rows.weights[row]!;
  }
};

/** How many of the first `count` rows of a pass are answered rightly, in accuracy's sense. */
export const countRight = (model: Model, pass: Pass, count: number): number => {
  const memory = model.arena.memory;
  const units = model.outputs;
  const output = pass.recorded.at(-1)!.output.at;
  // accuracy reads both arrays at one index: views that start where each tensor starts
  const outputs = memory.subarray(output, output + count * units);
  const answers = memory.subarray(pass.answers.at, pass.answers.at + count * units);
  let right = 0;
  for (let i = 0; i < count; i++) right += accuracy.row(outputs, answers, i * units, units);
  return right;
};
