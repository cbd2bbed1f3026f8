import { unbroken } from '../../text.ts';
import { type Metric, meanOf } from './metric.ts';

export const mse: Metric = {
  name: 'mse',
  words: { en: 'mse', ko: 'mse' },
  line: { en: `The mean of ${unbroken('(ŷ − y)²')}.`, ko: `${unbroken('(ŷ − y)²')}의 평균.` },
  resolved: () => 'mean_squared_error',
  direction: 'min',
  fields: [],
  oneHotOnly: true,
  meter: meanOf((outputs, answers, at, units) => {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) {
      const error = outputs[at + unit]! - answers[at + unit]!;
      sum += error * error;
    }
    return sum / units;
  }),
};
