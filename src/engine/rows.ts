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
}

/** Copies rows from … into a pass's input and answers, in the order given (or as they lie). */
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
  for (let i = 0; i < count; i++) {
    const row = order ? order[from + i]! : from + i;
    for (let c = 0; c < width; c++) memory[pass.input.at + i * width + c] = rows.inputs[row * width + c]!;
    for (let c = 0; c < units; c++) memory[pass.answers.at + i * units + c] = rows.answers[row * units + c]!;
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
