import { accuracy } from './accuracy.ts';
import type { Metric } from './metric.ts';
import { mse } from './mse.ts';

export type { Metric } from './metric.ts';

export const metrics = { accuracy, mse } satisfies Record<string, Metric>;
export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as MetricName[];
