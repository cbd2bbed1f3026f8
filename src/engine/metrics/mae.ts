import { unbroken } from '../../text.ts';
import { type Metric, meanOf } from './metric.ts';

export const mae: Metric = {
  name: 'mae',
  words: { en: 'mae', ko: 'mae' },
  line: { en: `The mean of ${unbroken('|ŷ − y|')}.`, ko: `${unbroken('|ŷ − y|')}의 평균.` },
  resolved: () => 'mean_absolute_error',
  direction: 'min',
  fields: [],
  oneHotOnly: true,
  meter: meanOf((outputs, answers, at, units) => {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += Math.abs(outputs[at + unit]! - answers[at + unit]!);
    return sum / units;
  }),
};
