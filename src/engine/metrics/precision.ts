import { meterOfCounts } from './counts.ts';
import type { Metric } from './metric.ts';

/** keras.metrics.Precision: outputs above 0.5 say yes; several outputs are counted together. */
export const precision: Metric = {
  name: 'precision',
  words: { en: 'precision', ko: '정밀도(precision)' },
  line: {
    en: 'Of what is answered with yes (above 0.5), the share that is right.',
    ko: '그렇다(0.5보다 큼)고 답한 것 가운데 맞은 비율.',
  },
  resolved: () => 'precision',
  oneHotOnly: true,
  meter: meterOfCounts(({ hits, alarms }) => [hits, hits + alarms]),
};
