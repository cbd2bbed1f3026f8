import { expect, test } from 'vitest';
import { type DataSpec, dataSet, type PointChange, trainingRows } from '../../src/data/data.ts';
import { featureNames } from '../../src/data/features.ts';
import {
  inputNames,
  inputsOf,
  inputWidth,
  isPlainInput,
  networkRows,
  writerOf,
} from '../../src/data/inputs.ts';
import golden from '../golden/standardize.json';
import { NAMES, spec } from './specs.ts';

const ALL: Partial<DataSpec> = { features: featureNames, standardize: true };

/** The places NumPy was given: the four points of an exact gate moved there, and the others added. */
const places = (golden.places as [number, number][]).map(
  (x, id): PointChange => (id < 4 ? { op: 'move', id, x } : { op: 'add', x, answer: 0 }),
);
const given = (change: Partial<DataSpec>) => spec('gate', { changes: places, ...change });

/** The network's rows of a spec, trained on as many as told, each as a list of numbers. */
const rows = (data: DataSpec, trained: number) => {
  const set = dataSet(data);
  const inputs = inputsOf(data, set, trained);
  const values = networkRows(data, set, inputs);
  const width = inputs.names.length;
  return Array.from({ length: set.rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
};

const expectClose = (found: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
  expect(found.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  expected.forEach((row, at) =>
    row.forEach((value, input) => {
      expect(Math.abs((found[at]?.[input] ?? Number.NaN) - value)).toBeLessThan(
        1e-12 * Math.max(1, Math.abs(value)),
      );
    }),
  );
};

test('squares, the product and sines are those of NumPy', () => {
  expectClose(rows(given({ features: featureNames }), golden.trained), golden.made);
});

test('standardised inputs are NumPy’s by the formula of scikit-learn’s StandardScaler', () => {
  const data = given(ALL);
  const { means, deviations } = inputsOf(data, dataSet(data), golden.trained);
  expectClose([[...means], [...deviations]], [golden.means, golden.deviations]);
  expectClose(rows(data, golden.trained), golden.standardized);
});

test.each(NAMES)(
  '%s: standardised, every input has mean 0 and standard deviation 1 where it is trained on',
  (name) => {
    const data = spec(name, { ...ALL, noise: Math.max(0.1, spec(name).noise) });
    const trained = trainingRows(data, 0.2);
    const training = rows(data, trained).slice(0, trained);
    for (let input = 0; input < inputWidth(data); input++) {
      const values = training.map((row) => row[input] ?? Number.NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / trained;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / trained;
      expect(Math.abs(mean)).toBeLessThan(1e-12);
      expect(Math.abs(variance - 1)).toBeLessThan(1e-12);
    }
  },
);

test('rows that are not trained on change no mean and no deviation', () => {
  const data = spec('plane', ALL);
  const set = dataSet(data);
  const trained = trainingRows(data, 0.2);
  const last = set.ids[set.rows - 1] ?? 0;
  const moved = spec('plane', { ...ALL, changes: [{ op: 'move', id: last, x: [50, -50] }] });
  expect(inputsOf(moved, dataSet(moved), trained)).toEqual(inputsOf(data, set, trained));
  expect(rows(moved, trained).at(-1)).not.toEqual(rows(data, trained).at(-1));
});

test('an input that is the same in every row is only shifted, however its mean is rounded', () => {
  // Six times 0.1 adds up to a mean of 0.09999999999999999.
  const changes = Array.from({ length: 6 }, (_, id): PointChange => {
    const x = [0.1, id] as const;
    return id < 4 ? { op: 'move', id, x } : { op: 'add', x, answer: 0 };
  });
  const data = spec('gate', { changes, standardize: true });
  const inputs = inputsOf(data, dataSet(data), 6);
  expect(inputs.deviations[0]).toBe(1);
  for (const [first = 1] of rows(data, 6)) expect(Math.abs(first)).toBeLessThan(1e-15);
  const elsewhere = [0, 0];
  writerOf(data, inputs)(0.6, 0, elsewhere, 0);
  expect(elsewhere[0]).toBeCloseTo(0.5, 12);
});

test('one row to train on gives 0 for every input', () => {
  expect(rows(spec('moons', ALL), 1)[0]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('without standardising x₁ and x₂ go in bit for bit', () => {
  const data = spec('spiral');
  expect(rows(data, 100).flat()).toEqual([...dataSet(data).places]);
});

test('a place of the plane is written as the rows are', () => {
  for (const name of NAMES) {
    const data = spec(name, ALL);
    const set = dataSet(data);
    const inputs = inputsOf(data, set, 3);
    const write = writerOf(data, inputs);
    const written = Array.from({ length: set.rows }, (_, row) => {
      const into = Array.from({ length: inputs.names.length }, () => 0);
      write(set.places[2 * row] ?? 0, set.places[2 * row + 1] ?? 0, into, 0);
      return into;
    });
    expect(written).toEqual(rows(data, 3));
  }
});

test('inputs are named in the order of the features, whatever the order of the document', () => {
  const features = ['sin_x2', 'x1_x2', 'x1_squared'] as const;
  expect(inputNames(spec('moons', { features }))).toEqual(['x₁', 'x₂', 'x₁²', 'x₁x₂', 'sin x₂']);
  expect(inputWidth(spec('moons', { features }))).toBe(5);
});

test('where there is one input, only what can be made of it goes in', () => {
  expect(inputNames(spec('line', { features: featureNames }))).toEqual(['x', 'x²', 'sin x']);
  expect(inputWidth(spec('sine'))).toBe(1);
});

test('inputs are plain where x₁ and x₂ go in as they are, and nothing else', () => {
  expect(isPlainInput(spec('moons'))).toBe(true);
  expect(isPlainInput(spec('moons', { standardize: true }))).toBe(false);
  expect(isPlainInput(spec('moons', { features: ['x1_squared'] }))).toBe(false);
  expect(isPlainInput(spec('line'))).toBe(false);
});
