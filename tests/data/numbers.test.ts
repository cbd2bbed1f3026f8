import { expect, test } from 'vitest';
import { classCount, type DataSpec, dataSet, targetOf } from '../../src/data/data.ts';
import { sets } from '../../src/data/sets/index.ts';
import { byId, NAMES, spec } from './specs.ts';

const rowsOf = (data: DataSpec) =>
  [...byId(data).values()].map(([first = 0, second = 0, answer = 0]) => [first, second, answer] as const);

/** What the definitions say their answers are without noise. */
const FORMULA = {
  three: (x: number) => 2 * x,
  line: (x: number) => 0.7 * x + 0.2,
  sine: (x: number) => Math.sin(x),
  plane: (first: number, second: number) => 0.6 * first - 0.4 * second + 0.1,
  grades: (hours: number, attendance: number) => 10 + 4.5 * hours + 0.45 * attendance,
} as const;
const NUMBERS = ['three', 'line', 'sine', 'plane', 'grades'] as const;

test('numbers are learned of the three points, the line, the sine, the plane and the scores; of all others classes', () => {
  expect(NAMES.filter((name) => targetOf(spec(name)).kind === 'number')).toEqual(NUMBERS);
  expect(NUMBERS.map((name) => classCount(targetOf(spec(name))))).toEqual([0, 0, 0, 0, 0]);
});

test.each(NUMBERS)('%s: without noise every answer is what its formula says', (name) => {
  const rows = rowsOf(spec(name, { noise: 0, points: 1000 }));
  expect(rows).toHaveLength(sets[name].exact ?? 1000);
  for (const [first, second, answer] of rows) {
    expect(answer).toBeCloseTo(Math.min(100, FORMULA[name](first, second)), 10);
  }
});

test.each(NUMBERS)(
  '%s: the noise is on the answer, normal, with the standard deviation asked for',
  (name) => {
    const noise = name === 'grades' ? 8 : 0.2;
    const off = rowsOf(spec(name, { noise, points: 1000 }))
      .map(([first, second, answer]) => ({ clean: FORMULA[name](first, second), answer }))
      // Scores stop at 100: of those well below, noise takes nearly none there.
      .filter(({ clean }) => name !== 'grades' || clean < 100 - 3 * noise)
      .map(({ clean, answer }) => (answer - clean) / noise);
    const share = (within: number) => off.filter((one) => Math.abs(one) < within).length / off.length;
    const mean = off.reduce((sum, one) => sum + one, 0) / off.length;
    expect(off.length).toBeGreaterThan(500);
    // A normal distribution: mean 0, 68.27 % within one standard deviation, 95.45 % within two; four standard errors.
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(off.length));
    expect(Math.abs(share(1) - 0.6827)).toBeLessThan(4 * Math.sqrt((0.6827 * 0.3173) / off.length));
    expect(Math.abs(share(2) - 0.9545)).toBeLessThan(4 * Math.sqrt((0.9545 * 0.0455) / off.length));
  },
);

test.each(['line', 'sine'] as const)('%s: the plane is x against y, so a place holds its answer', (name) => {
  const { places, answers, rows } = dataSet(spec(name));
  for (let row = 0; row < rows; row++) expect(places[2 * row + 1]).toBe(answers[row]);
});

test.each(['line', 'sine'] as const)(
  '%s: a point moved or added by hand has its height as answer',
  (name) => {
    const points = byId(
      spec(name, {
        points: 10,
        changes: [
          { op: 'move', id: 3, x: [0.5, -0.25] },
          { op: 'add', x: [1, 0.75], answer: 0 },
        ],
      }),
    );
    expect([points.get(3), points.get(10)]).toEqual([
      [0.5, -0.25, -0.25],
      [1, 0.75, 0.75],
    ]);
  },
);

test('a point of the plane moved by hand keeps its answer, an added one has the number it was given', () => {
  const before = byId(spec('plane'));
  const after = byId(
    spec('plane', {
      changes: [
        { op: 'move', id: 3, x: [0.5, -0.25] },
        { op: 'add', x: [1, 1], answer: 0.3 },
      ],
    }),
  );
  expect(after.get(3)).toEqual([0.5, -0.25, before.get(3)?.[2]]);
  expect(after.get(sets.plane.preset.points)).toEqual([1, 1, 0.3]);
});

test('the three points are in their own order, and y = wx misses them by (w − 2)² in the mean', () => {
  const rows = rowsOf(spec('three', { seed: 7 }));
  expect(rows.map(([x, y]) => [x, y])).toEqual([
    [0.2, 0.4],
    [1, 2],
    [1.4, 2.8],
  ]);
  for (const w of [-1, 0, 1, 2, 3.5]) {
    const squares = rows.map(([x, y]) => (w * x - y) ** 2);
    expect(squares.reduce((sum, square) => sum + square, 0) / 3).toBeCloseTo((w - 2) ** 2, 12);
  }
});

test('the sine has one point in each of equal stretches from −3 to 3', () => {
  const stretches = rowsOf(spec('sine', { points: 60 })).map(([x]) => Math.floor((x + 3) / 0.1));
  expect(stretches.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index));
});

test('invented students study 0 to 10 hours, attend 40 to 100 per cent and score 0 to 100', () => {
  const rows = rowsOf(spec('grades', { points: 1000, noise: 20 }));
  for (const [hours, attendance, score] of rows) {
    expect(hours >= 0 && hours < 10 && attendance >= 40 && attendance < 100).toBe(true);
    expect(score >= 0 && score <= 100).toBe(true);
  }
  expect(rows.filter(([, , score]) => score === 100).length).toBeGreaterThan(10);
});

test('of the same students pass is a score of 60 or more, and A, B and C part at 80 and 60', () => {
  for (const seed of [1, 2, 3]) {
    const asked = (target: string) => byId(spec('grades', { points: 500, noise: 12, seed, target }));
    const [scores, passes, grades] = [asked('score'), asked('pass'), asked('grade')];
    for (const [id, [hours, attendance, score = 0]] of scores) {
      expect(passes.get(id)).toEqual([hours, attendance, score >= 60 ? 1 : 0]);
      expect(grades.get(id)).toEqual([hours, attendance, score >= 80 ? 0 : score >= 60 ? 1 : 2]);
    }
    const told = new Set([...grades.values()].map(([, , grade]) => grade));
    expect([...told].sort((a = 0, b = 0) => a - b)).toEqual([0, 1, 2]);
  }
});

test('targets of a set have names of their own, and classes that are named are named each', () => {
  for (const name of NAMES) {
    const { targets } = sets[name];
    expect(new Set(targets.map((choice) => choice.name)).size).toBe(targets.length);
    const unnamed = targets.filter(
      ({ target }) => target.kind === 'classes' && (target.names?.length ?? target.count) !== target.count,
    );
    expect(unnamed).toEqual([]);
  }
  const grades = sets.grades.targets.map(({ name, target }) => [name, classCount(target)]);
  expect(grades).toEqual([
    ['score', 0],
    ['pass', 2],
    ['grade', 3],
  ]);
});

test('a target that is not named is the first', () => {
  expect(targetOf(spec('grades'))).toEqual(sets.grades.targets[0].target);
  expect(dataSet(spec('grades', { target: 'pass' })).target).toEqual(sets.grades.targets[1]?.target);
});

test.each(NUMBERS)('%s: what colours and axes cover holds nearly all answers of the preset', (name) => {
  const { answers, target, rows } = dataSet(spec(name, { points: 1000 }));
  const [low, high] = target.kind === 'number' ? [target.low, target.high] : [0, 0];
  const inside = answers.filter((answer) => answer >= low && answer <= high).length;
  expect(inside / rows).toBeGreaterThan(0.99);
});
