import { expect, test } from 'vitest';
import { graphOf, graphThrough, intoNetwork, overPlane, weightsOf } from '../../src/panels/output/lines.ts';
import { sumAt } from '../../src/ui/charts/line.ts';

const plain = {
  names: ['x₁', 'x₂'],
  means: Float64Array.of(0, 0),
  deviations: Float64Array.of(1, 1),
};
/** Hours of mean 5 and deviation 3, attendance of mean 70 and deviation 20. */
const standardised = {
  names: ['x₁', 'x₂'],
  means: Float64Array.of(5, 70),
  deviations: Float64Array.of(3, 20),
};
const line = { w1: 1.2, w2: -0.8, b: 0.3 };

test('a line over standardised inputs gives the same sums at the places themselves', () => {
  // keras.layers.Normalization(mean=[5, 70], variance=[9, 400]) gives (−1/6, 0), (−1, 1), (1, −0.75) at these places.
  const seen = overPlane(line, standardised);
  expect(sumAt(seen, [4.5, 70])).toBeCloseTo(1.2 * (-1 / 6) + 0.3, 12);
  expect(sumAt(seen, [2, 90])).toBeCloseTo(-1.2 - 0.8 + 0.3, 12);
  expect(sumAt(seen, [8, 55])).toBeCloseTo(1.2 + 0.8 * 0.75 + 0.3, 12);
});

test('a line that was moved goes back with the length that its weights had', () => {
  const back = intoNetwork(overPlane(line, standardised), standardised, line);
  expect([back.w1, back.w2, back.b].map((value) => Number(value.toFixed(12)))).toEqual([1.2, -0.8, 0.3]);
  const turned = intoNetwork({ w1: 0, w2: 2, b: -140 }, standardised, line);
  // Level at an attendance of 70, the mean: no weight for the hours, no bias.
  expect([turned.w1, turned.w2, turned.b].map((value) => Number(value.toFixed(12)))).toEqual([
    0,
    Number(Math.sqrt(1.44 + 0.64).toFixed(12)),
    0,
  ]);
});

test('inputs that go in as they are leave a line as it is', () => {
  expect(overPlane(line, plain)).toEqual(line);
  const { w1, w2, b } = intoNetwork(line, plain, line);
  expect([w1, w2, b].map((value) => Number(value.toPrecision(6)))).toEqual([1.2, -0.8, 0.3]);
});

test('one linear unit draws y = wx + b, over x before it is standardised', () => {
  const weights = { kernel: Float32Array.of(6), bias: Float32Array.of(2) };
  const alone = { names: ['x'], means: Float64Array.of(5), deviations: Float64Array.of(3) };
  const graph = graphOf(weights, alone);
  if (!graph) throw new Error('One input and one unit should draw a line.');
  // At the mean the bias alone, one deviation further a whole weight more.
  expect(sumAt(graph, [5, 2])).toBeCloseTo(0, 12);
  expect(sumAt(graph, [8, 8])).toBeCloseTo(0, 12);
  expect(weightsOf(graph, alone).map((value) => Number(value.toFixed(12)))).toEqual([6, 2]);
});

test('a unit with two inputs, or without a bias, draws no line over x', () => {
  expect(graphOf({ kernel: Float32Array.of(1, 2), bias: Float32Array.of(0) }, plain)).toBeNull();
  expect(graphOf({ kernel: Float32Array.of(1), bias: new Float32Array(0) }, plain)).toBeNull();
});

test('two handles set slope and height, unless they stand over each other', () => {
  const through = graphThrough(0.05);
  const handles = [
    [-1, 0],
    [1, 3],
  ] as const;
  expect(through(handles)).toEqual({ w1: 1.5, w2: -1, b: 1.5 });
  expect(through([handles[0], [-0.97, 3]])).toBeNull();
});
