import { expect, test } from 'vitest';
import { refuseNumber } from '../../src/engine/fields.ts';
import {
  classCount,
  type DataSpec,
  dataSet,
  type PointChange,
  rowsOf,
  trainingRows,
} from '../../src/data/data.ts';
import { sets } from '../../src/data/sets/index.ts';
import { byId, NAMES, spec } from './specs.ts';

/** Kinds of data whose rows are dealt out to the classes in turn. */
const CLASSES = NAMES.filter((name) => sets[name].targets[0].target.kind === 'classes');

const noisyGate = (change: Partial<DataSpec> = {}) => spec('gate', { noise: 0.1, ...change });

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(((a[0] ?? 0) - (b[0] ?? 0)) ** 2 + ((a[1] ?? 0) - (b[1] ?? 0)) ** 2);

test.each(NAMES)('the definition under %s has that name', (name) => {
  expect(sets[name].name).toBe(name);
});

test.each(NAMES)('%s: the preset is within its own fields, and both start there', (name) => {
  const { noise, points, preset } = sets[name];
  expect(preset).toMatchObject({ noise: noise.initial, points: points.initial });
  expect([refuseNumber(noise, preset.noise), refuseNumber(points, preset.points)]).toEqual([null, null]);
  expect([points.min, points.max]).toEqual([4, 1000]);
});

test.each(CLASSES)('%s: the region drawn is a square', (name) => {
  const [left, right, bottom, top] = sets[name].region;
  expect(right - left).toBeCloseTo(top - bottom, 12);
});

test('an exact gate is its truth table, in its order', () => {
  const data = dataSet(spec('gate'));
  expect([...data.ids]).toEqual([0, 1, 2, 3]);
  expect([...data.places]).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
  expect([...data.answers]).toEqual([0, 1, 1, 0]);
});

test.each(CLASSES)(
  '%s: every size asked for gives that many points, the classes even to one point a cluster',
  (name) => {
    for (const points of [4, 5, 7, 200, 1000]) {
      const noise = Math.max(0.1, sets[name].preset.noise);
      const data = dataSet(spec(name, { points, noise }));
      expect([data.rows, data.ids.length, data.places.length, data.answers.length]).toEqual([
        points,
        points,
        2 * points,
        points,
      ]);
      const counts = Array.from(
        { length: classCount(data.target) },
        (_, label) => data.answers.filter((a) => a === label).length,
      );
      // XOR's classes are two corners each, so they may differ by one point a corner.
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(name === 'gate' ? 2 : 1);
      expect(data.places.every(Number.isFinite)).toBe(true);
    }
  },
);

test.each(NAMES)('%s: the same spec gives the same bits, another seed other points', (name) => {
  const noise = Math.max(0.1, sets[name].preset.noise);
  const data = dataSet(spec(name, { noise }));
  expect(dataSet(spec(name, { noise }))).toEqual(data);
  expect(dataSet(spec(name, { noise, seed: 2 })).places).not.toEqual(data.places);
});

test.each(NAMES)('%s: nearly all points of the preset lie in the region drawn', (name) => {
  const { places, region, rows } = dataSet(spec(name));
  const [left, right, bottom, top] = region;
  let inside = 0;
  for (let row = 0; row < rows; row++) {
    const first = places[2 * row] ?? Number.NaN;
    const second = places[2 * row + 1] ?? Number.NaN;
    if (first > left && first < right && second > bottom && second < top) inside++;
  }
  expect(inside / rows).toBeGreaterThan(0.99);
});

test('a noisy gate scatters about its corners with the standard deviation asked for', () => {
  const { places } = dataSet(noisyGate({ points: 1000, noise: 0.2 }));
  const offsets = [...places].map((x) => x - (x > 0.5 ? 1 : 0));
  const inner = offsets.filter((offset) => Math.abs(offset) < 0.2).length / offsets.length;
  // 68.27 % of a normal distribution lie within one standard deviation; 2,000 draws stray by about 1 %. A few points
  // cross over to the other corner and count there.
  expect(inner).toBeGreaterThan(0.64);
  expect(inner).toBeLessThan(0.72);
});

test('without noise the disc and the ring of the circle stand apart', () => {
  for (const [first = 0, second = 0, answer] of byId(spec('circle', { noise: 0, points: 1000 })).values()) {
    const radius = distance([first, second], [0, 0]);
    const [inner, outer] = answer === 1 ? [0, 0.5] : [0.8, 1.1];
    expect(radius).toBeGreaterThanOrEqual(inner - 1e-12);
    expect(radius).toBeLessThanOrEqual(outer + 1e-12);
  }
});

test('without noise the moons are half circles of radius 1 around (0, 0) and (1, 0.5)', () => {
  for (const [first = 0, second = 0, answer] of byId(spec('moons', { noise: 0 })).values()) {
    const centre = answer === 0 ? [0, 0] : [1, 0.5];
    expect(distance([first, second], centre)).toBeCloseTo(1, 12);
    expect(answer === 0 ? second >= 0 : second <= 0.5).toBe(true);
  }
});

test('without noise the second arm of the spiral faces the first across the middle', () => {
  const points = [...byId(spec('spiral', { noise: 0, points: 1000 })).values()];
  const arm = (answer: number) =>
    points.filter((point) => point[2] === answer).map(([x = 0, y = 0]) => [x, y]);
  for (const [x = 0, y = 0] of arm(1)) {
    const nearest = Math.min(...arm(0).map((other) => distance(other, [-x, -y])));
    // 500 points along an arm of length about 4.9 leave gaps of 0.02 at most.
    expect(nearest).toBeLessThan(0.03);
  }
});

test('three blobs lie about the corners of an equilateral triangle', () => {
  const points = [...byId(spec('blobs', { points: 999, noise: 0.1 })).values()];
  const centres = [0, 1, 2].map((label) => {
    const own = points.filter((point) => point[2] === label);
    return [0, 1].map((axis) => own.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / own.length);
  });
  const sides = [
    distance(centres[0]!, centres[1]!),
    distance(centres[1]!, centres[2]!),
    distance(centres[2]!, centres[0]!),
  ];
  for (const side of sides) expect(side).toBeCloseTo(1.2 * Math.sqrt(3), 1);
});

test('rows come shuffled, so that the last part is no class of its own', () => {
  const { ids, answers, rows } = dataSet(spec('circle'));
  expect([...ids]).not.toEqual([...ids].sort((a, b) => a - b));
  expect([...ids].sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, id) => id));
  const share = answers.slice(160).filter((answer) => answer === 1).length / 40;
  expect(share).toBeGreaterThan(0.25);
  expect(share).toBeLessThan(0.75);
});

test('hand changes are made by id and leave the other rows as they were', () => {
  const before = noisyGate();
  const changes: PointChange[] = [
    { op: 'move', id: 5, x: [0.3, 0.7] },
    { op: 'add', x: [0.2, 0.9], answer: 1 },
    { op: 'remove', id: 7 },
    { op: 'add', x: [2, 2], answer: 0 },
    { op: 'move', id: 160, x: [0.25, 0.8] },
    { op: 'remove', id: 161 },
    { op: 'move', id: 7, x: [9, 9] },
  ];
  const after = { ...before, changes };
  const expected = new Map(byId(before)).set(160, [0.25, 0.8, 1]);
  expected.set(5, [0.3, 0.7, expected.get(5)?.[2]]);
  expected.delete(7);
  expect(byId(after)).toEqual(expected);
  expect(rowsOf(after)).toBe(160);
  const order = [...dataSet(after).ids];
  expect(order).toEqual([160, ...[...dataSet(before).ids].filter((id) => id !== 7)]);
});

test('the points of an exact gate can be changed too, in table order', () => {
  const data = dataSet(
    spec('gate', {
      changes: [
        { op: 'add', x: [0.5, 0.5], answer: 1 },
        { op: 'remove', id: 2 },
      ],
    }),
  );
  expect([...data.ids]).toEqual([0, 1, 3, 4]);
  expect([...data.places]).toEqual([0, 0, 0, 1, 1, 1, 0.5, 0.5]);
});

test('the last point cannot be removed, and the rows counted are the rows there are', () => {
  const changes = [0, 0, 1, 2, 3, 8, 1].map((id): PointChange => ({ op: 'remove', id }));
  const data = spec('gate', { changes });
  expect(dataSet(data).rows).toBe(1);
  expect(rowsOf(data)).toBe(1);
});

test('training takes the first part by Keras’s rule, an exact gate all of it', () => {
  // Keras 3, train_validation_split: int(math.floor(batch_dim * (1.0 - validation_split))).
  expect(trainingRows(spec('circle'), 0.2)).toBe(160);
  expect(trainingRows(spec('circle', { points: 7 }), 0.5)).toBe(3);
  expect(trainingRows(noisyGate(), 0.2)).toBe(128);
  expect(trainingRows(spec('circle'), 0)).toBe(200);
  expect(trainingRows(spec('gate'), 0.2)).toBe(4);
  expect(trainingRows(spec('three'), 0.2)).toBe(3);
  expect(trainingRows(spec('three', { noise: 0.1 }), 0.2)).toBe(24);
});
