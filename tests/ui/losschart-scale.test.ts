import { expect, test } from 'vitest';
import { curvePlaces, nearestPoint, reachedBy } from '../../src/ui/charts/curvePlaces.ts';
import {
  countLimit,
  epochLimit,
  epochTicks,
  heightOf,
  highestOf,
  lossLimit,
  valueTick,
  valueTicks,
} from '../../src/ui/charts/lossScale.ts';

const LONG = 500;

test.each([
  [0, 100],
  [100, 100],
  [101, 200],
  [201, 500],
  [420, 500],
  [501, 1000],
  [1001, 2000],
  [40_000, 50_000],
])('a run that reached epoch %i has a time axis up to %i', (reached, limit) => {
  expect(epochLimit(reached, null)).toBe(limit);
});

test('where epochs stops the run, the axis ends at a stop, however few they are, and grows seldom', () => {
  expect(epochLimit(0, 300)).toBe(300);
  expect(epochLimit(300, 300)).toBe(300);
  expect(epochLimit(301, 300)).toBe(600);
  expect(epochLimit(0, 3)).toBe(3);
  const limits = new Set(Array.from({ length: 60 }, (_, index) => epochLimit(index, 3)));
  expect([...limits]).toEqual([3, 6, 15, 30, 60]);
  expect(epochTicks(3, 740)).toEqual([0, 1, 2, 3]);
});

test('the time axis stands still from 100 to 200 epochs', () => {
  const limits = new Set(Array.from({ length: 100 }, (_, index) => epochLimit(101 + index, null)));
  expect([...limits]).toEqual([200]);
});

test('ticks of the time axis are whole epochs and fewer in a narrow chart', () => {
  expect(epochTicks(100, 740)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(epochTicks(100, 300)).toEqual([0, 50, 100]);
  expect(epochTicks(1, 740)).toEqual([0, 1]);
  for (const epochs of [3, 7, 8, 9, 15, 300]) expect(epochTicks(epochs, 300)).toEqual([0, epochs]);
});

test('the opening loss 0.626 gets an axis up to 1.2, and the jump to 1.15 at XOR leaves it there', () => {
  const opened = lossLimit(null, 0.626, 1);
  expect(opened).toBe(1.2);
  expect(lossLimit(opened, 1.15, LONG)).toBe(1.2);
});

test('the value axis grows when the curve leaves it and shrinks only when little of it is used', () => {
  expect(lossLimit(1.2, 1.21, LONG)).toBeGreaterThanOrEqual(1.21);
  expect(lossLimit(1.2, 0.3, LONG)).toBe(1.2);
  expect(lossLimit(1.2, 0.1, LONG)).toBeLessThan(0.2);
});

test.each([0.004, 0.03, 0.25, 0.69, 1, 3.3, 47, 1e6, 3e38])(
  'an axis for %d holds it and ends at a tick',
  (highest) => {
    const limit = lossLimit(null, highest, LONG);
    const ticks = valueTicks(limit, false);
    expect(limit).toBeGreaterThanOrEqual(highest);
    expect(limit).toBeLessThan(highest * 3);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(limit);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(5);
  },
);

test('a loss that is no number, or 0, leaves the axis alone', () => {
  expect(lossLimit(2, Number.NaN, LONG)).toBe(2);
  expect(lossLimit(2, Infinity, LONG)).toBe(2);
  expect(lossLimit(null, 0, 1)).toBe(1.2);
  expect(lossLimit(null, 1.2e-7, 1)).toBe(1.2);
});

test('wrong points are counted on whole ticks', () => {
  expect(countLimit(null, 3)).toBe(4);
  expect(valueTicks(4, false)).toEqual([0, 2, 4]);
  expect(valueTicks(countLimit(null, 61), false).every(Number.isInteger)).toBe(true);
});

test('ticks are printed with the decimals of their axis, and 0 plainly', () => {
  expect(valueTicks(1.2, false).map((value) => valueTick(value, 1.2))).toEqual(['0', '0.4', '0.8', '1.2']);
  expect(valueTicks(2, false).map((value) => valueTick(value, 2))).toEqual(['0', '0.5', '1.0', '1.5', '2.0']);
  expect(valueTick(4e38, 8e38)).toBe('4e38');
  expect(valueTick(4e-7, 8e-7)).toBe('4e−7');
  const large = [0, 5e32, 1e33, 1.5e33, 2e33];
  expect(large.map((value) => valueTick(value, 2e33))).toEqual(['0', '5e32', '1e33', '1.5e33', '2e33']);
});

test('the highest value passes over what is not finite', () => {
  expect(highestOf(Float32Array.of(0.5, Number.NaN, Infinity, 2))).toBe(2);
});

test('a line joins the points it knows over those it does not', () => {
  const places = curvePlaces(
    Float64Array.of(0, 0.5, 1),
    Float32Array.of(4, Number.NaN, 2),
    [0, 3],
    (epoch) => epoch * 10,
    (value) => value,
  );
  expect(places).toEqual([
    [0, 4],
    [10, 2],
  ]);
});

test('points up to an update are counted, the jump of an edit at that update included', () => {
  const steps = Float64Array.of(0, 1, 2, 2, 3);
  expect(reachedBy(steps, 2)).toBe(4);
  expect(reachedBy(steps, -1)).toBe(0);
});

test('the nearest point of an empty curve is none', () => {
  expect(nearestPoint(new Float64Array(0), 3)).toBe(-1);
  expect(nearestPoint(Float64Array.of(0, 10, 20), 14)).toBe(1);
});

const heightOfRun = (loss: (epoch: number) => number, epochs: number, known = 0): number => {
  const at = Float64Array.from({ length: epochs + 1 }, (_, epoch) => epoch);
  return heightOf(at, Float32Array.from(at, loss), known);
};
/** Grades as a score: the first loss is the mean square of the scores, the last that of the noise. */
const grades = (epoch: number): number => (epoch < 10 ? 4000 : 15);

test('the value axis holds a whole curve while it is young, and lets a beginning go that would flatten the rest', () => {
  expect(heightOfRun(grades, 15)).toBe(4000);
  expect(heightOfRun(grades, 60)).toBe(15);
});

test('it holds a beginning that leaves the rest a sixth of the height, and one that is still being learned', () => {
  expect(heightOfRun((epoch) => (epoch < 10 ? 80 : 15), 60)).toBe(80);
  expect(heightOfRun((epoch) => (epoch < 40 ? 4000 : 15), 60)).toBe(4000);
});

test('what comes after the beginning is held whole: a jump by an edit, a validation loss that rises', () => {
  expect(heightOfRun((epoch) => (epoch === 50 ? 600 : grades(epoch)), 60)).toBe(600);
  expect(heightOfRun((epoch) => (epoch < 10 ? 4000 : epoch), 100)).toBe(100);
});

test('of classes the loss of guessing stays in sight: the fall of XOR to 0 is drawn whole, a start far above is not', () => {
  const falling = (start: number) => (epoch: number) => (epoch < 10 ? start : 0.003);
  expect(heightOfRun(falling(0.7), 1000, Math.LN2)).toBeCloseTo(0.7, 6);
  expect(heightOfRun(falling(50), 1000, Math.LN2)).toBeCloseTo(Math.LN2, 6);
});

test('a curve that lies on the floor after its beginning is not drawn large', () => {
  expect(heightOfRun((epoch) => (epoch < 10 ? 0.5 : 1e-6), 1000)).toBe(0.5);
});
