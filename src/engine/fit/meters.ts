import type { Logs } from '../callbacks/index.ts';
import { evaluate, type Evaluation } from '../evaluate.ts';
import { meterOf, type MetricName } from '../metrics/index.ts';
import type { Meter } from '../metrics/metric.ts';
import type { Settings, Trainer } from '../trainer.ts';

/** A compiled metric as it is measured while the rows of an epoch are trained on. */
export interface Measured {
  readonly name: MetricName;
  /** What it was made from: a meter of the same goes on when the settings are changed. */
  readonly from: string;
  readonly meter: Meter;
}

/**
 * The meters of the compiled metrics. Accuracy has none: the trainer counts right answers in any case. One that is
 * compiled in the middle of an epoch measures from there on.
 */
export const metersOf = (settings: Settings, before: readonly Measured[]): readonly Measured[] =>
  (settings.metrics ?? [])
    .filter((name) => name !== 'accuracy')
    .map((name) => {
      const { outputs } = settings.model;
      const from = JSON.stringify([name, outputs, settings.metricSettings?.[name]]);
      const known = before.find((measured) => measured.from === from);
      return known ?? { name, from, meter: meterOf(name, outputs, settings.metricSettings) };
    });

const NOTHING = new Float64Array(0);

/** All that the meters remember, one after the other. */
export const sumsOf = (meters: readonly Measured[]): Float64Array => {
  if (meters.length === 0) return NOTHING;
  const sums = new Float64Array(meters.reduce((size, { meter }) => size + meter.sums.length, 0));
  let at = 0;
  for (const { meter } of meters) {
    sums.set(meter.sums, at);
    at += meter.sums.length;
  }
  return sums;
};

/** Gives meters back what they remembered; nothing where other metrics were measured then. */
export const takeSums = (meters: readonly Measured[], sums: Float64Array): void => {
  const fits = sums.length === meters.reduce((size, { meter }) => size + meter.sums.length, 0);
  let at = 0;
  for (const { meter } of meters) {
    if (fits) meter.sums.set(sums.subarray(at, at + meter.sums.length));
    else meter.sums.fill(0);
    at += meter.sums.length;
  }
};

/** Shows the meters the batch that the training tape holds. */
export const measure = ({ settings, meters, batchRows }: Trainer): void => {
  const { arena, training, outputs: units } = settings.model;
  const at = training.recorded.at(-1)!.output.at;
  const outputs = arena.memory.subarray(at, at + batchRows * units);
  const answers = arena.memory.subarray(training.answers.at, training.answers.at + batchRows * units);
  for (const { meter } of meters) {
    for (let row = 0; row < batchRows; row++) meter.add(outputs, answers, row * units);
  }
};

/** Puts a log together in the order of Keras, by name, each value in single precision. */
const logsOf = (values: Readonly<Record<string, number>>): Logs =>
  Object.fromEntries(
    Object.entries(values)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, Math.fround(value)]),
  );

const meansOf = ({ settings, meters }: Trainer, loss: number, accuracy: number): Record<string, number> => ({
  ...(settings.metrics?.includes('accuracy') && { accuracy }),
  ...Object.fromEntries(meters.map(({ name, meter }) => [name, meter.result()])),
  loss,
});

/** The means over the epoch so far: loss and compiled metrics. */
export const runningLogs = (trainer: Trainer): Logs => {
  const { lossSum, lossRows, right } = trainer.counters;
  return logsOf(meansOf(trainer, lossSum / lossRows, right / lossRows));
};

/**
 * The log of the epoch that has just ended: the means over it, and loss and metrics of the validation rows at the
 * present weights, which are evaluated unless that was `done` before.
 */
export const epochLogs = (trainer: Trainer, done?: Evaluation): Logs => {
  const { counters, settings } = trainer;
  const { epochLoss, epochRows, epochWrong } = counters;
  const means = meansOf(trainer, epochLoss, (epochRows - epochWrong) / epochRows);
  if (!settings.validation) return logsOf(means);
  const { loss, metrics } =
    done ?? evaluate(settings.model, settings.validation, settings.metrics ?? [], settings.metricSettings);
  const validated = Object.entries({ ...metrics, loss }).map(([name, value]) => [`val_${name}`, value]);
  return logsOf({ ...means, ...Object.fromEntries(validated) });
};
