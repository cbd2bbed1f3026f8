import { expect, test } from 'vitest';
import type { Answers } from '../../src/data/data.ts';
import { GATES, gateName, separable } from '../../src/data/gates.ts';

// Every truth table of two inputs, in the order (0, 0), (0, 1), (1, 0), (1, 1), under the name logic gives it.
const TEXTBOOK: readonly (readonly [string, Answers])[] = [
  ['FALSE', [0, 0, 0, 0]],
  ['AND', [0, 0, 0, 1]],
  ['x₁ AND NOT x₂', [0, 0, 1, 0]],
  ['x₁', [0, 0, 1, 1]],
  ['x₂ AND NOT x₁', [0, 1, 0, 0]],
  ['x₂', [0, 1, 0, 1]],
  ['XOR', [0, 1, 1, 0]],
  ['OR', [0, 1, 1, 1]],
  ['NOR', [1, 0, 0, 0]],
  ['XNOR', [1, 0, 0, 1]],
  ['NOT x₂', [1, 0, 1, 0]],
  ['x₁ OR NOT x₂', [1, 0, 1, 1]],
  ['NOT x₁', [1, 1, 0, 0]],
  ['x₂ OR NOT x₁', [1, 1, 0, 1]],
  ['NAND', [1, 1, 1, 0]],
  ['TRUE', [1, 1, 1, 1]],
];

/** Does a line w₁x₁ + w₂x₂ + b = 0 with small half-integer numbers part the corners? Four corners need no others. */
const someLineParts = (answers: Answers): boolean => {
  const numbers = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];
  return numbers.some((w1) =>
    numbers.some((w2) =>
      numbers.some((b) =>
        [b, w2 + b, w1 + b, w1 + w2 + b].every((sum, row) => sum !== 0 && sum > 0 === (answers[row] === 1)),
      ),
    ),
  );
};

test.each(TEXTBOOK)('%s is named as in logic', (name, answers) => {
  expect(gateName(answers)).toEqual({ en: name, ko: name });
});

test.each(TEXTBOOK)('whether a line parts %s is what trying lines finds', (_name, answers) => {
  expect(separable(answers)).toBe(someLineParts(answers));
});

test('14 of the 16 gates can be parted by a line; the others are XOR and XNOR', () => {
  const stuck = TEXTBOOK.filter(([, answers]) => !separable(answers)).map(([name]) => name);
  expect(stuck).toEqual(['XOR', 'XNOR']);
});

test('the four tiles have the answers of their names', () => {
  for (const [name, answers] of Object.entries(GATES)) expect(gateName(answers).en).toBe(name);
});
