import { accuracy } from './accuracy.ts';
import { auc } from './auc.ts';
import { f1_score } from './f1_score.ts';
import { mae } from './mae.ts';
import type { Meter, Metric, MetricSettings } from './metric.ts';
import { mse } from './mse.ts';
import { precision } from './precision.ts';
import { r2_score } from './r2_score.ts';
import { recall } from './recall.ts';
import { top_k_categorical_accuracy } from './top_k.ts';

export type { Answers, Metric } from './metric.ts';

/** In the order of the course. */
export const metrics = {
  accuracy,
  mse,
  mae,
  precision,
  recall,
  f1_score,
  auc,
  top_k_categorical_accuracy,
  r2_score,
} satisfies Record<string, Metric>;
export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as MetricName[];

/** Settings of metrics by name; a metric that is left out has its fields' `initial`. */
export type MetricsSettings = { readonly [Name in MetricName]?: MetricSettings };

/** A metric in use, for outputs of so many units. */
export const meterOf = (name: MetricName, units: number, settings: MetricsSettings = {}): Meter =>
  metrics[name].meter(units, settings[name]);
