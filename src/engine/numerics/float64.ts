import { LN2_HIGH, LN2_LOW, powerOfTwo, splitExponent, value } from './bits.ts';

/**
 * The float64 set. Series are Taylor's (exp, sin, cos), the area tangent's (log) and Lambert's continued fraction
 * (tanh), cut where the next term is below a twentieth of an ulp: every coefficient is a fraction one can check.
 * A sum is arranged so that its large term is exact and the rounded rest is small beside it.
 */

/** Above this eˣ exceeds the largest float64; below the other it is under half of the smallest. */
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019412;

/** eʳ − 1 for r = high − low, |r| ≤ ln 2 / 2: r + r²/2! + … + r¹³/13!. */
function expm1Reduced(high: number, low: number): number {
  const r = high - low;
  let p = 1 / 479001600 + r * (1 / 6227020800);
  p = 1 / 39916800 + r * p;
  p = 1 / 3628800 + r * p;
  p = 1 / 362880 + r * p;
  p = 1 / 40320 + r * p;
  p = 1 / 5040 + r * p;
  p = 1 / 720 + r * p;
  p = 1 / 120 + r * p;
  p = 1 / 24 + r * p;
  p = 1 / 6 + r * p;
  p = 0.5 + r * p;
  return high - (low - r * r * p);
}

/** eˣ within 1 ulp: x = k ln 2 + r, eˣ = 2ᵏ eʳ. Scaled in two steps, since 2ᵏ alone may lie outside the range. */
export function exp(x: number): number {
  if (x > EXP_OVERFLOW) return Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  if (x !== x) return x;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const y = 1 + expm1Reduced(x - k * LN2_HIGH, k * LN2_LOW);
  const half = k >> 1;
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 2 artanh s = 2s + s³ (2/3 + 2 s²/5 + 2 s⁴/7 + …): the bracket, for w = s² up to that of √2, (3 − 2√2)². */
export function artanhRest(w: number): number {
  let p = 2 / 21 + w * (2 / 23);
  p = 2 / 19 + w * p;
  p = 2 / 17 + w * p;
  p = 2 / 15 + w * p;
  p = 2 / 13 + w * p;
  p = 2 / 11 + w * p;
  p = 2 / 9 + w * p;
  p = 2 / 7 + w * p;
  p = 2 / 5 + w * p;
  return 2 / 3 + w * p;
}

/**
 * k ln 2 + log(1 + f) + rest, for 1 + f in [√½, √2). With s = f / (2 + f), log(1 + f) = 2 artanh s
 * = f − s (f − 2 (s²/3 + s⁴/5 + …)): f is exact, and what is taken from it is at most a sixth of it.
 */
function logReduced(k: number, f: number, rest: number): number {
  const s = f / (2 + f);
  const w = s * s;
  const p = artanhRest(w);
  const taken = s * (f - w * p);
  if (k === 0) return f - taken;
  const whole = k * LN2_HIGH;
  const high = whole + f;
  const low = whole - high + f;
  return high + (low + (k * LN2_LOW + rest - taken));
}

/** Natural logarithm within 1 ulp. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const denormal = x < 2.2250738585072014e-308;
  const k = denormal ? splitExponent(x * 18014398509481984) - 54 : splitExponent(x);
  return logReduced(k, value[0]! - 1, 0);
}

/** log(1 + x) within 1 ulp: what rounding 1 + x to u dropped comes back as a correction, dropped / u. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const u = 1 + x;
  const k = splitExponent(u);
  if (k === 0) return logReduced(0, x, 0);
  const back = u - 1;
  const dropped = 1 - (u - back) + (x - back);
  return logReduced(k, value[0]! - 1, dropped / u);
}

/** Where tanh reaches about a half: below, Lambert's fraction; above, 1 − 2 / (e²ˣ + 1). */
const TANH_SMALL = 0.55;
/** From here on tanh rounds to 1. */
const TANH_ONE = 20;

/** Hyperbolic tangent within 1 ulp. */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (a < TANH_SMALL) return tanhSmall(x);
  if (a >= TANH_ONE) return x < 0 ? -1 : 1;
  const y = tanhLarge(a);
  return x < 0 ? -y : y;
}

/**
 * Lambert: tanh x = x / (1 + w/(3 + w/(5 + … + w/15))), w = x², multiplied out and subtracted from x. Below 2⁻²⁸
 * the correction is under half an ulp (and x itself keeps the sign of −0).
 */
function tanhSmall(x: number): number {
  const w = x * x;
  if (w < 1.3877787807814457e-17) return x;
  const numerator = 675675 + w * (45045 + w * (594 + w));
  const denominator = 2027025 + w * (945945 + w * (51975 + w * (630 + w)));
  return x - x * ((w * numerator) / denominator);
}

/** 1 − 2 / (e²ᵃ + 1), with the bits that its two sums drop carried along. */
function tanhLarge(a: number): number {
  const z = 2 * a;
  const k = Math.floor(z * Math.LOG2E + 0.5);
  const scale = powerOfTwo(k);
  const fraction = scale * expm1Reduced(z - k * LN2_HIGH, k * LN2_LOW);
  const whole = scale + 1;
  const sum = whole + fraction;
  const sumDropped = whole - sum + fraction;
  const share = 2 / sum;
  const y = 1 - share;
  const dropped = 1 - y - share;
  return y + (dropped + 0.5 * share * share * sumDropped);
}

/** 1 / (1 + e⁻ˣ) within 3 ulp; e is at most 1 in both forms, so nothing overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three parts (Cody and Waite): products of the first two with a quadrant number are exact. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;
const TRIGONOMETRY_LIMIT = 1e5;

/** sin(r + rest), |r| ≤ π/4: r − r³/3! + … + r¹⁷/17!. */
function sinReduced(r: number, rest: number): number {
  const w = r * r;
  let p = -1 / 1307674368000 + w * (1 / 355687428096000);
  p = 1 / 6227020800 + w * p;
  p = -1 / 39916800 + w * p;
  p = 1 / 362880 + w * p;
  p = -1 / 5040 + w * p;
  p = 1 / 120 + w * p;
  p = -1 / 6 + w * p;
  return r + (r * w * p + rest * (1 - 0.5 * w));
}

/** cos(r + rest), |r| ≤ π/4: 1 − r²/2! + … + r¹⁶/16!. */
function cosReduced(r: number, rest: number): number {
  const w = r * r;
  let p = -1 / 87178291200 + w * (1 / 20922789888000);
  p = 1 / 479001600 + w * p;
  p = -1 / 3628800 + w * p;
  p = 1 / 40320 + w * p;
  p = -1 / 720 + w * p;
  p = 1 / 24 + w * p;
  const half = 0.5 * w;
  const head = 1 - half;
  return head + (1 - head - half + (w * w * p - r * rest));
}

/** sin(x + quarterTurns · π/2). */
function sinTurned(x: number, quarterTurns: number): number {
  if (!(Math.abs(x) <= TRIGONOMETRY_LIMIT)) return NaN;
  const k = Math.floor(x * TWO_OVER_PI + 0.5);
  const near = x - k * HALF_PI_1;
  const step = k * HALF_PI_2;
  const high = near - step;
  const back = high - near;
  const dropped = near - (high - back) - (step + back);
  const low = dropped - k * HALF_PI_3;
  const r = high + low;
  const rest = high - r + low;
  const quadrant = (k + quarterTurns) & 3;
  const y = quadrant & 1 ? cosReduced(r, rest) : sinReduced(r, rest);
  return quadrant & 2 ? -y : y;
}

/** Sine within 1 ulp for |x| ≤ 100 000 radians; NaN beyond, for the reduction of its range is exact only so far. */
export function sin(x: number): number {
  return x === 0 ? x : sinTurned(x, 0);
}

/** Cosine within 1 ulp for |x| ≤ 100 000 radians; NaN beyond. */
export function cos(x: number): number {
  return sinTurned(x, 1);
}
