/** A float64 number taken apart by its bits, and what puts it together again. */

/** ln 2 in two parts: the first 41 bits, so that its product with any exponent is exact, and the rest. */
export const LN2_HIGH = 0.693147180559663;
export const LN2_LOW = 2.8235290563031577e-13;

/** The number whose bits are read or written. */
export const value = new Float64Array(1);
const words = new Int32Array(value.buffer);
value[0] = 1;
/** Which of the two words holds sign and exponent: the byte order is the machine's. */
const HIGH = words[0] === 0 ? 1 : 0;
const LOW = 1 - HIGH;

/** 2ᵏ for −1022 ≤ k ≤ 1023, by its bits. */
export function powerOfTwo(k: number): number {
  words[LOW] = 0;
  words[HIGH] = (k + 1023) << 20;
  return value[0]!;
}

/** High word of √½: where the significand is cut so that it falls in [√½, √2). */
const SQRT_HALF_HIGH = 0x3fe6a09e;

/** The k for which x / 2ᵏ lies in [√½, √2); leaves x / 2ᵏ in `value`. For normal positive x. */
export function splitExponent(x: number): number {
  value[0] = x;
  const high = words[HIGH]!;
  const k = (high - SQRT_HALF_HIGH) >> 20;
  words[HIGH] = high - (k << 20);
  return k;
}
