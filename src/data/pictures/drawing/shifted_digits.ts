import { chance } from './dice.ts';
import { type Draw, settingOf } from '../picture.ts';
import { digitShift } from '../shifted_digits.ts';
import { drawDigit } from './digits.ts';

/** Every distance up to the setting is as likely as the others. */
export const drawShiftedDigits: Draw = (settings, seed, index, pixels, at) => {
  const dice = { seed, picture: index };
  const most = settingOf(settings, digitShift);
  const [down, across] = [0, 1].map(
    (way) => Math.floor((2 * most + 1) * chance(dice, 'place', way)) - most,
  ) as [number, number];
  return drawDigit(settings, dice, pixels, at, down, across);
};
