import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { centred } from '../../src/data/pictures/drawing/centred.ts';
import { drawing as draws } from '../../src/data/pictures/drawing/index.ts';
import { readFile } from '../../src/data/importing/index.ts';

const SIDE = 28;
const SIZE = SIDE * SIDE;

/** A paper of height × width pixels on which `inked` says how dark each is. */
const paper = (height: number, width: number, inked: (row: number, column: number) => number): Float32Array =>
  Float32Array.from({ length: height * width }, (_, i) => inked(Math.floor(i / width), i % width));

/** Where a picture's centre of mass lies, from its upper left corner, in pixels. */
const centreOf = (picture: ArrayLike<number>): readonly [down: number, across: number] => {
  let [mass, down, across] = [0, 0, 0];
  for (let i = 0; i < SIZE; i++) {
    mass += picture[i]!;
    down += picture[i]! * (Math.floor(i / SIDE) + 0.5);
    across += picture[i]! * ((i % SIDE) + 0.5);
  }
  return [down / mass, across / mass];
};

/** How many rows and columns hold ink, the paler ones left out. */
const sizeOf = (picture: ArrayLike<number>, least = 0): readonly [tall: number, wide: number] => {
  const inked = Array.from({ length: SIZE }, (_, i) => i).filter((i) => picture[i]! > least);
  const span = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers) + 1;
  return [span(inked.map((i) => Math.floor(i / SIDE))), span(inked.map((i) => i % SIDE))];
};

test('a bar of 40 × 10 becomes one of 20 × 5 in the middle, its edge rows half covered', () => {
  const bar = paper(60, 70, (row, column) => (row >= 3 && row < 13 && column >= 21 && column < 61 ? 1 : 0));
  const rows = [0.5, 1, 1, 1, 1, 0.5];
  const expected = paper(SIDE, SIDE, (row, column) =>
    column >= 4 && column < 24 ? (rows[row - 11] ?? 0) : 0,
  );
  expect([...centred(bar, 60, 70)]).toEqual([...expected]);
});

test('a small drawing is made larger, and grey stays grey', () => {
  const dot = paper(9, 9, (row, column) => (row === 2 && column === 7 ? 0.5 : 0));
  const expected = paper(SIDE, SIDE, (row, column) =>
    row >= 4 && row < 24 && column >= 4 && column < 24 ? 0.5 : 0,
  );
  expect([...centred(dot, 9, 9)]).toEqual([...expected]);
});

test('an empty drawing stays empty', () => {
  expect(centred(new Float32Array(20), 4, 5).every((value) => value === 0)).toBe(true);
});

/** A drawing of a few blots on a paper of 12 × 12. */
const drawings = fc
  .array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 })
  .map((blots) =>
    paper(12, 12, (row, column) =>
      Math.max(0, ...blots.map(([r, c, dark]) => (r === row && c === column ? dark / 4 : 0))),
    ),
  );

test('where on the paper it is drawn, and how large, makes no difference', () => {
  fc.assert(
    fc.property(drawings, fc.nat(9), fc.nat(9), (drawn, down, across) => {
      const once = centred(drawn, 12, 12);
      const moved = paper(25, 30, (row, column) => {
        const [r, c] = [row - down, column - across];
        return r >= 0 && c >= 0 && r < 12 && c < 12 ? drawn[r * 12 + c]! : 0;
      });
      const doubled = paper(24, 24, (row, column) => drawn[(row >> 1) * 12 + (column >> 1)]!);
      // Powers of two scale exactly; moved by whole pixels the same cells are covered but for rounding.
      expect([...centred(doubled, 24, 24)]).toEqual([...once]);
      const other = centred(moved, 25, 30);
      expect(Math.max(...once.map((value, i) => Math.abs(value - other[i]!)))).toBeLessThan(1e-6);
    }),
  );
});

test('what is centred lies within 0 and 1 and fits its box', () => {
  fc.assert(
    fc.property(drawings, (drawn) => {
      const picture = centred(drawn, 12, 12);
      expect(picture.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(Math.max(...sizeOf(picture, 1e-6))).toBeLessThanOrEqual(21);
    }),
  );
});

const COUNT = 300;

/** Does the centre of mass lie in the pixel of row 14 and column 14, counted from 0? */
const isMiddle = (picture: ArrayLike<number>): boolean =>
  centreOf(picture).every((at) => at > 14 - 1e-4 && at < 15 + 1e-4);

test('generated digits fit the box of 20 × 20, and their centre of mass lies in the middle', () => {
  const picture = new Float32Array(SIZE);
  const sizes = Array.from({ length: COUNT }, (_, index) => {
    draws.digits({}, 11, index, picture, 0);
    expect(isMiddle(picture)).toBe(true);
    return Math.max(...sizeOf(picture));
  });
  expect(Math.max(...sizes)).toBe(20);
  expect(sizes.filter((size) => size === 20).length).toBeGreaterThanOrEqual(0.98 * COUNT);
});

test('shifted digits are the same ones, by up to so many pixels elsewhere, each distance as often', () => {
  const [picture, shifted] = [new Float32Array(SIZE), new Float32Array(SIZE)];
  const ways = [-3, -2, -1, 0, 1, 2, 3];
  const counts = new Map(ways.map((way) => [way, 0]));
  for (let index = 0; index < COUNT; index++) {
    draws.digits({}, 11, index, picture, 0);
    // One whose ink was lost over the edge on its way to the middle may have more of it elsewhere.
    if (Math.max(...sizeOf(picture)) < 20) continue;
    draws.shifted_digits({ shift: 3 }, 11, index, shifted, 0);
    const at = (row: number, column: number): number =>
      row < 0 || column < 0 || row >= SIDE || column >= SIDE ? 0 : picture[row * SIDE + column]!;
    const found = ways.flatMap((down) =>
      ways
        .filter((across) => paper(SIDE, SIDE, (r, c) => at(r - down, c - across)).join() === shifted.join())
        .map((across) => [down, across]),
    );
    expect(found).toHaveLength(1);
    for (const way of found.flat()) counts.set(way, counts.get(way)! + 1);
  }
  // Each of 7 distances is met as often, but for the standard deviation of so many throws of a die of 7 sides.
  const throws = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const deviation = Math.sqrt(throws * (1 / 7) * (6 / 7));
  expect(throws).toBeGreaterThan(1.9 * COUNT);
  for (const count of counts.values()) expect(Math.abs(count - throws / 7)).toBeLessThan(4 * deviation);
});

const folder = new URL('../../../shared/data/mnist/', import.meta.url);

test.skipIf(!existsSync(folder))('real digits of MNIST lie in this very frame', async () => {
  const name = 't10k-images-idx3-ubyte.gz';
  const read = await readFile(Uint8Array.from(readFileSync(new URL(name, folder))), name);
  if (!('pixels' in read)) throw new Error('expected pictures');
  const all = Array.from({ length: 1000 }, (_, i) => read.pixels.subarray(i * SIZE, (i + 1) * SIZE));
  const boxed = all.filter((picture) => Math.max(...sizeOf(picture)) === 20);
  expect(all.filter(isMiddle).length).toBeGreaterThanOrEqual(990);
  expect(boxed.length).toBeGreaterThanOrEqual(990);
});
