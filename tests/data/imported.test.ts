import { expect, test } from 'vitest';
import { dataSet, type DataSpec } from '../../src/data/data.ts';
import { GATES } from '../../src/data/gates.ts';
import { type Imported, importedBy, makeKnown } from '../../src/data/imported.ts';
import { pictureAt, pictureRows } from '../../src/data/pictureRows.ts';

const SIZE = 28 * 28;
const same = (word: string) => ({ en: word, ko: word });

/** Pictures whose every pixel is their number, with the labels 0, 3, 6, 9, 2 … */
const files = (name: string, count: number): Imported => ({
  hash: name.padEnd(64, '0'),
  words: same(name),
  count,
  pixels: Uint8Array.from({ length: count * SIZE }, (_, at) => Math.floor(at / SIZE)),
  labels: Uint8Array.from({ length: count }, (_, id) => (3 * id) % 10),
});
const spec = (asset: string, points: number): DataSpec => ({
  set: 'digits',
  answers: GATES.AND,
  noise: 0,
  points,
  seed: 3,
  changes: [],
  asset,
});

test('rows are the pictures of the files, with their labels, in an order of the seed', () => {
  const imported = files('a', 30);
  makeKnown(imported);
  expect(importedBy(imported.hash)).toBe(imported);
  const data = dataSet(spec(imported.hash, 30));
  const drawn = pictureRows(spec(imported.hash, 30), data)!;
  drawn.go(7);
  expect(drawn.done).toBe(7);
  drawn.go(100);
  expect(drawn.done).toBe(30);
  const { pixels } = drawn;
  expect([...data.ids].toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 30 }, (_, id) => id),
  );
  for (const [row, id] of data.ids.entries()) {
    expect(data.answers[row]).toBe((3 * id) % 10);
    // 255 is ink, 1.
    expect(pixels[row * SIZE]).toBe(Math.fround(id / 255));
    expect(pixels[row * SIZE + SIZE - 1]).toBe(Math.fround(id / 255));
    expect(pictureAt(spec(imported.hash, 30), id)[5]).toBe(Math.fround(id / 255));
  }
});

test('more rows than there are pictures begin again with the first one', () => {
  const imported = files('b', 25);
  makeKnown(imported);
  const data = dataSet(spec(imported.hash, 40));
  const row = data.ids.indexOf(26);
  expect(data.answers[row]).toBe(3);
  expect(pictureAt(spec(imported.hash, 40), 26)[0]).toBe(Math.fround(1 / 255));
});

test('pictures that are not known here are paper, and nothing breaks', () => {
  const unknown = 'f'.repeat(64);
  expect(importedBy(unknown)).toBeNull();
  expect(dataSet(spec(unknown, 20)).answers.every((answer) => answer === 0)).toBe(true);
  expect(pictureAt(spec(unknown, 20), 4).every((ink) => ink === 0)).toBe(true);
});

test('what is no set of digits is refused in a sentence', () => {
  const imported = files('c', 20);
  expect(() => makeKnown({ ...imported, count: 21 })).toThrow(/expected 21 pictures of 784 pixels/);
  expect(() => makeKnown({ ...imported, labels: new Uint8Array(20).fill(10) })).toThrow(/labels 0 to 9/);
  expect(importedBy(imported.hash)).toBeNull();
});
