import { randomBits } from '../../../src/engine/random.ts';

/** What a buffer holds where its numbers are ordinary; any of them may turn special, as the mood of the draw is. */
export type Kind = 'any' | 'unit' | 'share' | 'positive' | 'large' | 'bit' | 'ties';

/** How the numbers of a draw are: ordinary ones, ones of every size among them, or every second one special. */
export type Mood = 'ordinary' | 'wide' | 'special';

/** Everything random about one case: the same seed, kernel and number give the same case. */
export interface Draw {
  readonly mood: Mood;
  /** In [0, 1). */
  fraction(): number;
  /** A whole number from min to max, both included. */
  integer(min: number, max: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A count of elements, rows or columns: small ones, primes and whole vectors more often than others. */
  size(): number;
  /** A number as a memory in Float32 holds it. */
  element(kind: Kind): number;
  /** A setting, as people and layers give them: not rounded. */
  setting(most?: number): number;
}

const SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 19, 23, 31, 32, 33, 40, 41, 63, 64, 67];

/** Where formulas branch, round or give up. */
const SPECIAL = [
  [0, -0, 1, -1, 0.5, 3, -3, 0.55, -0.55, 0.9, -0.9, 4, 6, 1e-7, 1 - 1e-7, 2 ** -24, -1 + 2 ** -24],
  [Infinity, -Infinity, NaN, NaN, 3.4028234663852886e38, -3.4028234663852886e38, 2e38, 1e20, -1e20],
  [2 ** -149, -(2 ** -149), 2 ** -126 - 2 ** -149, 2 ** -126, -(2 ** -126), 1e-40, -1e-40, 1e-30],
  [88, 88.72284, 88.8, 89, 90, -87.3, -87.4, -88, -103.9, -104, -104.5, -110, Math.SQRT1_2, Math.SQRT2],
].flat();

export const createDraw = (seed: number, kernel: number, number: number): Draw => {
  // Marsaglia's xorshift (2003): millions are drawn.
  let state = randomBits(seed, 'data', kernel, number, 0) | 1;
  const fraction = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  const chance = (share: number): boolean => fraction() < share;
  const pick = <T>(list: readonly T[]): T => list[integer(0, list.length - 1)]!;
  const mood = pick<Mood>(['ordinary', 'ordinary', 'wide', 'special']);

  const ordinary: Record<Kind, () => number> = {
    any: () => 4 * fraction() - 2,
    unit: () => 2 * fraction() - 1,
    share: () => 0.05 + 0.9 * fraction(),
    positive: () => 0.1 + 1.9 * fraction(),
    large: () => 50 + 10 * fraction(),
    bit: () => integer(0, 1),
    ties: () => integer(-2, 2),
  };
  const wide = (): number => {
    const sign = chance(0.5) ? 1 : -1;
    return sign * (chance(0.5) ? 110 * fraction() : 2 ** (170 * fraction() - 150));
  };
  const unusual: Record<Mood, () => number> = {
    ordinary: () => 0,
    wide,
    special: () => pick(SPECIAL),
  };

  return {
    mood,
    fraction,
    integer,
    chance,
    pick,
    size: () => (chance(0.8) ? pick(SIZES) : integer(0, 70)),
    element: (kind) => Math.fround(mood === 'ordinary' || chance(0.5) ? ordinary[kind]() : unusual[mood]()),
    setting: (most = 1) => (chance(0.1) ? 0 : most * (0.01 + 0.99 * fraction())),
  };
};
