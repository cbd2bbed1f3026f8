// Expected values: d3, for whose ticks and searches these stand in the first view.
import { bisector, bisectRight, ticks as d3Ticks } from 'd3';
import { expect, test } from 'vitest';
import { uniform } from '../../src/engine/random.ts';
import { countTo, nearestTo } from '../../src/ui/charts/rising.ts';
import { ticks } from '../../src/ui/charts/ticks.ts';

/** The same numbers between 0 and 1 each time. */
const number = (at: number, index: number): number => uniform(7, 'data', 0, at, index);

const ranges = Array.from({ length: 2000 }, (_, at) => {
  const size = 10 ** Math.round(16 * number(at, 0) - 8);
  // Ends with few digits are where a tick may fall on the end, or miss it by a rounding.
  const low = Math.round(20 * number(at, 1) - 10) * size;
  const span = Math.round(100 * number(at, 2)) * (size / 10);
  return { low, high: low + span, count: 2 + Math.floor(6 * number(at, 3)) };
});

test('ticks are those of d3, number by number', () => {
  for (const { low, high, count } of ranges)
    expect(ticks(low, high, count), `from ${low} to ${high}, about ${count}`).toEqual(
      d3Ticks(low, high, count),
    );
  expect(ticks(0.1, 0.7, 3)).toEqual([0.2, 0.4, 0.6]);
  expect(ticks(Number.NaN, 1, 3)).toEqual([]);
});

test('what lies at or below a value is counted, and the nearest found, as d3 does both', () => {
  const center = bisector((value: number) => value).center;
  for (let at = 0; at < 500; at += 1) {
    // Few digits, so that some numbers are alike and some are the value itself.
    const length = 1 + Math.floor(12 * number(at, 0));
    const rising = Float64Array.from({ length }, (_, index) => Math.round(10 * number(at, index + 2))).sort();
    const value = Math.round(24 * number(at, 1) - 2) / 2;
    expect(countTo(rising, value), `${value} among ${rising.join(', ')}`).toBe(bisectRight(rising, value));
    expect(nearestTo(rising, value), `${value} among ${rising.join(', ')}`).toBe(center(rising, value));
  }
  expect(countTo(new Float64Array(0), 1)).toBe(0);
  expect(nearestTo(new Float64Array(0), 1)).toBe(-1);
});
