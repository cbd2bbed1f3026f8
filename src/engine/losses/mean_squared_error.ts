import { unbroken } from '../../text.ts';
import { squaredError } from '../ops/losses.ts';
import type { Loss } from './loss.ts';

export const mean_squared_error: Loss = {
  name: 'mean_squared_error',
  words: { en: 'mean squared error', ko: '평균제곱오차' },
  line: {
    en: `For regression: the mean of ${unbroken('(ŷ − y)²')}.`,
    ko: `회귀에 쓴다: ${unbroken('(ŷ − y)²')}의 평균.`,
  },
  fields: [],
  answers: 'one-hot',
  record: (tape, { output, answers }) => squaredError(tape, output, answers),
};
