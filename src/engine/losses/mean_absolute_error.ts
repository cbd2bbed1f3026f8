import { unbroken } from '../../text.ts';
import { absoluteError } from '../ops/regression.ts';
import type { Loss } from './loss.ts';

export const mean_absolute_error: Loss = {
  name: 'mean_absolute_error',
  words: { en: 'mean absolute error', ko: '평균절대오차' },
  line: {
    en: `For regression with outliers: the mean of ${unbroken('|ŷ − y|')}.`,
    ko: `튀는 값이 있는 회귀에 쓴다: ${unbroken('|ŷ − y|')}의 평균.`,
  },
  fields: [],
  answers: 'one-hot',
  record: (tape, { output, answers }) => absoluteError(tape, output, answers),
};
