// Ranks: tables of the sign test's confidence interval for a median (Conover, Practical Nonparametric Statistics, A3).

import { expect, test } from 'vitest';
import { intervalOfMedian, median } from '../bench/statistics.ts';

const backwards = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

test('the median of an odd number of rounds is the middle one, of an even number the mean of the middle two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 10])).toBe(3);
});

test.each([
  [6, 1, 6],
  [9, 2, 8],
  [15, 4, 12],
  [20, 6, 15],
  [25, 8, 18],
])('the 95 % interval of the median of %i rounds goes from rank %i to rank %i', (count, from, to) => {
  expect(intervalOfMedian(backwards(count))).toEqual([from, to]);
});

test('fewer than six rounds give no narrower interval than all of them', () => {
  expect(intervalOfMedian([5, 2, 9])).toEqual([2, 9]);
});
