import { expect, test } from 'vitest';
import { rounded, size } from '../../../src/panels/gradients/printed.ts';
import { decadesOf, shareOf, ticksOf } from '../../../src/panels/gradients/scale.ts';

test('the scale stands from a hundred-millionth to 1, and grows by whole powers of ten', () => {
  expect(decadesOf([0.5, 1e-7, 0])).toEqual([-8, 0]);
  expect(decadesOf([3e-12, 0.5])).toEqual([-12, 0]);
  expect(decadesOf([2, 1e-3])).toEqual([-8, 1]);
  expect(decadesOf([1e-30, 1e30])).toEqual([-20, 20]);
  expect(decadesOf([Number.NaN, Number.POSITIVE_INFINITY])).toEqual([-8, 0]);
});

test('a size stands as far up as its logarithm; 0 and what is no number stand nowhere', () => {
  expect(shareOf(1, [-8, 0])).toBe(1);
  expect(shareOf(1e-4, [-8, 0])).toBeCloseTo(0.5, 12);
  expect(shareOf(1e-6, [-8, 0])).toBeCloseTo(0.25, 12);
  expect([shareOf(1e-9, [-8, 0]), shareOf(0, [-8, 0]), shareOf(Number.NaN, [-8, 0])]).toEqual([0, 0, 0]);
});

test('the powers of ten that are written are even steps from the top', () => {
  expect(ticksOf([-8, 0])).toEqual([0, -2, -4, -6, -8]);
  expect(ticksOf([-18, 0])).toEqual([0, -6, -12, -18]);
  expect(ticksOf([-8, 4])).toEqual([4, 0, -4, -8]);
});

test('sizes of any order are printed in two digits', () => {
  expect([0.2446, 0.5, 12.34, 1, 0].map(size)).toEqual(['0.24', '0.5', '12', '1', '0']);
  expect([3.66e-6, 0.001234, 57913, 1.5e-17].map(size)).toEqual(['3.7e−6', '0.0012', '5.8e4', '1.5e−17']);
  expect([null, undefined, Number.NaN, Number.POSITIVE_INFINITY].map(size)).toEqual(['–', '–', '–', '–']);
  expect(rounded(0.2349)).toBe(0.23);
});
