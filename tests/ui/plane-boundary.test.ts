import { expect, test } from 'vitest';
import { crossings, winnerChanges } from '../../src/ui/charts/boundary.ts';
import { valueAt } from '../../src/ui/charts/valueAt.ts';
import { distance } from '../../src/ui/charts/scale.ts';
import type { Map2d, Region } from '../../src/worker/frame.ts';

const mapOf = (size: number, region: Region, f: (across: number, up: number) => number): Map2d => {
  const [left, right, bottom, top] = region;
  const values = Float32Array.from({ length: size * size }, (_, cell) => {
    const column = cell % size;
    const row = (cell - column) / size;
    return f(left + ((column + 0.5) / size) * (right - left), top - ((row + 0.5) / size) * (top - bottom));
  });
  return { size, region, values };
};
const UNIT: Region = [0, 1, 0, 1];

test('a ramp crosses its middle in one upright line from edge to edge', () => {
  const lines = crossings(
    mapOf(16, [-1, 3, 0, 1], (across) => across),
    1.3,
  );
  expect(lines).toHaveLength(1);
  for (const [across] of lines[0] ?? []) expect(across).toBeCloseTo(1.3, 5);
  const ups = (lines[0] ?? []).map(([, up]) => up);
  expect(Math.min(...ups)).toBeCloseTo(0, 6);
  expect(Math.max(...ups)).toBeCloseTo(1, 6);
});

test('the boundary of a slanted ramp lies on the straight line it should', () => {
  const [line = []] = crossings(
    mapOf(32, UNIT, (across, up) => across + 2 * up),
    1.2,
  );
  expect(line.length).toBeGreaterThan(10);
  for (const [across, up] of line) expect(across + 2 * up).toBeCloseTo(1.2, 4);
});

test('a hill has a closed boundary: a circle of the right radius', () => {
  const hill = mapOf(64, UNIT, (across, up) => 1 - Math.hypot(across - 0.5, up - 0.5));
  const lines = crossings(hill, 0.75);
  expect(lines).toHaveLength(1);
  const [ring = []] = lines;
  expect(ring[0]).toEqual(ring.at(-1));
  for (const place of ring) expect(distance(place, [0.5, 0.5])).toBeCloseTo(0.25, 2);
});

test('the band between two lines has two boundaries', () => {
  const band = mapOf(48, UNIT, (across, up) => (Math.abs(across + up - 1) < 0.5 ? 1 : 0));
  expect(crossings(band, 0.5)).toHaveLength(2);
});

test('a map that stays on one side has no boundary: the frame of the plane is none', () => {
  expect(
    crossings(
      mapOf(8, UNIT, () => 0.7),
      0.5,
    ),
  ).toEqual([]);
  expect(
    crossings(
      mapOf(8, UNIT, () => 0.2),
      0.5,
    ),
  ).toEqual([]);
});

test('the winner of several outputs changes where two are level, not where a loser rises', () => {
  const lines = winnerChanges([
    mapOf(20, UNIT, (across) => across),
    mapOf(20, UNIT, (across) => 1 - across),
    mapOf(20, UNIT, (_, up) => up / 10 - 1),
  ]);
  expect(lines.length).toBeGreaterThan(0);
  for (const [across] of lines.flat()) expect(across).toBeCloseTo(0.5, 5);
});

test('the value at a place is that of its cell, the first row being the top', () => {
  const map: Map2d = { size: 2, region: UNIT, values: Float32Array.of(1, 2, 3, 4) };
  expect(valueAt(map, [0.2, 0.9])).toBe(1);
  expect(valueAt(map, [0.9, 0.1])).toBe(4);
  expect(valueAt(map, [1.2, 0.1])).toBeNull();
});
