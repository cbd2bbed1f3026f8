import { SIDE } from './centred.ts';
import { chance } from './dice.ts';
import { digitNames, drawDigit, writingFields } from './digits.ts';
import { shiftField } from './fields.ts';
import { type PictureSet, settingOf } from './picture.ts';

const shift = shiftField(4, 8);

/** The same digits, each moved by whole pixels: every distance up to the setting is as likely as the others. */
export const shifted_digits: PictureSet = {
  name: 'shifted_digits',
  words: { en: 'Shifted digits', ko: '움직인 숫자' },
  line: { en: 'The same digits, anywhere in the picture.', ko: '같은 숫자를 그림 안에서 이리저리 옮긴 것.' },
  shape: [SIDE, SIDE, 1],
  classes: digitNames,
  fields: [shift, ...writingFields],
  preset: { points: 2000 },
  draw: (settings, seed, index, pixels, at) => {
    const dice = { seed, picture: index };
    const most = settingOf(settings, shift);
    const [down, across] = [0, 1].map(
      (way) => Math.floor((2 * most + 1) * chance(dice, 'place', way)) - most,
    ) as [number, number];
    return drawDigit(settings, dice, pixels, at, down, across);
  },
};
