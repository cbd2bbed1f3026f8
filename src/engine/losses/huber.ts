import type { NumberField } from '../fields.ts';
import { huber as record } from '../ops/regression.ts';
import type { Loss } from './loss.ts';

const delta: NumberField & { readonly name: 'delta' } = {
  kind: 'number',
  name: 'delta',
  words: { en: 'delta', ko: 'delta' },
  hint: { en: 'from this error on it grows in a straight line', ko: '오차가 이보다 크면 직선으로 커진다' },
  effect: 'keep',
  initial: 1,
  min: 0,
  above: true,
  max: 1_000_000,
  step: 0.1,
};

export const huber: Loss = {
  name: 'huber',
  words: { en: 'Huber loss', ko: '후버 손실(huber)' },
  line: {
    en: 'For regression with outliers: squared for small errors, straight for large ones.',
    ko: '튀는 값이 있는 회귀에 쓴다: 작은 오차는 제곱, 큰 오차는 직선.',
  },
  fields: [delta],
  answers: 'one-hot',
  record: (tape, { output, answers, settings }) =>
    record(tape, output, answers, settings.delta ?? delta.initial),
};
