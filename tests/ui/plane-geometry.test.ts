import { expect, test } from 'vitest';
import { fromSegment, placeLabel, type Room } from '../../src/ui/charts/labels.ts';
import { nearest, neighbour } from '../../src/ui/charts/nearest.ts';
import { paler, rangeOf, roundUp } from '../../src/ui/charts/range.ts';
import { arrowMove, distance, inside, toPixels, toPlace } from '../../src/ui/charts/scale.ts';
import { stacksOf } from '../../src/ui/charts/stacks.ts';

const GATE = { region: [-0.45, 1.45, -0.45, 1.45], size: 380 } as const;

test('places and pixels turn into each other, with x₂ upwards', () => {
  // 0.45 of 1.9 is 90 of 380 pixels.
  expect(toPixels(GATE, [0, 1])[0]).toBeCloseTo(90, 9);
  expect(toPixels(GATE, [0, 1])[1]).toBeCloseTo(90, 9);
  expect(toPixels(GATE, [1, 0])[1]).toBeCloseTo(290, 9);
  expect(toPlace(GATE, [290, 290])[0]).toBeCloseTo(1, 9);
  expect(toPlace(GATE, [290, 290])[1]).toBeCloseTo(0, 9);
});

test('an arrow key goes a hundredth of the region, with Shift a tenth, and never leaves it', () => {
  expect(arrowMove([0, 2, 0, 4], 'ArrowUp', false)).toEqual([0, 0.04]);
  expect(arrowMove([0, 2, 0, 4], 'ArrowLeft', true)).toEqual([-0.2, 0]);
  expect(arrowMove([0, 2, 0, 4], 'Enter', false)).toBeNull();
  expect(inside([0, 2, 0, 4], [2.1, -1])).toEqual([2, 0]);
});

test('points on one spot are one stack and the others stay alone', () => {
  const items = [
    { id: 'a', at: [0, 1] },
    { id: 'b', at: [1, 1] },
    { id: 'c', at: [1, 1.0001] },
    { id: 'd', at: [1, 0] },
  ] as const;
  const stacks = stacksOf(items, 0.01);
  expect(stacks.map((stack) => stack.items.map(({ id }) => id).join(''))).toEqual(['a', 'bc', 'd']);
});

test('the nearest point in reach is meant, and none beyond it', () => {
  const items = [
    { id: 1, at: [10, 10] },
    { id: 2, at: [20, 10] },
  ] as const;
  expect(nearest(items, [16, 10], 8)?.id).toBe(2);
  expect(nearest(items, [40, 10], 8)).toBeNull();
});

test('arrow keys go round the four points of a gate', () => {
  const corners = [
    { id: 0, at: [0, 100] },
    { id: 1, at: [0, 0] },
    { id: 2, at: [100, 100] },
    { id: 3, at: [100, 0] },
  ] as const;
  const go = (from: 0 | 1 | 2 | 3, key: string) => neighbour(corners, corners[from], key)?.id;
  expect(go(0, 'ArrowRight')).toBe(2);
  expect(go(2, 'ArrowUp')).toBe(3);
  expect(go(3, 'ArrowLeft')).toBe(1);
  expect(go(1, 'ArrowDown')).toBe(0);
  expect(go(0, 'ArrowLeft')).toBeUndefined();
  expect(go(0, 'End')).toBe(3);
});

test('the distance from a segment is measured to its ends where they are nearer', () => {
  const segment = [
    [0, 0],
    [10, 0],
  ] as const;
  expect(fromSegment([5, 3], segment)).toBe(3);
  expect(fromSegment([13, 4], segment)).toBe(5);
});

const room: Room = {
  size: 400,
  discs: [{ at: [100, 100], radius: 22 }],
  lines: [
    [
      [200, 0],
      [200, 400],
    ],
  ],
  allows: ([x]) => x < 200,
};

test('a label lies on its own side, clear of points, line and border', () => {
  const at = placeLabel([20, 8], room, [200, 100], null);
  expect(at).not.toBeNull();
  if (!at) return;
  expect(at[0] + 20).toBeLessThan(200);
  expect(at[0] - 20).toBeGreaterThan(0);
  expect(distance([Math.max(at[0] - 20, Math.min(100, at[0] + 20)), at[1]], [100, 100])).toBeGreaterThan(22);
});

test('a label stays where it was while that is nearly as good, and leaves it when it is taken', () => {
  const at = placeLabel([20, 8], room, [200, 100], null);
  const before = at && ([at[0] - 8, at[1]] as const);
  expect(placeLabel([20, 8], room, [200, 100], before)).toEqual(before);
  const taken = { ...room, discs: [...room.discs, { at: before ?? [0, 0], radius: 20 }] };
  expect(placeLabel([20, 8], taken, [200, 100], before)).not.toEqual(before);
});

test('where a label fits nowhere there is none', () => {
  expect(placeLabel([20, 8], { ...room, allows: () => false }, [0, 0], null)).toBeNull();
});

test('an open range goes to the next 1, 2 or 5 above its largest value, on both sides of linear', () => {
  expect([0.7, 1, 1.2, 3, 60].map(roundUp)).toEqual([1, 1, 2, 5, 100]);
  const map = { size: 1, region: [0, 1, 0, 1] as const, values: Float32Array.of(-3.2) };
  expect(rangeOf({ middle: 0, low: null, high: null }, [map])).toEqual({ middle: 0, low: -5, high: 5 });
  expect(rangeOf({ middle: 0, low: 0, high: null }, [map])).toEqual({ middle: 0, low: 0, high: 5 });
  expect(rangeOf({ middle: 0.5, low: 0, high: 1 }, [map])).toEqual({ middle: 0.5, low: 0, high: 1 });
});

test('a paler range has the same middle and ends further out', () => {
  expect(paler({ middle: 0.5, low: 0, high: 1 }, 3)).toEqual({ middle: 0.5, low: -1, high: 2 });
});
