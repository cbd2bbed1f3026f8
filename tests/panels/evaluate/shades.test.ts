import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shadeOf } from '../../../src/panels/evaluate/confusion.ts';

type Three = readonly [number, number, number];
const three = (of: (k: 0 | 1 | 2) => number): Three => [of(0), of(1), of(2)];
const times = (rows: readonly Three[], [a, b, c]: Three): Three =>
  three((k) => rows[k]![0] * a + rows[k]![1] * b + rows[k]![2] * c);

// Oklab and back, as CSS Color 4 gives it (section 9.3 and its sample code, from linear sRGB); WCAG 2.2 for contrast.
const CONES: readonly Three[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LIGHT: readonly Three[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
/** Linear light of a colour of the theme. */
const linear = (hex: string): Three =>
  three((k) => {
    const value = Number.parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
/** Oklab is linear in the cube roots of the cones' light, so mixing there is mixing those. */
const mixed = (one: string, other: string, share: number): Three => {
  const [a, b] = [one, other].map((hex) => times(CONES, linear(hex)));
  const cones = three((k) => (Math.cbrt(a![k]) * share + Math.cbrt(b![k]) * (1 - share)) ** 3);
  return times(LIGHT, cones);
};
const luminance = ([r, g, b]: Three): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (one: Three, other: Three): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const sheet = readFileSync(new URL('../../../src/ui/theme.css', import.meta.url), 'utf8');
const [, light = '', dark = ''] =
  /:root \{([^}]*)\}\s*:root\[data-theme='dark'\] \{([^}]*)\}/.exec(sheet) ?? [];
const colours = (theme: string): ((name: string) => string) => {
  const known = new Map(
    [...theme.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
  return (name) => known.get(name)!;
};

const shares = Array.from({ length: 400 }, (_, k) => (k + 1) / 400);

test('the number of every cell of the matrix is read at a contrast of 4.5 in both themes', () => {
  expect(contrast(linear('#000000'), linear('#ffffff'))).toBeCloseTo(21, 10);
  for (const theme of [light, dark]) {
    const colour = colours(theme);
    const least = Math.min(
      ...shares.map((share) => {
        const { blue, inverted } = shadeOf(share);
        const ground = mixed(colour('pos'), colour('sunk'), blue / 100);
        return contrast(ground, linear(colour(inverted ? 'ground' : 'ink')));
      }),
    );
    expect(least).toBeGreaterThan(4.5);
  }
});

test('a larger count is always bluer, the largest wholly blue, and none has no blue', () => {
  const blues = shares.map((share) => shadeOf(share).blue);
  expect(blues.every((blue, k) => k === 0 || blue > blues[k - 1]!)).toBe(true);
  expect(blues.at(-1)).toBe(100);
  expect(shadeOf(0).blue).toBe(0);
});
