import { expect, test } from 'vitest';
import { featureNames } from '../../../src/data/features.ts';
import { inputNames } from '../../../src/data/inputs.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { placePerceptron } from '../../../src/panels/network/perceptronPlace.ts';

const NAMES = [
  ['x'],
  ...featureNames.map((_name, many) =>
    inputNames({ ...opening.data, features: featureNames.slice(0, many) }),
  ),
  inputNames({ ...opening.data, features: featureNames }),
];
const ROOMS = [336, 358, 380, 420, 566, 600, 640, 900];
const places = NAMES.flatMap((names) =>
  ROOMS.flatMap((room) =>
    [1, 1.2].map((scale) => ({ names, room, scale, place: placePerceptron(room, names, scale) })),
  ),
);

test('there are one to seven inputs to place', () => {
  expect(NAMES.map(({ length }) => length)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('with any inputs in any room, none touches another, a bracket, or the sum, and all lie in the drawing', () => {
  for (const { names, place } of places) {
    expect(place.inputs).toHaveLength(names.length);
    expect(place.weights).toHaveLength(names.length);
    place.inputs.forEach((input, index) => {
      const below = place.inputs[index + 1] ?? { y: Number.POSITIVE_INFINITY, r: 0 };
      expect(below.y - below.r).toBeGreaterThan(input.y + input.r);
      expect(input.x - input.width / 2).toBeGreaterThanOrEqual(0);
      expect(input.x + input.width / 2).toBeLessThan(place.sum.x - place.sum.r);
      expect(input.y - input.r).toBeGreaterThan(place.bracketTop + 7);
      expect(input.y + input.r).toBeLessThanOrEqual(place.height);
    });
  }
});

test('many weights stand one under the other on their own links, which bend only after them and before the sum', () => {
  for (const { names, place, scale } of places.filter((one) => one.names.length > 2)) {
    place.weights.forEach((weight, index) => {
      const input = place.inputs[index];
      if (!input) throw new Error(`No input of weight ${index + 1} of ${names.length}.`);
      expect(weight.x).toBeGreaterThan(input.x + input.width / 2);
      expect(weight.y).toBeLessThan(input.y);
    });
    expect(place.bend).toBeGreaterThanOrEqual((place.weights[0]?.x ?? 0) + 40 * scale);
    expect(place.bend).toBeLessThan(place.sum.x - place.sum.r);
  }
});

test('inputs of any number are spread evenly about the level of the sum', () => {
  for (const { place } of places) {
    const mean = place.inputs.reduce((sum, { y }) => sum + y, 0) / place.inputs.length;
    expect(mean).toBeCloseTo(place.sum.y, 6);
  }
});

test('the drawing of two inputs is the one of the opening screen', () => {
  const place = placePerceptron(640, ['x₁', 'x₂'], 1);
  expect(place.inputs).toEqual([
    { x: 44, y: 96, r: 26, width: 52 },
    { x: 44, y: 240, r: 26, width: 52 },
  ]);
  expect(place).toMatchObject({ height: 324, bend: null, sum: { x: 295, y: 168, r: 32 } });
});
