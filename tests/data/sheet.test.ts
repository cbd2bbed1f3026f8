import { expect, test } from 'vitest';
import { emptySheet, framedPixels, pixelsOf, sheetWith, shifted, stroked } from '../../src/data/sheet.ts';
import { uniform } from '../../src/engine/random.ts';

const SIDE = 28;
const sum = (pixels: ArrayLike<number>): number => Array.from(pixels).reduce((all, one) => all + one, 0);

/** The centre of mass in pixels from the upper left corner, and the rows and columns with ink. */
const massOf = (pixels: Float32Array, side = SIDE) => {
  const all = Array.from(pixels, (ink, at) => ({ ink, row: Math.floor(at / side), column: at % side }));
  const inked = all.filter(({ ink }) => ink > 0);
  const mean = (of: (one: (typeof all)[number]) => number) =>
    inked.reduce((total, one) => total + one.ink * of(one), 0) / sum(pixels);
  const rows = inked.map(({ row }) => row);
  const columns = inked.map(({ column }) => column);
  return {
    row: mean(({ row }) => row + 0.5),
    column: mean(({ column }) => column + 0.5),
    tall: Math.max(...rows) - Math.min(...rows) + 1,
    wide: Math.max(...columns) - Math.min(...columns) + 1,
  };
};

const noise = (count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, at) => uniform(7, 'noise', 0, 0, at));

test.each([
  [28, 28],
  [8, 8],
  [9, 5],
])('a picture of %i × %i laid on a sheet is seen as it is', (height, width) => {
  const picture = noise(height * width);
  const seen = pixelsOf(sheetWith(picture, height, width));
  for (const [at, pixel] of picture.entries()) expect(seen[at]).toBeCloseTo(pixel, 6);
});

test('a line has the ink of a stadium: its length times the pen, and a whole disc at its ends', () => {
  const [pen, length] = [3, 20];
  const line = stroked(emptySheet(SIDE, SIDE), { row: 14, column: 4 }, { row: 14, column: 24 }, pen, 'draw');
  const area = length * pen + Math.PI * (pen / 2) ** 2;
  expect(sum(pixelsOf(line)) / area).toBeGreaterThan(0.98);
  expect(sum(pixelsOf(line)) / area).toBeLessThan(1.02);
  // A slanted one of the same length as much.
  const [down, across] = [0.6 * length, 0.8 * length];
  const slanted = stroked(
    emptySheet(SIDE, SIDE),
    { row: 5, column: 5 },
    { row: 5 + down, column: 5 + across },
    pen,
    'draw',
  );
  expect(sum(pixelsOf(slanted)) / area).toBeGreaterThan(0.98);
  expect(sum(pixelsOf(slanted)) / area).toBeLessThan(1.02);
});

test('a dot lies where the pen was put, and drawing over ink does not make it darker', () => {
  const spot = { row: 10.5, column: 20.5 };
  const once = stroked(emptySheet(SIDE, SIDE), spot, spot, 3, 'draw');
  const { row, column } = massOf(pixelsOf(once));
  expect(row).toBeCloseTo(10.5, 5);
  expect(column).toBeCloseTo(20.5, 5);
  expect(stroked(once, spot, spot, 3, 'draw').cells).toEqual(once.cells);
});

test('what is erased with a wider pen is gone, and the rest stays', () => {
  const [left, right] = [
    { row: 14, column: 4 },
    { row: 14, column: 24 },
  ];
  const line = stroked(emptySheet(SIDE, SIDE), left, right, 3, 'draw');
  expect(sum(pixelsOf(stroked(line, left, right, 6, 'erase')))).toBe(0);
  const half = pixelsOf(stroked(line, left, { row: 14, column: 12 }, 6, 'erase'));
  expect(half[14 * SIDE + 8]).toBe(0);
  expect(half[14 * SIDE + 20]).toBe(pixelsOf(line)[14 * SIDE + 20]);
});

test('shifting moves every pixel, and back again nothing is lost, not even over the edge', () => {
  const picture = noise(SIDE * SIDE);
  const sheet = sheetWith(picture, SIDE, SIDE);
  const moved = pixelsOf(shifted(sheet, 2, -3));
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const from = row < 2 || column + 3 >= SIDE ? 0 : (picture[(row - 2) * SIDE + column + 3] ?? 0);
      expect(moved[row * SIDE + column]).toBeCloseTo(from, 6);
    }
  }
  expect(pixelsOf(shifted(shifted(sheet, 13, 13), -13, -13))).toEqual(pixelsOf(sheet));
  expect(shifted(sheet, 99, -99)).toMatchObject({ down: 14, across: -14 });
});

test('a pen on a shifted sheet draws where it is seen', () => {
  const spot = { row: 3.5, column: 5.5 };
  const sheet = stroked(shifted(emptySheet(SIDE, SIDE), 6, 9), spot, spot, 3, 'draw');
  const { row, column } = massOf(pixelsOf(sheet));
  expect(row).toBeCloseTo(3.5, 5);
  expect(column).toBeCloseTo(5.5, 5);
});

test('in MNIST’s frame a small digit in a corner fits 20 × 20 with its centre of mass in the middle', () => {
  // A 1 with a foot: 8 pixels high in the upper left corner.
  const stem = stroked(emptySheet(SIDE, SIDE), { row: 3, column: 4 }, { row: 9, column: 4 }, 2, 'draw');
  const drawn = stroked(stem, { row: 9, column: 2 }, { row: 9, column: 6 }, 2, 'draw');
  const framed = massOf(framedPixels(drawn));
  expect(framed.tall).toBe(20);
  // It is moved by whole pixels, and comes to lie within the pixel (14, 14), as those of MNIST do.
  expect([Math.floor(framed.row), Math.floor(framed.column)]).toEqual([14, 14]);
  // A sheet shifted afterwards goes in shifted: the frame would hide it otherwise.
  const further = massOf(framedPixels(shifted(drawn, 3, -2)));
  expect(further.row - framed.row).toBeCloseTo(3, 4);
  expect(further.column - framed.column).toBeCloseTo(-2, 4);
});

test('an empty sheet stays empty in the frame', () => {
  expect(sum(framedPixels(emptySheet(SIDE, SIDE)))).toBe(0);
});
