import { expect, test } from 'vitest';
import { uniform } from '../../../src/engine/random.ts';
import { products, spelled } from '../../../src/panels/sentence/terms.ts';

/** What a reader with a pocket calculator makes of "1.035 × 1 + (−0.2) × 0.5 − 0.449". */
const worked = (words: string): number =>
  words
    .replaceAll('−', '-')
    .replaceAll('+ ', '+')
    .replaceAll('- ', '-')
    .split(/ (?=[+-][\d(])/)
    .map((term) =>
      term
        .split(' × ')
        .reduce((product, factor) => product * Number(factor.replace(/^\+(?=\()|[()]/g, '')), 1),
    )
    .reduce((sum, term) => sum + term, 0);

test('a sum in a sentence comes out as it is printed, whatever the numbers', () => {
  let drawn = 0;
  const next = (): number => uniform(11, 'data', 0, 0, drawn++);
  for (let round = 0; round < 500; round += 1) {
    const count = 1 + (round % 3);
    const some = (): number => Math.fround(4 * next() - 2);
    const weights = Array.from({ length: count }, some);
    // Inputs as in the tables, as drawn points have them, and as neurons give them.
    const inputs = weights.map(() => (round % 2 === 0 ? Math.round(next()) : Math.round(100 * some()) / 100));
    const bias = round % 5 === 0 ? undefined : some();
    const z = Math.fround(weights.reduce((sum, weight, at) => sum + weight * inputs[at]!, bias ?? 0));
    for (const words of [spelled({ weights, inputs, bias, z }), products({ weights, inputs, bias, z })]) {
      const [left = '', right = ''] = words.split(' = ');
      const as = (value: number): string => `${words}: ${value.toFixed(3)}`;
      expect(as(worked(left))).toBe(as(worked(right)));
      expect(worked(right)).toBeCloseTo(z, 3);
    }
  }
});

test('short numbers stay short', () => {
  const sum = { weights: [1, 1], inputs: [1, 1], bias: -0.5, z: 1.5 };
  expect(spelled(sum)).toBe('1 × 1 + 1 × 1 − 0.5 = 1.5');
  expect(products({ weights: [-1, -1], inputs: [1, 1], bias: 1.5, z: -0.5 })).toBe('−1 − 1 + 1.5 = −0.5');
  expect(products({ weights: [-1, 0], inputs: [0, 1], bias: undefined, z: 0 })).toBe('0 + 0 = 0');
});
