import { meterOfCounts } from './counts.ts';
import type { Metric } from './metric.ts';

/** keras.metrics.Recall: outputs above 0.5 say yes; several outputs are counted together. */
export const recall: Metric = {
  name: 'recall',
  words: { en: 'recall', ko: '재현율(recall)' },
  line: {
    en: 'Of what is yes, the share that is answered with yes (above 0.5).',
    ko: '실제로 그런 것 가운데 그렇다(0.5보다 큼)고 답한 비율.',
  },
  resolved: () => 'recall',
  oneHotOnly: true,
  meter: meterOfCounts(({ hits, misses }) => [hits, hits + misses]),
};
