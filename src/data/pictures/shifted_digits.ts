import { DIGIT_SIDE, digitNames, writing } from './digits.ts';
import { shiftField } from './fields.ts';
import type { PictureSet } from './picture.ts';

export const digitShift = shiftField(4, 8);

/** The same digits, each moved by whole pixels. */
export const shifted_digits: PictureSet = {
  name: 'shifted_digits',
  words: { en: 'Shifted digits', ko: '움직인 숫자' },
  line: { en: 'The same digits, anywhere in the picture.', ko: '같은 숫자를 그림 안에서 이리저리 옮긴 것.' },
  shape: [DIGIT_SIDE, DIGIT_SIDE, 1],
  classes: digitNames,
  framed: true,
  fields: [digitShift, ...Object.values(writing)],
  noise: writing.noise,
  preset: { points: 2000 },
};
