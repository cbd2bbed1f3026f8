import type { Memory, Tensor } from './arena.ts';
import { accuracy } from './metrics/accuracy.ts';
import type { Model } from './model.ts';
import type { Pass } from './pass.ts';
import { sizeOf } from './shape.ts';

/** Data as the engine takes it: row-major inputs, and answers as wide as the model's output. */
export interface Rows {
  readonly count: number;
  /** count × the size of an input row, each row in its own order (pictures: rows, columns, channels) */
  readonly inputs: Memory;
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
): void => loadInto(model, pass, { ...pass, rows: pass.tape.capacity }, rows, from, count, order);

/** The same to another place than the pass's own: a shelf of rows that are taken from there batch by batch. */
export const loadInto = (
  model: Model,
  pass: Pass,
  shelf: Shelf,
  rows: Rows,
  from: number,
  count: number,
  order: Uint32Array | null,
): void => {
  const { memory } = model.arena;
  const width = widthOf(pass);
  if (count > shelf.rows) {
    throw new Error(
      `load: expected at most ${shelf.rows} rows at once, received ${count}. Build the model with a larger batchSize.`,
    );
  }
  if (rows.inputs.length < rows.count * width) {
    throw new Error(
      `load: expected ${rows.count} rows of ${width} inputs, received ${rows.inputs.length} numbers. Give each row as many as the model takes.`,
    );
  }
  pass.tape.weighted = rows.weights !== undefined;
  copy(memory, shelf.input.at, rows.inputs, width, from, count, order);
  copy(memory, shelf.answers.at, rows.answers, model.outputs, from, count, order);
  if (rows.weights) copy(memory, shelf.weights.at, rows.weights, 1, from, count, order);
};

/** Numbers in one row of what a pass takes. */
export const widthOf = (pass: Pass): number => sizeOf(pass.input.shape.slice(1));

/** Where rows are put: inputs, answers and weights, each row by row. */
export interface Shelf {
  /** How many it takes. */
  readonly rows: number;
  readonly input: Tensor;
  readonly answers: Tensor;
  readonly weights: Tensor;
}

/** Copies rows of a width; from as many numbers on in one piece each. */
const copy = (
  memory: Memory,
  to: number,
  from: Memory,
  width: number,
  first: number,
  count: number,
  order: Uint32Array | null,
): void => {
  if (!order && count * width >= PIECE) {
    memory.set(from.subarray(first * width, (first + count) * width), to);
    return;
  }
  for (let i = 0; i < count; i++) {
    const row = (order ? order[first + i]! : first + i) * width;
    if (width >= PIECE) memory.set(from.subarray(row, row + width), to + i * width);
    else for (let c = 0; c < width; c++) memory[to + i * width + c] = from[row + c]!;
  }
};
const PIECE = 64;

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
