import { expect, test } from 'vitest';
import { digitsOf } from '../../../src/panels/evaluate/digits.ts';
import { binned, type Estimate, estimated, typicalError } from '../../../src/panels/evaluate/estimates.ts';

const data = {
  rows: 4,
  target: { kind: 'number', low: -1, high: 4 },
  ids: Int32Array.of(7, 2, 0, 1),
  places: Float64Array.of(0, 0, 1, 2, 3, 4, 5, 6),
  answers: Float64Array.of(0.2, -1, 3.5, 0),
  region: [0, 6, 0, 6],
} as const;

test('a row says its answer, its prediction and how far that is above', () => {
  expect(estimated(data, 3, [0.5, -1.25, 3, 0.125], 1)?.slice(1, 4)).toEqual([
    { id: 2, x: [1, 2], answer: -1, value: -1.25, error: -0.25, validation: false },
    { id: 0, x: [3, 4], answer: 3.5, value: 3, error: -0.5, validation: false },
    { id: 1, x: [5, 6], answer: 0, value: 0.125, error: 0.125, validation: true },
  ]);
});

test('outputs of another data set or model are not taken for these rows’', () => {
  expect(estimated(data, 3, [0.5], 1)).toBeNull();
  expect(estimated(data, 3, undefined, 1)).toBeNull();
  expect(estimated(data, 3, [0.5, -1.25, 3, 0.125], 2)).toBeNull();
});

test('the typical error is the mean absolute error of Keras', () => {
  const rows = estimated(data, 3, [0.5, -1.25, 3, 0.125], 1) as readonly Estimate[];
  // keras.metrics.MeanAbsoluteError, Keras 3.15.1 on JAX
  expect(typicalError(rows)).toBeCloseTo(0.29374998807907104, 6);
  expect(typicalError([])).toBeNaN();
});

test('errors fall into the bins of numpy.histogram, the middle one around 0', () => {
  const errors = [-0.625, -0.375, -0.3, -0.125, -0.1, 0, 0.05, 0.125, 0.11, 0.29, 0.75];
  const bins = binned([...errors, Number.NaN, Number.POSITIVE_INFINITY], 0.25);
  expect(bins.map(({ middle }) => middle)).toEqual([-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75]);
  expect(bins.map(({ count }) => count)).toEqual([0, 1, 2, 5, 2, 0, 1]);
});

test('answers that count in tens are read with one decimal, others with three', () => {
  expect(digitsOf({ kind: 'number', low: 0, high: 100 })).toBe(1);
  expect(digitsOf({ kind: 'number', low: -1.2, high: 1.2 })).toBe(3);
});
