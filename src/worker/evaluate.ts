import { INFERENCE_ROWS, load, type Model, type Rows } from '../engine/index.ts';
import { accuracy } from '../engine/metrics/accuracy.ts';
import { type MetricName, metrics } from '../engine/metrics/index.ts';
import type { Evaluation } from './frame.ts';

/** Runs rows through the inference tape in chunks; `read` sees each chunk's first row and size while it lies there. */
export const infer = (model: Model, rows: Rows, read: (from: number, count: number) => void): void => {
  const depth = model.layers.length;
  for (let from = 0; from < rows.count; from += INFERENCE_ROWS) {
    const count = Math.min(INFERENCE_ROWS, rows.count - from);
    load(model, model.inference, rows, from, count, null);
    model.inference.tape.forward(count, 0, depth);
    read(from, count);
  }
};

/** Mean loss, right answers and metrics of rows at the model's present weights. */
export const evaluate = (model: Model, rows: Rows, names: readonly MetricName[]): Evaluation => {
  const meters = names.map((name) => metrics[name].meter(model.outputs));
  let loss = 0;
  let right = 0;
  const { inference, arena, outputs: units } = model;
  const output = inference.recorded.at(-1)!.output.at;
  infer(model, rows, (from, count) => {
    const outputs = arena.memory.subarray(output, output + count * units);
    const answers = rows.answers.subarray(from * units);
    for (let i = 0; i < count; i++) {
      loss += arena.memory[inference.rowLosses.at + i]!;
      right += accuracy.row(outputs, answers, i * units, units);
      for (const meter of meters) meter.add(outputs, answers, i * units);
    }
  });
  return {
    rows: rows.count,
    loss: loss / rows.count + (inference.penalty ? arena.memory[inference.penalty.at]! : 0),
    metrics: Object.fromEntries(names.map((name, n) => [name, meters[n]!.result()])),
    right,
  };
};

/** Euclidean norm of the mean gradient over rows, on the inference tape: training memory is not touched. */
export const gradientNorm = (model: Model, rows: Rows): number => {
  const { inference, arena, kernels, ranges } = model;
  const { tape } = inference;
  const depth = model.layers.length;
  kernels.fill(inference.gradients, ranges.count, 0);
  infer(model, rows, (_from, count) => {
    tape.clear(count);
    // Each chunk's mean counts by its share of the rows.
    arena.memory[tape.gradient(inference.loss)] = count / rows.count;
    tape.backward(count, depth, 0);
  });
  return norm(arena.memory, inference.gradients, ranges.count);
};

/** √Σ x² over a range of memory. */
export const norm = (memory: ArrayLike<number>, at: number, count: number): number => {
  let sum = 0;
  for (let i = at; i < at + count; i++) sum += memory[i]! * memory[i]!;
  return Math.sqrt(sum);
};
