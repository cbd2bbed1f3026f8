import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from '../../src/panels/output/softmax.ts';
import { addingUp } from '../../src/ui/adding.ts';

test('scores, powers and shares of a row are those of Keras', () => {
  // Keras 3.15.1 on JAX: activations.softmax(z) and ops.exp(z - max) of these two rows, float32.
  const sums = Float32Array.of(2, -1, 0.5, -3.919, 1.768, 3.364);
  const outputs = Float32Array.of(0.785597, 0.0391126, 0.1752904, 0.000571, 0.1684452, 0.8309838);
  const first = sharesOf(sums, outputs, 3, 2, 0);
  const second = sharesOf(sums, outputs, 3, 2, 1);
  expect(first?.map(({ score }) => score)).toEqual([2, -1, 0.5]);
  expect(first?.[1]?.power).toBeCloseTo(0.0497871, 7);
  expect(first?.[2]?.power).toBeCloseTo(0.2231302, 7);
  expect(second?.[0]?.power).toBeCloseTo(0.0006871, 7);
  expect(second?.map(({ power }) => power)[2]).toBe(1);
  // A share is its power over the sum of all.
  for (const shares of [first, second]) {
    const total = (shares ?? []).reduce((sum, { power }) => sum + power, 0);
    for (const { power, probability } of shares ?? []) expect(power / total).toBeCloseTo(probability, 6);
  }
});

test('scores of another model or data set are not taken apart', () => {
  expect(sharesOf(new Float32Array(5), new Float32Array(6), 3, 2, 0)).toBeNull();
  expect(sharesOf(undefined, undefined, 3, 2, 0)).toBeNull();
});

test('three thirds are printed as 0.334, 0.333, 0.333', () => {
  expect(addingUp([1 / 3, 1 / 3, 1 / 3], 3)).toEqual([0.334, 0.333, 0.333]);
  expect(addingUp([0.0005, 0.4995, 0.5], 3)).toEqual([0.001, 0.499, 0.5]);
});

test('printed probabilities add up to 1.000, none of them a thousandth away from itself', () => {
  const scores = fc.array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(scores, (raw) => {
      const sum = raw.reduce((all, value) => all + value, 0);
      const shares = raw.map((value) => Math.fround(value / sum));
      const printed = addingUp(shares, 3);
      expect(Math.round(1000 * printed.reduce((all, value) => all + value, 0))).toBe(1000);
      printed.forEach((value, at) => expect(Math.abs(value - (shares[at] ?? 0))).toBeLessThan(0.001 + 1e-9));
    }),
  );
});
