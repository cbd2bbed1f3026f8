import { same, type Text } from '../text.ts';
import type { Answers } from './data.ts';

/** The gates that have a tile. */
export const GATES = {
  AND: [0, 0, 0, 1],
  OR: [0, 1, 1, 1],
  NAND: [1, 1, 1, 0],
  XOR: [0, 1, 1, 0],
} as const satisfies Record<string, Answers>;

/** Names of the 16 gates; the index reads the answers as a binary number, (0, 0) first. */
const NAMES = [
  'FALSE',
  'AND',
  'x₁ AND NOT x₂',
  'x₁',
  'x₂ AND NOT x₁',
  'x₂',
  'XOR',
  'OR',
  'NOR',
  'XNOR',
  'NOT x₂',
  'x₁ OR NOT x₂',
  'NOT x₁',
  'x₂ OR NOT x₁',
  'NAND',
  'TRUE',
] as const;

/** The name of the gate that gives these four answers, in Latin in both languages. */
export const gateName = (answers: Answers): Text => {
  const [first, second, third, fourth] = answers;
  return same(NAMES[first * 8 + second * 4 + third * 2 + fourth] ?? '');
};

/** Can one straight line part the 1s from the 0s? Only where the two diagonals disagree, it cannot: XOR and XNOR. */
export const separable = ([first, second, third, fourth]: Answers): boolean =>
  !(first === fourth && second === third && first !== second);
