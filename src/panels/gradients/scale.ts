import type { Gradients } from '../../worker/gradients.ts';

/** The powers of ten between which the bars stand as long as nothing is smaller or larger, and how far they may go. */
const USUAL: Decades = [-8, 0];
const FURTHEST: Decades = [-20, 20];

/** From one power of ten to another. */
export type Decades = readonly [low: number, high: number];

/** The decades that hold every size; what is 0, or no number, asks for none. */
export const decadesOf = (sizes: readonly number[]): Decades => {
  let [low, high] = USUAL;
  for (const size of sizes) {
    if (!(size > 0) || size === Number.POSITIVE_INFINITY) continue;
    low = Math.min(low, Math.floor(Math.log10(size)));
    high = Math.max(high, Math.ceil(Math.log10(size)));
  }
  return [Math.max(low, FURTHEST[0]), Math.min(high, FURTHEST[1])];
};

/** How far up its decades a size stands, 0 to 1; 0 for 0 and for what is no number. */
export const shareOf = (size: number, [low, high]: Decades): number =>
  size > 0 ? Math.min(1, Math.max(0, (Math.log10(size) - low) / (high - low))) : 0;

/** The powers of ten to be written at the scale: about four, each a line. */
export const ticksOf = ([low, high]: Decades): readonly number[] => {
  const every = Math.max(2, 2 * Math.ceil((high - low) / 8));
  const ticks: number[] = [];
  for (let tick = high; tick >= low; tick -= every) ticks.push(tick);
  return ticks;
};

/** The sizes that are drawn. */
export const sizesOf = ({ layers }: Gradients): number[] =>
  layers.flatMap(({ slopes, delta }) => [slopes?.mean ?? 0, delta?.mean ?? 0]);
