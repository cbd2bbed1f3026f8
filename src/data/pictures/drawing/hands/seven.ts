import { hand } from './hand.ts';

/** A roof and a leg, straight or bent; sometimes a bar, sometimes a hook before the roof. */
export const seven = [
  hand(70, ['4,8 30,7 58,6! 40,48 26,98'], ['4,10 30,8 54,4! 46,46 42,98'], ['6,16 34,10 60,6! 38,42 24,98']),
  hand(15, ['4,26 4,10! 30,8 56,6! 40,48 28,98'], ['8,22 10,6! 34,6 58,6! 44,46 34,98']),
  hand(15, ['4,8 30,7 58,6! 40,48 26,98', '16,52 36,50 56,48']),
];
