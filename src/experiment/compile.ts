import type { Field } from '../engine/fields.ts';
import type { LossName, LossSettings } from '../engine/losses/index.ts';
import type { MetricName, MetricsSettings } from '../engine/metrics/index.ts';
import type { Design, Patch } from './experiment.ts';
import { type Setting, withSetting } from './settings.ts';

/** Another loss begins with Keras's settings. */
export const setLoss = (design: Design, loss: LossName): Patch => ({
  compile: { loss, ...(design.compile.loss_settings && { loss_settings: {} }) },
});

export const setLossSetting = (design: Design, field: Field, value: Setting | null): Patch => {
  const before: LossSettings = design.compile.loss_settings ?? {};
  return { compile: { loss_settings: withSetting(before, field, value) } };
};

export const setRate = (design: Design, learning_rate: number): Patch => ({
  compile: { optimizer: { ...design.compile.optimizer, learning_rate } },
});

/** A metric that is taken off loses its settings. */
export const toggleMetric = (design: Design, metric: MetricName): Patch => {
  const { metrics, metric_settings } = design.compile;
  if (!metrics.includes(metric)) return { compile: { metrics: [...metrics, metric] } };
  return {
    compile: {
      metrics: metrics.filter((name) => name !== metric),
      ...(metric_settings && { metric_settings: without(metric_settings, metric) }),
    },
  };
};

export const setMetricSetting = (
  design: Design,
  metric: MetricName,
  field: Field,
  value: Setting | null,
): Patch => {
  const before = design.compile.metric_settings ?? {};
  const own = withSetting(before[metric] ?? {}, field, value);
  const others = without(before, metric);
  return {
    compile: { metric_settings: Object.keys(own).length > 0 ? { ...others, [metric]: own } : others },
  };
};

const without = (settings: MetricsSettings, metric: MetricName): MetricsSettings => {
  const { [metric]: _dropped, ...others } = settings;
  return others;
};
