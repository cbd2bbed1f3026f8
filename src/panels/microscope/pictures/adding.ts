import { addingUp } from '../../../ui/adding.ts';

/**
 * Terms rounded so that, as printed, they add up to a printed sum. A term that is exactly 0 (paper, padding) stays 0: it
 * has nothing to be rounded.
 */
export const termsOf = (terms: readonly number[], digits: number, sum: number): readonly number[] => {
  const some = terms.filter((term) => term !== 0);
  if (some.length === 0 || !Number.isFinite(sum)) return terms;
  const rounded = addingUp(some, digits, sum);
  let next = 0;
  return terms.map((term) => (term === 0 ? 0 : (rounded[next++] ?? Number.NaN)));
};

/** A number as it is printed. */
export const printed = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A weighted sum as it is printed: every term, their sum, the bias, and z = sum + bias, adding up. */
export interface PrintedSum {
  readonly terms: readonly number[];
  readonly sum: number;
  readonly bias: number;
  readonly z: number;
}

/** `z` is the engine's; the sum before the bias is what is left of it. */
export const printedSum = (terms: readonly number[], bias: number, z: number, digits: number): PrintedSum => {
  const own = { bias: printed(bias, digits), z: printed(z, digits) };
  const sum = printed(own.z - own.bias, digits);
  return { ...own, sum, terms: termsOf(terms, digits, sum) };
};
