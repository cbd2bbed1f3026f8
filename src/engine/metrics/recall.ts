import { meterOfCounts, thresholds } from './counts.ts';
import type { Metric } from './metric.ts';

/** keras.metrics.Recall: outputs above the threshold say yes; several outputs are counted together. */
export const recall: Metric = {
  name: 'recall',
  words: { en: 'recall', ko: '재현율(recall)' },
  line: {
    en: 'Of what is yes, the share that is answered with yes (above the threshold, 0.5 by default).',
    ko: '실제로 그런 것 가운데 그렇다(문턱값보다 큼, 기본 0.5)고 답한 비율.',
  },
  resolved: () => 'recall',
  direction: 'max',
  fields: [thresholds],
  oneHotOnly: true,
  meter: meterOfCounts(({ hits, misses }) => [hits, hits + misses]),
};
