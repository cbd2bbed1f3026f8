import { fixed } from '../../ui/format.ts';

/** The colour of a number by its sign; none for what prints as 0. */
export const toneOf = (value: number, digits: number): 'positive' | 'negative' | undefined =>
  Math.abs(value) < 0.5 / 10 ** digits || !Number.isFinite(value)
    ? undefined
    : value < 0
      ? 'negative'
      : 'positive';

/** A number with its sign, plus included: a slope, a move. */
export const signed = (value: number, digits: number): string =>
  toneOf(value, digits) === 'positive' ? `+${fixed(value, digits)}` : fixed(value, digits);
