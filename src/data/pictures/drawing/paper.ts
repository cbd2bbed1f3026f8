import { type Dice, halves } from './dice.ts';

/**
 * Adds noise of a standard deviation to a picture's pixels, each kept within 0 and 1: the sum of two uniform numbers
 * less their mean, a triangle of variance 1/6, which a normal number of its own for each pixel would not repay.
 */
export const stain = (dice: Dice, noise: number, pixels: Float32Array, at: number, count: number): void => {
  if (noise === 0) return;
  const reach = noise * Math.sqrt(6);
  for (let i = 0; i < count; i++) {
    const stained = pixels[at + i]! + reach * (halves(dice, 'paper', i) - 1);
    pixels[at + i] = Math.min(1, Math.max(0, stained));
  }
};
