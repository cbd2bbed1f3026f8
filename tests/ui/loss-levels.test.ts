import { expect, test } from 'vitest';
import { levelWords, lossLevels, shareOf } from '../../src/ui/charts/lossLevels.ts';

const from = (low: number, high: number, count = 1000): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

test('a bowl has levels of equal differences, round, inside it, and written alike', () => {
  const levels = lossLevels(from(0.41, 0.62))!;
  expect(levels.byFactor).toBe(false);
  expect(levels.values.length).toBeGreaterThan(5);
  const steps = levels.values.slice(1).map((value, i) => (value - levels.values[i]!).toFixed(9));
  expect(new Set(steps).size).toBe(1);
  for (const value of levels.values) {
    expect(value).toBeGreaterThan(0.41);
    expect(value).toBeLessThan(0.62);
  }
  const words = levels.values.map(levelWords(levels));
  expect(new Set(words.map((word) => word.length)).size).toBe(1);
});

test('a valley between steep walls has levels of equal factors', () => {
  const losses = Float64Array.from(from(-3.9, 2), (power) => 10 ** power);
  const levels = lossLevels(losses)!;
  expect(levels.byFactor).toBe(true);
  expect(levels.values).toEqual([0.001, 0.01, 0.1, 1, 10]);
  // The middle of the way up, by factors, is the geometric mean.
  expect(shareOf(levels, Math.sqrt(levels.low * levels.high))).toBeCloseTo(0.5, 12);
});

test('few wild places do not decide what is told apart', () => {
  const losses = [...from(1, 2, 980), ...Array.from({ length: 20 }, (_, i) => 1e6 * (i + 1))];
  const { low, high } = lossLevels(losses)!;
  expect(low).toBe(1);
  expect(high).toBeLessThan(2);
});

test('what is no finite number lies at the top, and where nothing else is there are no levels', () => {
  const levels = lossLevels([0, 1, 2, Number.POSITIVE_INFINITY, Number.NaN])!;
  expect(shareOf(levels, Number.POSITIVE_INFINITY)).toBe(1);
  expect(shareOf(levels, Number.NaN)).toBe(1);
  expect(shareOf(levels, 0)).toBe(0);
  expect(lossLevels([Number.NaN, Number.POSITIVE_INFINITY])).toBeNull();
});

test('a flat plain has levels that nothing reaches', () => {
  const levels = lossLevels(new Float64Array(100).fill(0.693))!;
  expect(levels.values.filter((value) => value <= 0.693)).toEqual([]);
  expect(shareOf(levels, 0.693)).toBe(0);
});
