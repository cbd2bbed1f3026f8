import { accuracy } from './accuracy.ts';
import { auc } from './auc.ts';
import { f1_score } from './f1_score.ts';
import { mae } from './mae.ts';
import type { Metric } from './metric.ts';
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
