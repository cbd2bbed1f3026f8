/**
 * Randomness by key (architecture, decision 3): each number is a pure hash of what it is for. There is no generator to
 * advance, so the same key gives the same number in any order, on any thread, however many others were drawn.
 *
 * A key is (seed, purpose, layer, step, index), whole numbers: seed, layer and index from 0 to 2³² − 1, step from 0
 * to 2⁵³ − 1 (an epoch, a batch or whatever the purpose counts; 0 where it counts nothing).
 */

import * as float64 from './numerics/float64.ts';

/** What a random number is for. Two purposes never share a number, even at equal seed, layer, step and index. */
export type Purpose = 'weights' | 'shuffle' | 'data' | 'noise' | 'dropout' | 'split' | 'landscape';

/** Fixed for good: another code for a purpose would change every saved run. */
const PURPOSE_CODES: Record<Purpose, number> = {
  weights: 1,
  shuffle: 2,
  data: 3,
  noise: 4,
  dropout: 5,
  split: 6,
  landscape: 7,
};

/** Which of a key's hashes: a normal number takes two, and neither is the key's uniform number. */
const PLAIN = 0;
const RADIUS = 1;
const ANGLE = 2;

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_53 = 1.1102230246251565e-16;
const TWO_PI = 6.283185307179586;

/**
 * Mixes `key` into `value`: one-to-one in each while the other is held. The two odd factors are those, of
 * thousands tried, whose output bits come nearest to flipping every second time when one input bit flips.
 */
function stir(value: number, key: number): number {
  const half = (Math.imul(value ^ (value >>> 16), 0x7ed5b54b) + key) | 0;
  const whole = Math.imul(half ^ (half >>> 15), 0x94a2d9c7);
  return whole ^ (whole >>> 16);
}

/** The latest hash: two 32-bit lanes. Written and read within one call, never kept. */
const lanes = new Uint32Array(2);

/**
 * Hashes a key into `lanes`. The state is 64 bits wide and each word goes in by a one-to-one step with a full round
 * after it: two keys that differ in one word cannot meet, and others meet no more often than 64 random bits do.
 * (The purpose and the hash's number fill the bits that the upper half of a step leaves free.)
 */
function hash(
  seed: number,
  purpose: Purpose,
  layer: number,
  step: number,
  index: number,
  which: number,
): void {
  begin(seed, purpose, layer, step, which);
  finish(lanes[0]!, lanes[1]!, index);
}

/** The last word of a hash: the index, into what is begun of it. */
function finish(first: number, second: number, index: number): void {
  const a = stir(first ^ index, second);
  const b = stir(second, a);
  lanes[0] = stir(a, b);
  lanes[1] = b;
}

/** All of a hash that does not depend on the index. */
function begin(seed: number, purpose: Purpose, layer: number, step: number, which: number): void {
  const tagged = Math.floor(step / TWO_TO_32) | (which << 21) | (PURPOSE_CODES[purpose] << 24);
  let a = stir(seed ^ 0x243f6a88, 0x13198a2e);
  let b = stir(0x85a308d3, a);
  a = stir(a ^ tagged, b);
  b = stir(b, a);
  a = stir(a ^ layer, b);
  b = stir(b, a);
  a = stir(a ^ step, b);
  lanes[0] = a;
  lanes[1] = stir(b, a);
}

/** What randomBits of a key come from besides the index, as two words of 32 bits: for kernels that go on by themselves. */
export function randomState(
  seed: number,
  purpose: Purpose,
  layer: number,
  step: number,
): readonly [number, number] {
  begin(seed, purpose, layer, step, PLAIN);
  return [lanes[0]!, lanes[1]!];
}

/** The 64 bits of `lanes` as a number in [0, 1): the top 27 of one, then the top 26 of the other. */
function lanesAsUniform(): number {
  return ((lanes[0]! >>> 5) * 67108864 + (lanes[1]! >>> 6)) * TWO_TO_MINUS_53;
}

/** 32 random bits, as a whole number from 0 to 2³² − 1. */
export function randomBits(
  seed: number,
  purpose: Purpose,
  layer: number,
  step: number,
  index: number,
): number {
  hash(seed, purpose, layer, step, index, PLAIN);
  return lanes[0]!;
}

/** Uniform in [0, 1), with 53 random bits. Its top bits are randomBits of the same key. */
export function uniform(seed: number, purpose: Purpose, layer: number, step: number, index: number): number {
  hash(seed, purpose, layer, step, index, PLAIN);
  return lanesAsUniform();
}

/** Normal with mean 0 and variance 1, by Box and Muller (1958): √(−2 ln u) cos 2πv with u in (0, 1], v in [0, 1). */
export function normal(seed: number, purpose: Purpose, layer: number, step: number, index: number): number {
  hash(seed, purpose, layer, step, index, RADIUS);
  const radius = Math.sqrt(-2 * float64.log(1 - lanesAsUniform()));
  hash(seed, purpose, layer, step, index, ANGLE);
  return radius * float64.cos(TWO_PI * lanesAsUniform());
}

/**
 * The numbers 0 … n − 1 in random order (Fisher and Yates; exchange i is drawn at layer 0, index i). Every order is
 * equally likely but for a part in 2⁵³ / n an exchange. n = 0 gives an empty array.
 */
export function permutation(n: number, seed: number, purpose: Purpose, step: number): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  begin(seed, purpose, 0, step, PLAIN);
  const [first, second] = [lanes[0]!, lanes[1]!];
  for (let i = n - 1; i > 0; i--) {
    finish(first, second, i);
    // Below i + 1 even after rounding: the largest uniform number is 1 − 2⁻⁵³.
    const j = Math.floor(lanesAsUniform() * (i + 1));
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
  return order;
}
