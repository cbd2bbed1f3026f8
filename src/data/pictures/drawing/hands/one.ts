import { hand } from './hand.ts';

/** A line; sometimes with a flag, seldom with a foot. */
export const one = [
  hand(85, ['30,2 30,50 30,98'], ['34,2 30,50 27,98'], ['30,2 33,50 30,98']),
  hand(9, ['14,24 30,2! 30,50 30,98'], ['20,16 34,2! 32,50 30,98']),
  hand(6, ['12,22 30,2! 30,50 30,98', '8,98 30,97 54,98']),
];
