import { LN2_HIGH, LN2_LOW, splitExponent, value } from './bits.ts';
import { artanhRest, exp } from './float64.ts';

/** 2²⁷ + 1, which halves a significand (Dekker 1971). */
const SPLITTER = 134217729;

/** The first 26 bits of x. */
function cut(x: number): number {
  const big = SPLITTER * x;
  return big - (big - x);
}

/** A product without rounding, as the sum of two float64 numbers (Dekker 1971). */
const product = (x: number, y: number): readonly [number, number] => {
  const p = x * y;
  const xHigh = cut(x);
  const yHigh = cut(y);
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
  const tail = 2 * sLow + s * w * artanhRest(w);
  const whole = k * LN2_HIGH;
  const high = whole + 2 * s;
  const low = whole - high + 2 * s + (k * LN2_LOW + tail);
  const sum = high + low;
  return [sum, high - sum + low];
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
