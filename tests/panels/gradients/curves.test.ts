import { expect, test } from 'vitest';
import { activationNames, activations } from '../../../src/engine/activations/index.ts';
import { curvesOf, reachOf, some } from '../../../src/panels/gradients/curves.ts';
import { activations as naive } from '../../worker/naive.ts';

/** The places of a path, each begun piece counted. */
const placesOf = (path: string): [number, number][] =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
const at = (path: string, x: number): number =>
  placesOf(path).reduce((best, place) => (Math.abs(place[0] - x) < Math.abs(best[0] - x) ? place : best))[1];

test('every activation that has a curve has one for f and one for f′, dots on both', () => {
  for (const name of activationNames) {
    const curves = curvesOf(name, 4);
    expect([name, curves === null]).toEqual([name, activations[name].curve === null]);
    if (!curves) continue;
    for (const drawn of [curves.value, curves.slope]) {
      expect(placesOf(drawn.path).length, `places of ${name}`).toBeGreaterThan(20);
      for (const [, y] of placesOf(drawn.path)) expect(y >= 3.9 && y <= 54.1, `${name} ${y}`).toBe(true);
      // A dot lies on the curve: within a sample of it.
      const [[x, y] = [0, 0]] = placesOf(drawn.dots([0.7]));
      expect(Math.abs(at(drawn.path, x) - y), `a dot of ${name}`).toBeLessThan(3);
    }
  }
});

test('f′ of all is drawn to one scale: the sigmoid’s top is at a quarter of what relu has, the step’s at 0', () => {
  for (const [name, z, expected] of [
    ['sigmoid', 0, naive['sigmoid']!.slope(0)],
    ['tanh', 0, naive['tanh']!.slope(0)],
    ['relu', 2, naive['relu']!.slope(2)],
    ['step', 2, 0],
  ] as const) {
    const { slope } = curvesOf(name, 4)!;
    const [[, y] = [0, 0]] = placesOf(slope.dots([z]));
    expect((slope.zero - y) / (slope.zero - slope.one), `f′ of ${name}`).toBeCloseTo(expected, 1);
  }
});

test('a jump is a gap, not a slope between two samples', () => {
  expect(curvesOf('step', 4)!.value.path.match(/M/g)).toHaveLength(2);
  expect(curvesOf('relu', 4)!.slope.path.match(/M/g)).toHaveLength(2);
  expect(curvesOf('hard_sigmoid', 4)!.slope.path.match(/M/g)).toHaveLength(3);
  expect(curvesOf('sigmoid', 4)!.value.path.match(/M/g)).toHaveLength(1);
  // No piece is steep but the step itself: the slope of relu is drawn flat on both sides.
  const levels = new Set(placesOf(curvesOf('relu', 4)!.slope.path).map(([, y]) => y));
  expect(levels.size).toBe(2);
});

test('the charts reach to 4, or to 8; what lies further stands at the edge', () => {
  expect([reachOf([1, -4]), reachOf([1, -4.1]), reachOf([100])]).toEqual([4, 8, 8]);
  const { value } = curvesOf('sigmoid', 8)!;
  expect(value.dots([100])).toBe(value.dots([8]));
});

test('of a large batch some dots are drawn, evenly apart', () => {
  expect(some(Float32Array.from([1, 2, 3]))).toHaveLength(3);
  const few = some(Float32Array.from({ length: 1000 }, (_, i) => i));
  expect(few.length).toBeLessThanOrEqual(240);
  expect([...few].slice(0, 3)).toEqual([0, 5, 10]);
});
