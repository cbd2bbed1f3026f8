import { moveToMiddle } from './centred.ts';
import type { Dice } from './dice.ts';
import { DIGIT_SIDE, digitNames, writing } from '../digits.ts';
import { stain } from './paper.ts';
import { type Draw, settingOf } from '../picture.ts';
import { write } from './writing.ts';

const SIZE = DIGIT_SIDE * DIGIT_SIDE;

/** Written and read within one call, never kept. */
const canvas = new Float32Array(SIZE);

/** Draws a digit in MNIST's frame, moved so many pixels further down and across. */
export const drawDigit = (
  settings: Readonly<Record<string, number>>,
  dice: Dice,
  pixels: Float32Array,
  at: number,
  down = 0,
  across = 0,
): number => {
  const digit = dice.picture % digitNames.length;
  canvas.fill(0);
  const manner = {
    slant: settingOf(settings, writing.slant),
    width: settingOf(settings, writing.width),
    wobble: settingOf(settings, writing.wobble),
    pressure: settingOf(settings, writing.pressure),
  };
  write(dice, digit, manner, canvas);
  moveToMiddle(canvas, pixels, at, down, across);
  stain(dice, settingOf(settings, writing.noise), pixels, at, SIZE);
  return digit;
};

export const drawDigits: Draw = (settings, seed, index, pixels, at) =>
  drawDigit(settings, { seed, picture: index }, pixels, at);
