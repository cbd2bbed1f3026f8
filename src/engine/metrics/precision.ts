import { meterOfCounts, thresholds } from './counts.ts';
import type { Metric } from './metric.ts';

/** keras.metrics.Precision: outputs above the threshold say yes; several outputs are counted together. */
export const precision: Metric = {
  name: 'precision',
  words: { en: 'precision', ko: '정밀도(precision)' },
  line: {
    en: 'Of what is answered with yes (above the threshold, 0.5 by default), the share that is right.',
    ko: '그렇다(문턱값보다 큼, 기본 0.5)고 답한 것 가운데 맞은 비율.',
  },
  resolved: () => 'precision',
  direction: 'max',
  fields: [thresholds],
  oneHotOnly: true,
  meter: meterOfCounts(({ hits, alarms }) => [hits, hits + alarms]),
};
