import { normal, randomBits, uniform } from '../../../engine/random.ts';

/**
 * What the numbers of one picture are for; together with a count they are the key of each, so that one number more in
 * one place changes none in another. The codes are fixed for good: others would redraw every picture.
 */
const CODES = { kind: 1, frame: 2, strokes: 3, points: 4, bend: 5, pen: 6, paper: 7, place: 8 } as const;
export type Part = keyof typeof CODES;

/** The random numbers of one picture of a seed. */
export interface Dice {
  readonly seed: number;
  readonly picture: number;
}

/** Uniform in [0, 1). */
export const chance = ({ seed, picture }: Dice, part: Part, count: number): number =>
  uniform(seed, 'data', CODES[part], picture, count);

/** Uniform between two numbers. */
export const between = (dice: Dice, part: Part, count: number, low: number, high: number): number =>
  low + (high - low) * chance(dice, part, count);

/** Normal with mean 0 and standard deviation 1. */
export const scattered = ({ seed, picture }: Dice, part: Part, count: number): number =>
  normal(seed, 'data', CODES[part], picture, count);

/** The sum of two uniform numbers in [0, 1) of 16 bits each, out of one draw. */
export const halves = ({ seed, picture }: Dice, part: Part, count: number): number => {
  const bits = randomBits(seed, 'data', CODES[part], picture, count);
  return ((bits >>> 16) + (bits & 0xffff)) / 65536;
};
