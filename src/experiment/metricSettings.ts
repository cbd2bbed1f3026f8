import * as v from 'valibot';
import { metricNames, metrics, type MetricsSettings } from '../engine/metrics/index.ts';
import { settingsOf } from './settingSchema.ts';

/** The settings of metrics by name: each metric its own fields, and nothing for those that have none. */
export const metricSettingsSchema = v.pipe(
  v.strictObject(
    Object.fromEntries(
      metricNames
        .filter((name) => metrics[name].fields.length > 0)
        .map((name) => [
          name,
          v.optional(
            v.pipe(
              v.strictObject(settingsOf(metrics[name].fields, {})),
              v.check((settings) => Object.keys(settings).length > 0),
            ),
          ),
        ]),
    ),
  ),
  v.transform((settings) => settings as MetricsSettings),
);
