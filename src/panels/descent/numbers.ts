import { addingUp } from '../../ui/adding.ts';
import { fixed, setting } from '../../ui/format.ts';

/** Nearer than this to what is printed, a Float32 is that number. */
const NEAR = 2e-6;
const isExactAt = (digits: number) => (value: number) =>
  Math.abs(value - Number(value.toFixed(digits))) < NEAR;

/** From here on decimals say nothing, and powers of ten are printed. */
const LARGE = 1e6;

/** A number of the lesson: two decimals at most, none that are needless; a third where it is a five and the last one. */
export const exact = (value: number): string => {
  if (Math.abs(value) >= LARGE) return fixed(value, 0);
  const half = isExactAt(3)(value) && Math.round(Math.abs(value) * 1000) % 10 === 5;
  return setting(Number(value.toFixed(half ? 3 : 2)) + 0);
};

/** With its sign, as moves are: "+1", "−1.5", "0". */
export const signed = (value: number): string => {
  const words = exact(value);
  return words !== '0' && value > 0 ? `+${words}` : words;
};

/** In brackets where a minus would meet another sign. */
export const bracketed = (value: number): string => (value < 0 ? `(${exact(value)})` : exact(value));

/** A rate as it is set, or as a schedule has made it: four digits that count. */
export const rateWords = (rate: number): string => setting(Number(rate.toPrecision(4)));

/** Decimals of squares and their mean: two where these tell all, or enough; up to four where they do not. */
const digitsOf = (squares: readonly number[], mean: number): number => {
  const whole = [2, 3, 4].find((digits) => [...squares, mean].every(isExactAt(digits)));
  return whole ?? (mean < 0.05 ? 4 : 2);
};

/** Squares as they are added up, and their mean: rounded so that they add up as printed. */
export const meanWords = (
  squares: readonly number[],
): { readonly squares: readonly string[]; readonly mean: string } => {
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  const digits = digitsOf(squares, mean);
  return {
    squares: addingUp(squares, digits).map((square) => fixed(square, digits)),
    mean: fixed(mean, digits),
  };
};

/** An error, with one decimal at least: "−2.0", "1.62". */
export const errorWords = (error: number): string => fixed(error, isExactAt(1)(error) ? 1 : 2);
