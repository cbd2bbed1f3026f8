import { accuracy } from './metrics/accuracy.ts';
import { meterOf, type MetricName, type MetricsSettings } from './metrics/index.ts';
import { INFERENCE_ROWS, type Model } from './model.ts';
import { load, type Rows } from './rows.ts';

/** Loss and metrics of one set of rows, at the moment's weights. */
export interface Evaluation {
  readonly rows: number;
  readonly loss: number;
  /** By Keras's short name: { accuracy, mse }, only those asked for in compile. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Rows answered rightly: the argmax, or above 0.5 for one output. */
  readonly right: number;
}

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

/**
 * Mean loss, right answers and metrics of rows at the model's present weights. As in Keras the loss counts each row by
 * its weight where the rows have weights, and compiled metrics do not.
 */
export const evaluate = (
  model: Model,
  rows: Rows,
  names: readonly MetricName[],
  settings?: MetricsSettings,
): Evaluation => {
  const meters = names.map((name) => meterOf(name, model.outputs, settings));
  let loss = 0;
  let right = 0;
  const { inference, arena, outputs: units } = model;
  const output = inference.recorded.at(-1)!.output.at;
  infer(model, rows, (from, count) => {
    const outputs = arena.memory.subarray(output, output + count * units);
    const answers = rows.answers.subarray(from * units);
    for (let i = 0; i < count; i++) {
      loss += (rows.weights?.[from + i] ?? 1) * arena.memory[inference.rowLosses.at + i]!;
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
