import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { refuseNumber } from '../../src/engine/fields.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { drawing } from '../../src/data/pictures/drawing/index.ts';
import { type PictureSetName, pictures } from '../../src/data/pictures/index.ts';

const NAMES = Object.keys(pictures) as PictureSetName[];

/** One picture after another, with their classes. */
const draw = (name: PictureSetName, seed: number, count: number, settings = {}) => {
  const set = pictures[name];
  const size = sizeOf(set.shape);
  const pixels = new Float32Array(count * size);
  const classes = Array.from({ length: count }, (_, i) => drawing[name](settings, seed, i, pixels, i * size));
  return { pixels, classes, size };
};

test.each(NAMES)('the definition under %s has that name', (name) => {
  expect(pictures[name].name).toBe(name);
});

test.each(NAMES)('%s: every field takes what it begins with, its least and its most', (name) => {
  const { fields } = pictures[name];
  for (const field of fields) {
    const refused = [field.initial, field.min, field.max].map((value) => refuseNumber(field, value));
    expect(refused).toEqual([null, null, null]);
  }
  expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
});

test.each(NAMES)('%s: pixels lie between 0 and 1, and no picture is blank', (name) => {
  const { pixels, size } = draw(name, 3, 200);
  expect(pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
  for (let i = 0; i < 200; i++) {
    const picture = pixels.subarray(i * size, (i + 1) * size);
    expect(Math.max(...picture)).toBeGreaterThan(0.5);
    expect(Math.min(...picture)).toBeLessThan(0.2);
  }
});

test.each(NAMES)('%s: the classes take turns', (name) => {
  const count = pictures[name].classes.length;
  expect(draw(name, 3, 3 * count).classes).toEqual(Array.from({ length: 3 * count }, (_, i) => i % count));
});

test.each(NAMES)('%s: a picture is the same whenever and wherever it is drawn', (name) => {
  const { pixels, size } = draw(name, 5, 30);
  const again = new Float32Array(7 + size).fill(0.3);
  for (const index of [29, 4, 17]) {
    drawing[name]({}, 5, index, again, 7);
    expect([...again.subarray(7)]).toEqual([...pixels.subarray(index * size, (index + 1) * size)]);
  }
  expect([...again.subarray(0, 7)]).toEqual(Array.from({ length: 7 }, () => Math.fround(0.3)));
});

test.each(NAMES)('%s: no picture of a seed is one of another seed', (name) => {
  const known = (seed: number) => {
    const { pixels, size } = draw(name, seed, 40, { noise: 0.05 });
    return Array.from({ length: 40 }, (_, i) => pixels.subarray(i * size, (i + 1) * size).join());
  };
  const all = [1, 2, 0xffffffff].flatMap(known);
  expect(new Set(all).size).toBe(all.length);
});

/** SHA-256 of the first 200 pictures of seed 7 with noise 0.1, the same in Node, Chromium and Firefox: for good. */
const HASHES: Readonly<Record<PictureSetName, string>> = {
  digits: '5d36a7445eefe649a593309076f7a06ee5d810831a04cfdb5ddc8f60eaed28b9',
  shifted_digits: 'f71400d8d90a8781098b0eba60f70b77152e2720aa322fb0d7a0b485d8d57b9f',
  shapes: 'e437465df1c2b2319d56ec082409fe870774580c8ff5395a7d1ffe8cb96baa6d',
  stripes: '957ec3fe9c09367638ec92aabfac530d138be8d76f338e75d70000beada89d55',
};

test.each(NAMES)('%s: the pictures of a seed are the same bits wherever they are drawn', (name) => {
  const { pixels } = draw(name, 7, 200, { noise: 0.1 });
  expect(createHash('sha256').update(new Uint8Array(pixels.buffer)).digest('hex')).toBe(HASHES[name]);
});

test.each(NAMES)('%s: every setting changes the pictures, and at its ends they stay pictures', (name) => {
  const before = draw(name, 5, 40).pixels;
  for (const { name: field, initial, min, max } of pictures[name].fields) {
    for (const value of [min, max].filter((end) => end !== initial)) {
      const { pixels } = draw(name, 5, 40, { [field]: value });
      expect(pixels.every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
      expect(pixels).not.toEqual(before);
    }
  }
});

/** Stripes are left out: they are rounded to tenths. */
const FINE = NAMES.filter((name) => name !== 'stripes');

test.each(FINE)('%s: noise is as strong as its setting says, where it is not cut off', (name) => {
  const [none, some] = [0, 0.03].map((noise) => draw(name, 5, 200, { noise }).pixels);
  // Of pixels that are neither white nor black: noise of 0.03 reaches no farther than 0.03 · √6.
  const strays = [...none!.keys()]
    .filter((i) => none![i]! > 0.08 && none![i]! < 0.92)
    .map((i) => some![i]! - none![i]!);
  const variance = strays.reduce((sum, stray) => sum + stray * stray, 0) / strays.length;
  expect(strays.length).toBeGreaterThan(1000);
  expect(Math.abs(Math.sqrt(variance) / 0.03 - 1)).toBeLessThan(0.05);
});
