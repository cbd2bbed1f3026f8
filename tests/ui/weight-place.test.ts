import { expect, test } from 'vitest';
import { type ErrorRow, fitted, gapOf, lineOf, squaresOn } from '../../src/ui/charts/errorPlace.ts';
import { rectOf, settle } from '../../src/ui/charts/spots.ts';
import { arrowAt, tangentOf, weightScale } from '../../src/ui/charts/weightPlace.ts';

/** A drawing of 548 × 430 px: w from −0.6 to 4.6, the loss from 0 to 6.5, ticks of 11 px. */
const scale = weightScale({ width: 548, height: 430 }, [-0.6, 4.6], [0, 6.5], 11);

test('the scale has its corners where the drawing ends, and finds its way back', () => {
  const { left, right, top, axis, x, y } = scale;
  expect([x(-0.6), x(4.6), y(0), y(6.5)]).toEqual([left, right, axis, top]);
  for (const weight of [-0.5, 0, 1.25, 4]) expect(x.invert(x(weight))).toBeCloseTo(weight, 12);
});

test('a tangent passes through the ball with its slope, and stays in the drawing', () => {
  const { left, right, top, axis, x, y } = scale;
  for (const w of [-0.6, 0, 1, 1.9, 2, 2.5, 3, 4, 4.6]) {
    const [loss, slope] = [(w - 2) ** 2, 2 * (w - 2)];
    const [from, to] = tangentOf([w, loss], slope, scale);
    for (const [px, py] of [from, to]) {
      expect(px).toBeGreaterThanOrEqual(left - 1e-9);
      expect(px).toBeLessThanOrEqual(right + 1e-9);
      expect(py).toBeGreaterThanOrEqual(Math.min(top, y(loss)) - 1e-9);
      expect(py).toBeLessThanOrEqual(axis + 1e-9);
      // In the units of the axes: loss + slope × distance.
      expect(y.invert(py)).toBeCloseTo(loss + slope * (x.invert(px) - w), 9);
    }
    expect(from[0]).toBeLessThanOrEqual(to[0]);
  }
});

test('the arrow keeps clear of the ring of the next place: above it at the bottom, below it where there is room', () => {
  const { axis, y } = scale;
  const clear = (loss: number) => Math.abs(arrowAt([1, loss], scale) - y(loss));
  for (const loss of [0, 0.1, 0.25, 0.4, 0.6, 1, 3]) expect(clear(loss)).toBeGreaterThanOrEqual(18);
  for (const loss of [0, 0.25, 1, 3]) expect(arrowAt([1, loss], scale)).toBeLessThan(axis);
  expect(arrowAt(null, scale)).toBe(arrowAt([1, 5], scale));
});

const rows = (w: number): readonly ErrorRow[] =>
  [0.2, 1, 1.4].map((x) => ({ x, answer: 2 * x, prediction: w * x }));

test('a square is as wide as its gap is high, and all squares lie in the drawing', () => {
  const across = [0, 2.3] as const;
  for (const w of [0, 0.5, 1, 1.9, 2, 3, 4]) {
    const size = weightScale({ width: 480, height: 430 }, across, [0, 5.2], 11);
    const up = fitted(rows(w), [0, 5.2], across, [480 - size.left, size.axis - size.top]);
    const place = weightScale({ width: 480, height: 430 }, across, up, 11);
    const gaps = rows(w).map((row) => gapOf(row, place));
    const squares = squaresOn(gaps, 480, w > 0.3);
    squares.forEach(([left, top, right, bottom], at) => {
      const gap = gaps[at]!;
      expect(right - left).toBeCloseTo(Math.abs(gap.answer - gap.prediction), 9);
      expect(bottom - top).toBeCloseTo(right - left, 9);
      expect([left, right].some((edge) => Math.abs(edge - gap.x) < 1e-9)).toBe(true);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(480 + 1);
    });
  }
});

test('at w = 0 the squares do not lie on one another: right, left, right', () => {
  const place = weightScale({ width: 480, height: 430 }, [0, 2.3], [0, 6.4], 11);
  const squares = squaresOn(
    rows(0).map((row) => gapOf(row, place)),
    480,
    false,
  );
  for (const [at, [, , right]] of squares.slice(0, -1).entries())
    expect(right).toBeLessThanOrEqual(squares[at + 1]![0] + 2);
});

test('the line y = wx begins at the origin and ends where the drawing does', () => {
  expect(lineOf(2, 1.5, [0, 6])).toEqual([
    [0, 0],
    [1.5, 3],
  ]);
  expect(lineOf(6, 1.5, [0, 6])[1]).toEqual([1, 6]);
  expect(lineOf(-2, 1.5, [-1, 6])[1]).toEqual([0.5, -1]);
  expect(lineOf(0, 1.5, [0, 6])[1]).toEqual([1.5, 0]);
});

test('words take the first spot with nothing in the way', () => {
  const crowd = { bounds: [0, 0, 400, 200] as const, rects: [[100, 80, 200, 120] as const], points: [] };
  const right = { at: [120, 100] as const, anchor: 'start' as const };
  const above = { at: [120, 40] as const, anchor: 'start' as const };
  const outside = { at: [390, 40] as const, anchor: 'start' as const };
  expect(settle('now (0, 4)', 14, [right, outside, above], crowd)).toBe(above);
  expect(settle('now (0, 4)', 14, [right, outside], { ...crowd, rects: [] })).toBe(right);
  // Over something is better than outside of the drawing.
  expect(settle('now', 14, [outside, right], crowd)).toBe(right);
  const [from, , to] = rectOf('now', 14, { at: [100, 50], anchor: 'end' });
  expect(to).toBe(100);
  expect(from).toBeLessThan(100);
});
