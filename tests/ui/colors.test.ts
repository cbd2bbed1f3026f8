import { expect, test } from 'vitest';
import { classLook, classPath, paintClasses, paintMap, signRamp } from '../../src/ui/colors.ts';

/** Stands in for a canvas's image where there is no canvas. */
const image = (pixels: number): ImageData => ({
  data: new Uint8ClampedArray(4 * pixels),
  width: pixels,
  height: 1,
  colorSpace: 'srgb',
});
const pixel = ({ data }: ImageData, at: number): number[] => Array.from(data.slice(4 * at, 4 * at + 4));

// The stops of the sign ramp in the design language: B04E08 … FAF7F0 … 1461AD, dark F09648 … 20201D … 68ACEC.
const ORANGE = [0xb0, 0x4e, 0x08];
const EMPTY = [0xfa, 0xf7, 0xf0];
const BLUE = [0x14, 0x61, 0xad];

test('the sign ramp runs from orange through the ground to blue and is held at its ends', () => {
  const ramp = signRamp('light');
  expect(ramp(-1)).toEqual(ORANGE);
  expect(ramp(0)).toEqual(EMPTY);
  expect(ramp(1)).toEqual(BLUE);
  expect(ramp(7)).toEqual(BLUE);
  expect(ramp(1 / 3)).toEqual([0xcd, 0xe0, 0xf2]);
  expect(signRamp('dark')(0)).toEqual([0x20, 0x20, 0x1d]);
});

test('a probability is empty at one half and full at 0 and 1', () => {
  const map = image(3);
  paintMap(map, [0, 0.5, 1], { middle: 0.5, low: 0, high: 1 }, 'light');
  expect([0, 1, 2].map((at) => pixel(map, at))).toEqual([
    [...ORANGE, 255],
    [...EMPTY, 255],
    [...BLUE, 255],
  ]);
});

test('an open end reaches to the largest value, and two open ends share it', () => {
  const relu = image(3);
  paintMap(relu, [0, 1.5, 3], { middle: 0, low: 0, high: null }, 'light');
  expect(pixel(relu, 2)).toEqual([...BLUE, 255]);
  expect(pixel(relu, 0)).toEqual([...EMPTY, 255]);
  const linear = image(2);
  paintMap(linear, [-1, 3], { middle: 0, low: null, high: null }, 'light');
  expect(pixel(linear, 1)).toEqual([...BLUE, 255]);
  expect(pixel(linear, 0)).toEqual([...signRamp('light')(-1 / 3), 255]);
});

test('a map that is 0 everywhere is empty', () => {
  const map = image(2);
  paintMap(map, [0, 0], { middle: 0, low: 0, high: null }, 'light');
  expect(pixel(map, 1)).toEqual([...EMPTY, 255]);
});

test('a plane of classes is empty where no class wins', () => {
  const plane = image(2);
  const third = 1 / 3;
  paintClasses(
    plane,
    [
      [third, 0],
      [third, 1],
      [third, 0],
    ],
    'light',
  );
  expect(pixel(plane, 0)).toEqual([...EMPTY, 255]);
  const [red = 0, , blue = 0] = pixel(plane, 1);
  expect(blue).toBeGreaterThan(red);
});

test('every class has a shape and a colour of its own', () => {
  const looks = [0, 1, 2, 3].map(classLook);
  expect(looks.map(({ shape }) => shape)).toEqual(['circle', 'square', 'triangle', 'diamond']);
  expect(new Set(looks.map(({ fill }) => fill)).size).toBe(4);
  expect(new Set([0, 1, 2, 3].map((k) => classPath(k, 5))).size).toBe(4);
});
