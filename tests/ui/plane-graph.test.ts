import { expect, test } from 'vitest';
import { isLongName, ticksOf } from '../../src/ui/charts/axis.ts';
import { valueAt } from '../../src/ui/charts/valueAt.ts';
import { graphPath } from '../../src/ui/charts/graph.ts';
import { barsPath, squareOf, squaresPath } from '../../src/ui/charts/residuals.ts';
import type { PlaneScale } from '../../src/ui/charts/scale.ts';

// Expected numbers are school geometry, worked out by hand: 100 px are 2 units of x and 4 units of y.
const scale: PlaneScale = { region: [-1, 1, -2, 2], size: 100 };
const curve = (...values: number[]) => ({
  size: values.length,
  rows: 1,
  region: scale.region,
  values: Float32Array.from(values),
});

test('a straight curve given at cell middles is drawn from edge to edge of the plane', () => {
  // y = x at x = −0.75, −0.25, 0.25, 0.75: at the edges it is −1 and 1, a quarter of the height from the middle.
  expect(graphPath(curve(-0.75, -0.25, 0.25, 0.75), scale)).toBe(
    'M0,75L12.5,68.75L37.5,56.25L62.5,43.75L87.5,31.25L100,25',
  );
});

test('values that are no numbers leave a gap in the curve, and far ones stay near the plane', () => {
  expect(graphPath(curve(0, 0, Number.NaN, 0, 0), scale).match(/M/g)).toHaveLength(2);
  expect(graphPath(curve(1e30, 1e30, 1e30), scale)).not.toMatch(/e/);
});

test('a residual is a square on the screen even where x and y have different scales', () => {
  // From y = 1 to ŷ = −1: two units of y are 50 px, and 50 px to the right although that is one unit of x.
  expect(squareOf({ at: [-0.5, 1], value: -1 }, scale)).toEqual({ left: 25, top: 25, side: 50 });
  expect(squareOf({ at: [-0.5, -1], value: 1 }, scale)).toEqual({ left: 25, top: 25, side: 50 });
});

test('a square that would leave the plane at the right stands at the left of its point', () => {
  expect(squareOf({ at: [0.8, 0], value: 2 }, scale)).toEqual({ left: 40, top: 0, side: 50 });
  expect(squareOf({ at: [0, 0], value: Number.NaN }, scale)).toBeNull();
});

test('squares and bars of several rows are one path each', () => {
  const rows = [
    { at: [0, 0] as const, value: 0.4 },
    { at: [-1, 1] as const, value: 0.6 },
  ];
  expect(squaresPath(rows, scale)).toBe('M50 40h10v10h-10ZM0 25h10v10h-10Z');
  expect(barsPath(rows, scale)).toBe('M50 40v10M0 25v10');
});

test('a curve has one value at every height, a map none outside its region', () => {
  expect(valueAt(curve(3, 4), [0.5, 1.9])).toBe(4);
  expect(valueAt(curve(3, 4), [0.5, -17])).toBe(4);
  expect(valueAt(curve(3, 4), [1.5, 0])).toBeNull();
  const map = { size: 2, region: scale.region, values: Float32Array.of(1, 2, 3, 4) };
  expect(valueAt(map, [0.5, -1])).toBe(4);
  expect(valueAt(map, [0.5, -17])).toBeNull();
});

test('each axis has ticks of its own, and only words are names that need a row of their own', () => {
  expect(ticksOf(-0.6, 10.6)).toEqual([0, 5, 10]);
  expect(ticksOf(36.4, 103.6)).toEqual([40, 60, 80, 100]);
  expect(['x', 'y', 'x₁', 'h⁽²⁾₁', 'attendance x₂', '출석률 x₂'].map(isLongName)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
});
