import { expect, test } from 'vitest';
import { hands } from '../../src/data/pictures/drawing/hands/index.ts';

const every = hands.flatMap((of, digit) => of.map((hand, at) => ({ digit, at, ...hand })));

test('there are hands for ten digits, and several for each', () => {
  expect(hands.length).toBe(10);
  expect(Math.min(...hands.map((of) => of.length))).toBeGreaterThanOrEqual(2);
});

test.each(hands.map((of, digit) => ({ digit, of })))(
  'of a hundred writers of $digit, each has a hand',
  ({ of }) => {
    expect(of.reduce((sum, { often }) => sum + often, 0)).toBe(100);
  },
);

test.each(every)(
  'the forms of hand $at of digit $digit have the same strokes, point by point',
  ({ forms }) => {
    const shape = forms.map((strokes) => strokes.map(({ corners }) => corners));
    for (const other of shape) expect(other).toEqual(shape[0]);
  },
);

test.each(every)('hand $at of digit $digit is about a hundred high, from 0 down', ({ forms }) => {
  for (const strokes of forms) {
    const numbers = strokes.flatMap(({ points }) => [...points]);
    expect(numbers.every(Number.isFinite)).toBe(true);
    // What the pen has room for.
    for (const { corners } of strokes) expect(corners.length).toBeLessThanOrEqual(32);
    const ys = numbers.filter((_, at) => at % 2 === 1);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(105);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(50);
  }
});
