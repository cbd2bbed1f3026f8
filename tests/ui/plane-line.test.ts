import { expect, test } from 'vitest';
import { clipLine, handlesOf, lineThrough, liesOn, type Segment, sumAt } from '../../src/ui/charts/line.ts';

// Expected numbers are school geometry, worked out by hand.
const UNIT = [0, 1, 0, 1] as const;

const expectPlaces = (received: Segment | null | undefined, expected: Segment): void => {
  expect(received).toBeTruthy();
  expected.flat().forEach((value, index) => expect(received?.flat()[index]).toBeCloseTo(value, 9));
};

test('the diagonal x₁ + x₂ = 1 is clipped to the corners of the unit square, the 1 side at its right hand', () => {
  expectPlaces(clipLine({ w1: 1, w2: 1, b: -1 }, UNIT), [
    [1, 0],
    [0, 1],
  ]);
});

test('swapping the sides of a line turns the direction it is walked in', () => {
  expectPlaces(clipLine({ w1: -1, w2: -1, b: 1 }, UNIT), [
    [0, 1],
    [1, 0],
  ]);
});

test('the first line of the opening leaves the plane at the bottom at x₁ = 0.185/0.9 and at the right at x₂ = 1.15', () => {
  // 0.9·x₁ − 0.7·x₂ − 0.5 = 0 with x₂ = −0.45, and with x₁ = 1.45.
  expectPlaces(clipLine({ w1: 0.9, w2: -0.7, b: -0.5 }, [-0.45, 1.45, -0.45, 1.45]), [
    [0.185 / 0.9, -0.45],
    [1.45, 1.15],
  ]);
});

test('an upright line is clipped by the lower and upper edge alone', () => {
  expectPlaces(clipLine({ w1: 2, w2: 0, b: -1 }, UNIT), [
    [0.5, 0],
    [0.5, 1],
  ]);
});

test('there is nothing to draw of a line outside the region, without weights, or of one that diverged', () => {
  expect(clipLine({ w1: 1, w2: 1, b: -4 }, UNIT)).toBeNull();
  expect(clipLine({ w1: 0, w2: 1, b: 0.5 }, UNIT)).toBeNull();
  expect(clipLine({ w1: 0, w2: 0, b: 1 }, UNIT)).toBeNull();
  expect(clipLine({ w1: Number.NaN, w2: 1, b: 0 }, UNIT)).toBeNull();
  expect(clipLine({ w1: 1, w2: 1, b: Infinity }, UNIT)).toBeNull();
});

test('the handles stand a sixth of the way in from both ends', () => {
  const handles = handlesOf({ w1: 1, w2: 1, b: -1 }, UNIT);
  expect(handles.resting).toBe(false);
  expectPlaces(handles.at, [
    [5 / 6, 1 / 6],
    [1 / 6, 5 / 6],
  ]);
});

test('where only a corner is cut off the handles stand at the very ends', () => {
  expectPlaces(handlesOf({ w1: 1, w2: 1, b: -0.1 }, UNIT).at, [
    [0.1, 0],
    [0, 0.1],
  ]);
});

test('the handles of a line that went out to the right wait 0.85 of the way from the middle to that edge', () => {
  const handles = handlesOf({ w1: 1, w2: 0, b: -4 }, UNIT);
  expect(handles.resting).toBe(true);
  expectPlaces(handles.at, [
    [0.925, 0],
    [0.925, 1],
  ]);
});

test('the handles of a line beyond the upper right corner wait on both edges of that corner', () => {
  // Its parallel x₁ + x₂ = 1 + 0.85 meets the right edge at 0.85 and the upper edge at 0.85.
  expectPlaces(handlesOf({ w1: 3, w2: 3, b: -100 }, UNIT).at, [
    [1, 0.85],
    [0.85, 1],
  ]);
});

test('without weights the handles wait upright: at the left where b answers 1, at the right where it answers 0', () => {
  expectPlaces(handlesOf({ w1: 0, w2: 0, b: 1 }, UNIT).at, [
    [0.075, 0],
    [0.075, 1],
  ]);
  expectPlaces(handlesOf({ w1: 0, w2: 0, b: -1 }, UNIT).at, [
    [0.925, 0],
    [0.925, 1],
  ]);
});

test('a line put through two handles keeps the length of its weights', () => {
  const line = lineThrough(
    [
      [0, 0],
      [1, 1],
    ],
    { w1: 3, w2: -4, b: 7 },
  );
  expect(line?.w1).toBeCloseTo(5 / Math.SQRT2, 9);
  expect(line?.w2).toBeCloseTo(-5 / Math.SQRT2, 9);
  expect(line?.b).toBeCloseTo(0, 9);
});

test('handles that were not moved give back the line they came from', () => {
  for (const line of [
    { w1: 0.9, w2: -0.7, b: -0.5 },
    { w1: -1, w2: -1, b: 1.5 },
    { w1: 0, w2: -8, b: 4 },
  ]) {
    const again = lineThrough(handlesOf(line, UNIT).at, line);
    expect(again?.w1).toBeCloseTo(line.w1, 9);
    expect(again?.w2).toBeCloseTo(line.w2, 9);
    expect(again?.b).toBeCloseTo(line.b, 9);
  }
});

test('moving one handle a little keeps the points on the sides they were on', () => {
  const before = { w1: 0.9, w2: -0.7, b: -0.5 };
  const [a, b] = handlesOf(before, [-0.45, 1.45, -0.45, 1.45]).at;
  const after = lineThrough([a, [b[0] - 0.05, b[1] + 0.05]], before);
  expect(after && sumAt(after, [0, 1])).toBeLessThan(0);
  expect(after && sumAt(after, [1, 0])).toBeGreaterThan(0);
});

test('handles on top of each other give no direction, so no line', () => {
  const spot: Segment = [
    [0.5, 0.5],
    [0.5, 0.5],
  ];
  expect(lineThrough(spot, { w1: 1, w2: 1, b: 0 })).toBeNull();
});

test('handles belong to a line as long as they lie on it up to Float32', () => {
  const line = { w1: 1, w2: 1, b: -1 };
  const on: Segment = [
    [0.25, 0.75],
    [0.6, Math.fround(0.4)],
  ];
  expect(liesOn(on, line)).toBe(true);
  expect(liesOn(on, { ...line, b: -1.01 })).toBe(false);
});
