import { LN2_HIGH, LN2_LOW, splitExponent, value } from './bits.ts';
import { exp } from './float64.ts';

/** A product without rounding, as the sum of two float64 numbers (Dekker 1971). */
const SPLITTER = 134217729;
const product = (x: number, y: number): readonly [number, number] => {
  const p = x * y;
  const bigX = SPLITTER * x;
  const bigY = SPLITTER * y;
  const xHigh = bigX - (bigX - x);
  const yHigh = bigY - (bigY - y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return [p, xLow * yLow - (p - xHigh * yHigh - xLow * yHigh - xHigh * yLow)];
};

/**
 * Natural logarithm of a positive finite x as high + low, some 8 bits more than one number holds: 2s, the first term of
 * 2 artanh s, is taken in two parts; the others are at most a hundredth of it.
 */
function logParts(x: number): readonly [number, number] {
  const denormal = x < 2.2250738585072014e-308;
  const k = denormal ? splitExponent(x * 18014398509481984) - 54 : splitExponent(x);
  const f = value[0]! - 1;
  const divisor = 2 + f;
  const s = f / divisor;
  // What s · divisor misses of f, exactly: divisor is cut to 26 bits and its rest, s likewise.
  const sHigh = cut(s);
  const dHigh = cut(divisor);
  const dLow = 2 - dHigh + f;
  const missing = f - sHigh * dHigh - sHigh * dLow - (s - sHigh) * divisor;
  const sLow = missing / divisor;
  const w = s * s;
  let p = 2 / 21 + w * (2 / 23);
  p = 2 / 19 + w * p;
  p = 2 / 17 + w * p;
  p = 2 / 15 + w * p;
  p = 2 / 13 + w * p;
  p = 2 / 11 + w * p;
  p = 2 / 9 + w * p;
  p = 2 / 7 + w * p;
  p = 2 / 5 + w * p;
  p = 2 / 3 + w * p;
  const tail = 2 * sLow + s * w * p;
  const whole = k * LN2_HIGH;
  const high = whole + 2 * s;
  const low = whole - high + 2 * s + (k * LN2_LOW + tail);
  const sum = high + low;
  return [sum, high - sum + low];
}

/** The first 26 bits of x. */
function cut(x: number): number {
  const big = 134217729 * x;
  return big - (big - x);
}

/**
 * xʸ for x ≥ 0, as e^(y·log x) with the logarithm in two parts, so that the digits that y multiplies are there; NaN for x < 0,
 * and for either NaN. Within 1 ulp while the result lies between 1e−9 and 1e9, which is where rates and decays lie; beyond,
 * 1 ulp more for each factor of 1e40 or so.
 */
export function pow(x: number, y: number): number {
  if (!(x >= 0) || y !== y) return Number.NaN;
  if (y === 0 || x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === Infinity) return y > 0 ? Infinity : 0;
  const [high, low] = logParts(x);
  const [whole, rest] = product(high, y);
  const small = rest + low * y;
  const e = exp(whole);
  return e > 0 && e < Infinity ? e + e * small : e;
}
