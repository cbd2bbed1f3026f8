// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { UnitCurve } from '../../src/ui/charts/UnitCurve.tsx';
import type { Map2d, Region } from '../../src/worker/frame.ts';

const REGION: Region = [-2, 2, -1, 1];
const RANGE = { middle: 0, low: -1, high: 1 };
const curve = (...values: readonly number[]): Map2d => ({
  size: values.length,
  rows: 1,
  region: REGION,
  values: Float32Array.from(values),
});
const paths = (map: Map2d, pointed: number | null = null, range = RANGE): Record<string, string> => {
  const { container } = render(<UnitCurve map={map} range={range} size={100} pointed={pointed} />);
  return Object.fromEntries(
    [...container.querySelectorAll('path')].map((path) => [
      /above|below|middle|line|pointed/.exec(path.getAttribute('class') ?? '')?.[0] ?? '',
      path.getAttribute('d') ?? '',
    ]),
  );
};
const heights = (d: string): number[] => [...d.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));

afterEach(cleanup);

test('the curve runs over the whole tile, higher values higher up, its middle value at half height', () => {
  const { line = '', middle } = paths(curve(-1, 0, 1, 0));
  expect(line.startsWith('M12.5,92')).toBe(true);
  expect(heights(line)).toEqual([92, 50, 8, 50]);
  expect(middle).toBe('M0,50H100');
});

test('it is washed above the middle where it lies above, below it where it lies below, and nowhere else', () => {
  const { above = '', below = '' } = paths(curve(-1, 0, 1, 0));
  expect(Math.max(...heights(above))).toBe(50);
  expect(Math.min(...heights(above))).toBe(8);
  expect(Math.min(...heights(below))).toBe(50);
  expect(Math.max(...heights(below))).toBe(92);
});

test('what lies outside the range is not drawn as if it lay at its edge', () => {
  const { line = '' } = paths(curve(0, 0.5, 7, 9, 0.5, 0));
  expect(heights(line)).toHaveLength(4);
  expect([...line.matchAll(/M/g)]).toHaveLength(2);
});

test('the x that is pointed at is ticked above and below', () => {
  expect(paths(curve(0, 1), 1)['pointed']).toBe('M75,0V5M75,95V100');
  expect(paths(curve(0, 1), null)).not.toHaveProperty('pointed');
});
