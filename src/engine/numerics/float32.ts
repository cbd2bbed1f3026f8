/**
 * The float32 set: every operation rounds to float32, in the order written, and branches only choose between values,
 * so that four lanes of SIMD give the same bits. Polynomials are our own minimax fits (Remez' exchange in 200-bit
 * arithmetic, coefficients then rounded to float32); each names its function, interval and error.
 */

const round = Math.fround;

const LOG2_E = round(Math.LOG2E);
/** ln 2 in two parts: its first 16 bits, so that its product with any exponent is exact, and the rest. */
const LN2_HIGH = round(0.693145751953125);
const LN2_LOW = round(1.4286068e-6);

/** Beyond these eˣ is Infinity or 0 in float32; x is held within them, so that the exponent fits its bits. */
const EXP_MAX = 89;
const EXP_MIN = -104;

/** (eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2, error 2⁻²⁸ of eʳ. */
const EXP_2 = round(0.49999994);
const EXP_3 = round(0.16666521);
const EXP_4 = round(0.04166839);
const EXP_5 = round(0.008368741);
const EXP_6 = round(0.0013814548);

const value = new Float32Array(1);
const bits = new Int32Array(value.buffer);

/** 2ᵏ for −126 ≤ k ≤ 127, by its bits. */
function powerOfTwo(k: number): number {
  bits[0] = (k + 127) << 23;
  return value[0]!;
}

/** eˣ within 1 ulp: x = k ln 2 + r, eˣ = 2ᵏ eʳ. Scaled in two steps, since 2ᵏ alone may lie outside the range. */
export function exp(x: number): number {
  const held = Math.min(Math.max(x, EXP_MIN), EXP_MAX);
  const k = Math.floor(round(round(held * LOG2_E) + 0.5));
  const high = round(held - round(k * LN2_HIGH));
  const low = round(k * LN2_LOW);
  const r = round(high - low);
  let p = round(EXP_5 + round(r * EXP_6));
  p = round(EXP_4 + round(r * p));
  p = round(EXP_3 + round(r * p));
  p = round(EXP_2 + round(r * p));
  const y = round(1 + round(high - round(low - round(round(r * r) * p))));
  const half = k >> 1;
  return round(round(y * powerOfTwo(half)) * powerOfTwo(k - half));
}

/** (2 artanh s / s − 2) / s² as a polynomial in s², for |s| ≤ (√2 − 1) / (√2 + 1), error 2⁻³⁰ of artanh s. */
const LOG_3 = round(0.66666776);
const LOG_5 = round(0.39977497);
const LOG_7 = round(0.29873034);

/**
 * k ln 2 + log(1 + f) + rest, for 1 + f in [√½, √2). With s = f / (2 + f), log(1 + f) = 2 artanh s
 * = f − s (f − 2 (s²/3 + s⁴/5 + …)).
 */
function logReduced(k: number, f: number, rest: number): number {
  const s = round(f / round(2 + f));
  const w = round(s * s);
  let p = round(LOG_5 + round(w * LOG_7));
  p = round(LOG_3 + round(w * p));
  const taken = round(s * round(f - round(w * p)));
  if (k === 0) return round(f - taken);
  const low = round(round(round(k * LN2_LOW) + rest) - taken);
  return round(round(k * LN2_HIGH) + round(f + low));
}

/** Bits of √½: where the significand is cut so that it falls in [√½, √2). */
const SQRT_HALF_BITS = 0x3f3504f3;

/** The k for which x / 2ᵏ lies in [√½, √2); leaves x / 2ᵏ in `value`. For normal positive x. */
function splitExponent(x: number): number {
  value[0] = x;
  const k = (bits[0]! - SQRT_HALF_BITS) >> 23;
  bits[0] = bits[0]! - (k << 23);
  return k;
}

/** Natural logarithm within 2 ulp. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const denormal = x < 1.1754943508222875e-38;
  const k = denormal ? splitExponent(round(x * 8388608)) - 23 : splitExponent(x);
  return logReduced(k, round(value[0]! - 1), 0);
}

/** log(1 + x) within 2 ulp: what rounding 1 + x to u dropped comes back as a correction, dropped / u. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const u = round(1 + x);
  const k = splitExponent(u);
  if (k === 0) return logReduced(0, x, 0);
  const back = round(u - 1);
  const dropped = round(round(1 - round(u - back)) + round(x - back));
  return logReduced(k, round(value[0]! - 1), round(dropped / u));
}

/** Where tanh reaches about a half: below, its polynomial; above, 1 − 2 / (e²ˣ + 1). */
const TANH_SMALL = round(0.55);

/** (1 − tanh x / x) / x² as a polynomial in x², for |x| ≤ 0.55, error 2⁻²⁷·⁸ of tanh x. */
const TANH_2 = round(0.33333316);
const TANH_4 = round(-0.13332586);
const TANH_6 = round(0.053852323);
const TANH_8 = round(-0.021071728);
const TANH_10 = round(0.006274311);

/** Hyperbolic tangent within 2 ulp. */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (a < TANH_SMALL) {
    const w = round(x * x);
    let p = round(TANH_8 + round(w * TANH_10));
    p = round(TANH_6 + round(w * p));
    p = round(TANH_4 + round(w * p));
    p = round(TANH_2 + round(w * p));
    return round(x * round(1 - round(w * p)));
  }
  const y = round(1 - round(2 / round(exp(round(a + a)) + 1)));
  return x < 0 ? -y : y;
}

/** 1 / (1 + e⁻ˣ) within 3 ulp; e is at most 1 in both forms, so nothing overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return round(1 / round(1 + exp(-x)));
  const e = exp(x);
  return round(e / round(1 + e));
}

/** erf x / x − 1 as a polynomial in x², for |x| ≤ 0.9, error 2⁻²⁶. */
const ERF_SMALL = [-0.0006102687, 0.0050144843, -0.026780719, 0.112821944, -0.37612528, 0.12837915].map(
  round,
);

/** −log(1 − erf x) as a polynomial in x, for 0.9 ≤ x ≤ 4, where erf rounds to 1. */
const ERF_TAIL = [
  -1.6430637e-6, 4.616386e-5, -0.00059758575, 0.004762626, -0.026427638, 0.110087164, 0.6318239, 1.130231,
  -0.00031853965,
].map(round);

/** A polynomial whose coefficients stand highest power first. */
const horner = (terms: readonly number[], x: number): number => {
  let p = 0;
  for (let i = 0; i < terms.length; i++) p = round(round(p * x) + terms[i]!);
  return p;
};

/** The error function within 2 ulp. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a < 0.9) return round(x + round(x * horner(ERF_SMALL, round(x * x))));
  const y = round(1 - exp(-horner(ERF_TAIL, Math.min(a, 4))));
  return x < 0 ? -y : y;
}
