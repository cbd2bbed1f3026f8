import { expect, test } from 'vitest';
import type { DataSet } from '../../src/data/data.ts';
import { planeSizes } from '../../src/panels/output/layout.ts';
import { cutOf, lineOf } from '../../src/panels/output/lines.ts';
import { placeWords, readRows } from '../../src/panels/output/rows.ts';
import { nameSpots, placesSeen } from '../../src/panels/output/seen.ts';

const xor: DataSet = {
  rows: 4,
  target: { kind: 'classes', count: 2 },
  ids: Int32Array.of(0, 1, 2, 3),
  places: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  answers: Float64Array.of(0, 1, 1, 0),
  region: [-0.45, 1.45, -0.45, 1.45],
};

test('one output answers 1 only above 0.5, so that exactly half and half is 0', () => {
  const rows = readRows(xor, 4, [0.5, 0.5, 0.51, 0.49], 1);
  expect(rows.map(({ wrong }) => wrong)).toEqual([false, true, false, false]);
  expect(rows.map(({ shown }) => shown)).toEqual(['0.50', '0.50', '0.51', '0.49']);
});

test('several outputs answer with the largest, the first of equals', () => {
  const rows = readRows(xor, 3, [0.5, 0.5, 0.2, 0.8, 0.9, 0.1, 0.4, 0.6], 2);
  expect(rows.map(({ shown }) => shown)).toEqual(['0', '1', '0', '1']);
  expect(rows.map(({ wrong }) => wrong)).toEqual([false, false, true, true]);
  expect(rows.map(({ validation }) => validation)).toEqual([false, false, false, true]);
});

test('outputs of another model or data set are not taken for these rows', () => {
  const rows = readRows(xor, 4, [1, 1, 1], 1);
  expect(rows.every(({ shown, wrong }) => shown === null && !wrong)).toBe(true);
});

test('places are read with true minus signs, whole ones without decimals', () => {
  expect(placeWords([0, 1])).toBe('(0, 1)');
  expect(placeWords([0.421, -0.1])).toBe('(0.42, −0.10)');
});

test('the line of a unit is its column of the kernel, and tanh answers 1 from atanh(0.5) = 0.5493 on', () => {
  const weights = { kernel: Float32Array.of(1, 2, 3, 4), bias: Float32Array.of(5, 6) };
  expect(lineOf(weights, 1, 0)).toEqual({ w1: 2, w2: 4, b: 6 });
  expect(lineOf({ kernel: Float32Array.of(1, 2, 3), bias: Float32Array.of(0) }, 0, 0)).toBeNull();
  expect(cutOf('tanh')).toBeCloseTo(0.549306, 6);
  expect(cutOf('linear')).toBe(0.5);
  expect(cutOf('softmax')).toBeNull();
});

test('through OR and NAND the four points become the three (0, 1), (1, 1), (1, 0)', () => {
  expect(placesSeen([0, 1, 1, 1, 1, 1, 1, 0], 4)).toEqual([
    [0, 1],
    [1, 1],
    [1, 1],
    [1, 0],
  ]);
  expect(placesSeen([0, 1, 1], 4)).toBeNull();
});

test('names stand above points in the upper half and below those in the lower, without touching', () => {
  const spots = nameSpots(
    [
      { at: [60, 60], label: 'from (0, 0)', under: 0 },
      { at: [195, 195], label: 'from (1, 1)', under: 0 },
      { at: [150, 195], label: 'from (1, 0)', under: 0 },
    ],
    12,
    256,
  );
  expect(spots[0]?.[1]).toBeLessThan(60);
  expect(spots[1]?.[1]).toBeGreaterThan(195);
  // Below it would touch the name of its neighbour.
  expect(spots[2]?.[1]).toBeLessThan(195);
});

test('a name keeps off the boundary, and the name of a stack is never dropped', () => {
  // A line from the top edge to the right edge, as of AND in the plane that ŷ sees.
  const course = Array.from({ length: 65 }, (_, at): [number, number] => [57 + at * 2.5, at * 2.5]);
  const [single] = nameSpots([{ at: [51, 50], label: 'from (0, 0)', under: 0 }], 16, 216, course);
  const [x = 0, y = 0] = single ?? [];
  // Its box, 78 px wide at least, lies below the line: every place on the line at its height is right of it.
  expect(y - 10 + 57).toBeGreaterThan(x + 35);
  const crowd = Array.from({ length: 30 }, (_, at): [number, number] => [100 + at, 100]);
  const stack = { at: [100, 100] as const, label: '(0, 0), (0, 1), (1, 0) and (1, 1)', under: 3 };
  expect(nameSpots([stack], 16, 120, crowd)[0]).not.toBeNull();
});

test('the planes have the sizes of the design: 400 for one neuron, 268 for a network, two of 256 side by side', () => {
  expect(planeSizes(432, 'neuron')).toMatchObject({ size: 400, gutter: 32 });
  expect(planeSizes(296, 'network')).toMatchObject({ size: 268, gutter: 28 });
  expect(planeSizes(604, 'both')).toMatchObject({ size: 256, beside: true });
  expect(planeSizes(288, 'neuron')).toMatchObject({ size: 264 });
  expect(planeSizes(358, 'both')).toMatchObject({ size: 330, beside: false });
});
