import { same, type Text } from '../../text.ts';
import { moveToMiddle, SIDE } from './centred.ts';
import type { Dice } from './dice.ts';
import { noiseField, pressureField, slantField, widthField, wobbleField } from './fields.ts';
import { stain } from './paper.ts';
import { type PictureSet, settingOf } from './picture.ts';
import { write } from './writing.ts';

export const digitNames: readonly Text[] = Array.from({ length: 10 }, (_, digit) => same(String(digit)));

const [width, noise] = [widthField(2.6), noiseField(0)];

/** What can be set of how digits are written. */
export const writingFields = [slantField, width, wobbleField, pressureField, noise];

/** Written and read within one call, never kept. */
const canvas = new Float32Array(SIDE * SIDE);

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
    slant: settingOf(settings, slantField),
    width: settingOf(settings, width),
    wobble: settingOf(settings, wobbleField),
    pressure: settingOf(settings, pressureField),
  };
  write(dice, digit, manner, canvas);
  moveToMiddle(canvas, pixels, at, down, across);
  stain(dice, settingOf(settings, noise), pixels, at, SIDE * SIDE);
  return digit;
};

/** Digits from the project's own pen strokes, framed as MNIST frames real ones. */
export const digits: PictureSet = {
  name: 'digits',
  words: { en: 'Digits', ko: '손글씨 숫자' },
  line: { en: 'Handwritten digits, 0 to 9, in the middle.', ko: '가운데에 맞춘 손글씨 숫자, 0부터 9까지.' },
  shape: [SIDE, SIDE, 1],
  classes: digitNames,
  fields: writingFields,
  preset: { points: 2000 },
  draw: (settings, seed, index, pixels, at) => drawDigit(settings, { seed, picture: index }, pixels, at),
};
