import { eight } from './eight.ts';
import { five } from './five.ts';
import { four } from './four.ts';
import type { Hand } from './hand.ts';
import { nine } from './nine.ts';
import { one } from './one.ts';
import { seven } from './seven.ts';
import { six } from './six.ts';
import { three } from './three.ts';
import { two } from './two.ts';
import { zero } from './zero.ts';

/** The ways of writing each digit, 0 first. */
export const hands: readonly (readonly Hand[])[] = [
  zero,
  one,
  two,
  three,
  four,
  five,
  six,
  seven,
  eight,
  nine,
];
