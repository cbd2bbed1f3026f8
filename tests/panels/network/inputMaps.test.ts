import { expect, test } from 'vitest';
import { dataSet } from '../../../src/data/data.ts';
import { inputsOf } from '../../../src/data/inputs.ts';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { chooseSet, setFeature, setStandardize } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { inputMaps } from '../../../src/panels/network/inputMaps.ts';

const mapsOf = (...moves: readonly ((design: Design) => Patch)[]) => {
  const { data } = moves.reduce((design: Design, move) => apply(design, move(design)), opening);
  const set = dataSet(data);
  const inputs = inputsOf(data, set, set.rows);
  return { inputs, region: set.region, maps: inputMaps(data, inputs, set.region) };
};

test('x₁ grows to the right, x₂ upward, and their full colours lie at the edge of the plane', () => {
  const { maps, region } = mapsOf();
  const [first, second] = maps;
  expect(maps).toHaveLength(2);
  expect(first?.range).toEqual({ middle: 0, low: -region[1], high: region[1] });
  const { size, values } = first?.map ?? { size: 0, values: [] };
  const half = (region[1] - region[0]) / size / 2;
  expect(values[0]).toBeCloseTo(region[0] + half, 6);
  expect(values[size - 1]).toBeCloseTo(region[1] - half, 6);
  expect(second?.map.values[0]).toBeCloseTo(region[3] - half, 6);
  expect(second?.map.values.at(-1)).toBeCloseTo(region[2] + half, 6);
});

test('an input made by hand is at each place what its name says of the other two', () => {
  const { maps } = mapsOf(
    (design) => setFeature(design, 'x1_x2', true),
    (design) => setFeature(design, 'x2_squared', true),
  );
  const [first, second, squared, product] = maps.map(({ map }) => map.values);
  for (const cell of [0, 25, 300, 575]) {
    const [x1, x2] = [first?.[cell] ?? Number.NaN, second?.[cell] ?? Number.NaN];
    expect(squared?.[cell]).toBeCloseTo(x2 * x2, 5);
    expect(product?.[cell]).toBeCloseTo(x1 * x2, 5);
  }
});

test('a standardised input is white at its mean', () => {
  const plain = mapsOf((design) => chooseSet(design, 'moons'));
  const { inputs, maps } = mapsOf(
    (design) => chooseSet(design, 'moons'),
    (design) => setStandardize(design, true),
  );
  const before = plain.maps[0]?.map.values[100] ?? Number.NaN;
  const expected = (before - (inputs.means[0] ?? 0)) / (inputs.deviations[0] ?? 1);
  expect(maps[0]?.map.values[100]).toBeCloseTo(expected, 5);
  expect(maps[0]?.range.middle).toBe(0);
});

test('one input is one row of values along x', () => {
  const { maps, region } = mapsOf((design) => chooseSet(design, 'sine'));
  const [only] = maps;
  expect(maps).toHaveLength(1);
  expect(only?.map.rows).toBe(1);
  expect(only?.map.values).toHaveLength(only?.map.size ?? 0);
  expect(only?.map.values[0]).toBeGreaterThan(region[0]);
  expect(only?.range.high).toBeCloseTo(region[1], 6);
});
