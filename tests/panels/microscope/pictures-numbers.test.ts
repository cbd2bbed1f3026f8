// Printed sums add up, and kernels that a person knows by name.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedSum, termsOf } from '../../../src/panels/microscope/pictures/adding.ts';
import { writtenOn } from '../../../src/panels/microscope/pictures/colours.ts';
import { kernelPresets, weightsOf } from '../../../src/panels/microscope/pictures/presets.ts';

/** So that sums of printed numbers are exact. */
const whole = (value: number, digits: number): number => Math.round(value * 10 ** digits) + 0;
const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -9, max: 9, noNaN: true })), {
  minLength: 1,
  maxLength: 121,
});
const decimals = fc.constantFrom(2, 3, 4, 5, 6);

test('printed products add up to the printed sum, and that with the printed b to the printed z', () => {
  fc.assert(
    fc.property(values, fc.double({ min: -3, max: 3, noNaN: true }), decimals, (products, bias, digits) => {
      const z = Math.fround(products.reduce((sum, value) => sum + value, bias));
      const said = printedSum(products, bias, z, digits);
      const sum = said.terms.reduce((total, value) => total + whole(value, digits), 0);
      // Where nothing but paper lies under the window there is nothing to round.
      expect(sum).toBe(products.some((value) => value !== 0) ? whole(said.sum, digits) : 0);
      expect(whole(said.sum, digits) + whole(said.bias, digits)).toBe(whole(said.z, digits));
      expect(said.z).toBe(Number(z.toFixed(digits)));
      expect(said.bias).toBe(Number(bias.toFixed(digits)));
    }),
  );
});

test('a product with paper or padding is printed as 0, whatever is left to hand out', () => {
  fc.assert(
    fc.property(values, decimals, fc.integer({ min: -3, max: 3 }), (products, digits, off) => {
      const sum = products.reduce((total, value) => total + value, 0) + off / 10 ** digits;
      const terms = termsOf(products, digits, sum);
      // −0 is printed as 0 too.
      expect(terms.map((term, at) => (products[at] === 0 ? term + 0 : 0))).toEqual(products.map(() => 0));
    }),
  );
});

const named = (name: string) => kernelPresets.find((preset) => preset.name === name)!;

test('kernels by name at 3 × 3, as image processing writes them', () => {
  // Prewitt 1970; Gonzalez and Woods, Digital Image Processing, section 3.
  expect(weightsOf(named('horizontal'), 3, 3)).toEqual([-1, -1, -1, 0, 0, 0, 1, 1, 1]);
  expect(weightsOf(named('vertical'), 3, 3)).toEqual([-1, 0, 1, -1, 0, 1, -1, 0, 1]);
  expect(weightsOf(named('sharpen'), 3, 3)).toEqual([0, -1, 0, -1, 5, -1, 0, -1, 0]);
  expect(weightsOf(named('identity'), 3, 3)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
  expect(weightsOf(named('blur'), 3, 3)).toEqual(Array.from({ length: 9 }, () => 1 / 9));
});

test('at any odd size an edge says nothing of a plain picture, and the others leave it as it is', () => {
  for (const tall of [3, 5, 7, 11])
    for (const wide of [3, 5, 7, 11])
      for (const preset of kernelPresets) {
        const weights = weightsOf(preset, tall, wide)!;
        expect(weights).toHaveLength(tall * wide);
        const sum = weights.reduce((total, weight) => total + weight, 0);
        expect(sum).toBeCloseTo(['horizontal', 'vertical'].includes(preset.name) ? 0 : 1, 12);
      }
});

test('a kernel without a middle has none of them, and one cell only itself', () => {
  for (const preset of kernelPresets) {
    expect(weightsOf(preset, 2, 3)).toBeNull();
    expect(weightsOf(preset, 3, 4)).toBeNull();
  }
  expect(kernelPresets.filter((preset) => weightsOf(preset, 1, 1)).map(({ name }) => name)).toEqual([
    'identity',
  ]);
});

test('whatever the colour of a cell, its number can be read: 4.5 to 1 (WCAG 2.2, 1.4.3)', () => {
  const channel = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(part, part, part, (red, green, blue) => {
      const light = 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue) + 0.05;
      const ratio = writtenOn([red, green, blue]) === 'black' ? light / 0.05 : 1.05 / light;
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
