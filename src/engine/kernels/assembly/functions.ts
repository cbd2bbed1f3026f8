// The functions of numerics/float32.ts, four numbers at a time: operation for operation the same, and where those branch, both
// ways are computed and one is chosen. Coefficients and their sources stand there.

import { number } from './lanes';

/** a + b · c, each rounded */
@inline
function step(a: f32, b: v128, c: v128): v128 {
  return f32x4.add(number(a), f32x4.mul(b, c));
}

/** 2ᵏ for −126 ≤ k ≤ 127, by its bits. */
@inline
function powerOfTwo(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23);
}

/** eˣ */
@inline
export function exp(x: v128): v128 {
  const held = f32x4.min(f32x4.max(x, number(-104)), number(89));
  const k = f32x4.floor(step(0.5, held, number(1.4426950408889634)));
  const high = f32x4.sub(held, f32x4.mul(k, number(0.693145751953125)));
  const low = f32x4.mul(k, number(1.4286068e-6));
  const r = f32x4.sub(high, low);
  let p = step(0.008368741, r, number(0.0013814548));
  p = step(0.04166839, r, p);
  p = step(0.16666521, r, p);
  p = step(0.49999994, r, p);
  const y = f32x4.add(number(1), f32x4.sub(high, f32x4.sub(low, f32x4.mul(f32x4.mul(r, r), p))));
  const whole = i32x4.trunc_sat_f32x4_s(k);
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(y, powerOfTwo(half)), powerOfTwo(i32x4.sub(whole, half)));
}

/** k ln 2 + log(1 + f) + rest; `low` is k · LN2_LOW + rest. */
@inline
function logReduced(k: v128, f: v128, low: v128): v128 {
  const s = f32x4.div(f, f32x4.add(number(2), f));
  const w = f32x4.mul(s, s);
  let p = step(0.39977497, w, number(0.29873034));
  p = step(0.66666776, w, p);
  const taken = f32x4.mul(s, f32x4.sub(f, f32x4.mul(w, p)));
  const scaled = f32x4.add(
    f32x4.mul(k, number(0.693145751953125)),
    f32x4.add(f, f32x4.sub(low, taken)),
  );
  return v128.bitselect(f32x4.sub(f, taken), scaled, f32x4.eq(k, number(0)));
}

/** The k for which x / 2ᵏ lies in [√½, √2), for normal positive x. */
@inline
function exponent(x: v128): v128 {
  return i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23);
}

/** y for x above `least`, −Infinity at it, NaN below it and for NaN; Infinity for Infinity. */
@inline
function bounded(y: v128, x: v128, least: v128): v128 {
  const end = v128.bitselect(number(-Infinity), number(NaN), f32x4.eq(x, least));
  const finite = v128.bitselect(y, end, f32x4.gt(x, least));
  return v128.bitselect(x, finite, f32x4.eq(x, number(Infinity)));
}

/** Natural logarithm. */
@inline
export function log(x: v128): v128 {
  const denormal = f32x4.lt(x, number(1.1754943508222875e-38));
  const normal = v128.bitselect(f32x4.mul(x, number(8388608)), x, denormal);
  const whole = exponent(normal);
  const f = f32x4.sub(i32x4.sub(normal, i32x4.shl(whole, 23)), number(1));
  const k = f32x4.sub(f32x4.convert_i32x4_s(whole), v128.and(number(23), denormal));
  return bounded(logReduced(k, f, f32x4.mul(k, number(1.4286068e-6))), x, number(0));
}

/** log(1 + x) */
@inline
export function log1p(x: v128): v128 {
  const one = number(1);
  const u = f32x4.add(one, x);
  const whole = exponent(u);
  const back = f32x4.sub(u, one);
  const dropped = f32x4.add(f32x4.sub(one, f32x4.sub(u, back)), f32x4.sub(x, back));
  const reduced = f32x4.sub(i32x4.sub(u, i32x4.shl(whole, 23)), one);
  const f = v128.bitselect(x, reduced, i32x4.eq(whole, i32x4.splat(0)));
  const k = f32x4.convert_i32x4_s(whole);
  const low = f32x4.add(f32x4.mul(k, number(1.4286068e-6)), f32x4.div(dropped, u));
  return bounded(logReduced(k, f, low), x, number(-1));
}

/** y with the other sign where x < 0. */
@inline
function signed(y: v128, x: v128): v128 {
  return v128.xor(y, v128.and(f32x4.lt(x, number(0)), i32x4.splat(0x80000000)));
}

/** Hyperbolic tangent. */
@inline
export function tanh(x: v128): v128 {
  const a = f32x4.abs(x);
  const w = f32x4.mul(x, x);
  let p = step(-0.021071728, w, number(0.006274311));
  p = step(0.053852323, w, p);
  p = step(-0.13332586, w, p);
  p = step(0.33333316, w, p);
  const small = f32x4.mul(x, f32x4.sub(number(1), f32x4.mul(w, p)));
  const e = exp(f32x4.add(a, a));
  const large = f32x4.sub(number(1), f32x4.div(number(2), f32x4.add(e, number(1))));
  return v128.bitselect(small, signed(large, x), f32x4.lt(a, number(0.55)));
}

/** 1 / (1 + e⁻ˣ) */
@inline
export function sigmoid(x: v128): v128 {
  const one = number(1);
  const e = exp(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(one, e, f32x4.ge(x, number(0))), f32x4.add(one, e));
}

/** The error function. */
@inline
export function erf(x: v128): v128 {
  const a = f32x4.abs(x);
  const w = f32x4.mul(x, x);
  let p = step(0.0050144843, w, number(-0.0006102687));
  p = step(-0.026780719, w, p);
  p = step(0.112821944, w, p);
  p = step(-0.37612528, w, p);
  p = step(0.12837915, w, p);
  const small = f32x4.add(x, f32x4.mul(x, p));
  const t = f32x4.min(a, number(4));
  p = step(4.616386e-5, t, number(-1.6430637e-6));
  p = step(-0.00059758575, t, p);
  p = step(0.004762626, t, p);
  p = step(-0.026427638, t, p);
  p = step(0.110087164, t, p);
  p = step(0.6318239, t, p);
  p = step(1.130231, t, p);
  p = step(-0.00031853965, t, p);
  const large = f32x4.sub(number(1), exp(f32x4.neg(p)));
  return v128.bitselect(small, signed(large, x), f32x4.lt(a, number(0.9)));
}

/** z where z > 0, else 0 */
@inline
export function positive(z: v128): v128 {
  return f32x4.pmax(number(0), z);
}

/** −1, 0 or 1; what is neither above nor below 0 stays as it is. */
@inline
export function sign(z: v128): v128 {
  const zero = number(0);
  const one = v128.or(number(1), v128.and(z, i32x4.splat(0x80000000)));
  return v128.bitselect(one, z, v128.or(f32x4.gt(z, zero), f32x4.lt(z, zero)));
}
