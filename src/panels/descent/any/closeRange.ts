import type { Motion } from './motion.ts';

type Range = readonly [number, number];

/** A move takes about so much of what is seen close by. */
const PART = 1 / 10;
/** Room left on either side, as a share of the whole. */
const MARGIN = 0.05;
/** One so many times wider than it need be is laid anew. */
const LOOSE = 6;
/** Nothing is looked at closer than this, in steps of Float32 at the weight's size. */
const FLOAT32 = 2 ** -23;
const STEPS = 2000;

/**
 * Weights so near to the present one that its move is seen. Those before are kept as long as they have room for both, so
 * that the picture stands still while the ball moves.
 */
export const closeRange = (before: Range | null, { from, rule, real }: Motion): Range => {
  const ends = [from, from + rule, ...(real === null ? [] : [from + real])];
  const longest = Math.max(Math.abs(rule), Math.abs(real ?? 0));
  const least = STEPS * FLOAT32 * Math.max(1, Math.abs(from));
  const half = nice(Math.max(longest / PART / 2, least / 2));
  if (before !== null) {
    const width = before[1] - before[0];
    const [low, high] = [before[0] + MARGIN * width, before[1] - MARGIN * width];
    if (width <= LOOSE * 2 * half && ends.every((end) => end >= low && end <= high)) return before;
  }
  const middle = Math.round((2 * from) / half) * (half / 2);
  return [middle - half, middle + half];
};

/** The next of … 0.1, 0.2, 0.5, 1 … */
const nice = (value: number): number => {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([1, 2, 5].find((part) => part * unit >= value) ?? 10);
};
