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
export const infer = (
  model: Model,
  rows: Rows,
  read: (from: number, count: number) => void,
  first = 0,
  end = rows.count,
): void => {
  const depth = model.layers.length;
  for (let from = first; from < end; from += INFERENCE_ROWS) {
    const count = Math.min(INFERENCE_ROWS, end - from);
    load(model, model.inference, rows, from, count, null);
    model.inference.tape.forward(count, 0, depth);
    read(from, count);
  }
};

/** Rows that are evaluated part by part: the weights are to stay as they are meanwhile. */
export interface Tally {
  /** Rows that are counted. */
  readonly done: number;
  /** Counts so many more, as far as there are any; `read` sees each chunk while it lies there. */
  go(rows: number, read?: (from: number, count: number) => void): void;
  /** What those that are counted come to; with `alike` each counts as much as the next, whatever its weight. */
  soFar(alike?: boolean): Evaluation;
}

/** Begins to evaluate rows, as evaluate() does it in one go. The bits do not depend on the parts. */
export const tallyOf = (
  model: Model,
  rows: Rows,
  names: readonly MetricName[],
  settings?: MetricsSettings,
): Tally => {
  const meters = names.map((name) => meterOf(name, model.outputs, settings));
  const { inference, arena, outputs: units } = model;
  const output = inference.recorded.at(-1)!.output.at;
  let done = 0;
  let right = 0;
  let [loss, lossAlike] = [0, 0];
  let penalty = 0;
  const count = (from: number, chunk: number): void => {
    const outputs = arena.memory.subarray(output, output + chunk * units);
    const answers = rows.answers.subarray(from * units);
    for (let i = 0; i < chunk; i++) {
      const own = arena.memory[inference.rowLosses.at + i]!;
      loss += (rows.weights?.[from + i] ?? 1) * own;
      lossAlike += own;
      right += accuracy.row(outputs, answers, i * units, units);
      for (const meter of meters) meter.add(outputs, answers, i * units);
    }
    // Of these weights: what was counted with them may be asked for when there are others.
    penalty = inference.penalty ? arena.memory[inference.penalty.at]! : 0;
  };
  return {
    get done() {
      return done;
    },
    go(more, read) {
      const end = Math.min(rows.count, done + more);
      const each = (from: number, chunk: number): void => {
        count(from, chunk);
        read?.(from, chunk);
      };
      infer(model, rows, each, done, end);
      done = end;
    },
    soFar: (alike = false) => ({
      rows: done,
      loss: (alike ? lossAlike : loss) / done + penalty,
      metrics: Object.fromEntries(names.map((name, n) => [name, meters[n]!.result()])),
      right,
    }),
  };
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
  const tally = tallyOf(model, rows, names, settings);
  tally.go(rows.count);
  return tally.soFar();
};
