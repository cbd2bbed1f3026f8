// The functions of numerics/float32.ts, four numbers at a time: operation for operation the same, and where those
// branch, both ways are computed and one is chosen. What coefficients are stands there.

import * as c from './constants';
import { at } from './constants';

const ZERO: f32 = 0;

/** a + b · p, each rounded */
@inline
function step(a: usize, b: v128, p: v128): v128 {
  return f32x4.add(at(a), f32x4.mul(b, p));
}

/** 2ᵏ for −126 ≤ k ≤ 127, by its bits. */
@inline
function powerOfTwo(k: v128): v128 {
  return i32x4.add(i32x4.shl(k, 23), at(c.ONE));
}

/** eˣ */
@inline
export function exp(x: v128): v128 {
  const held = f32x4.pmin(f32x4.pmax(x, at(c.EXP_MIN)), at(c.EXP_MAX));
  const k = f32x4.floor(step(c.HALF, held, at(c.LOG2_E)));
  const high = f32x4.sub(held, f32x4.mul(k, at(c.LN2_HIGH)));
  const low = f32x4.mul(k, at(c.LN2_LOW));
  const r = f32x4.sub(high, low);
  let p = step(c.EXP_5, r, at(c.EXP_6));
  p = step(c.EXP_4, r, p);
  p = step(c.EXP_3, r, p);
  p = step(c.EXP_2, r, p);
  const y = f32x4.add(at(c.ONE), f32x4.sub(high, f32x4.sub(low, f32x4.mul(f32x4.mul(r, r), p))));
  const whole = i32x4.sub(f32x4.add(k, at(c.WHOLE)), at(c.WHOLE));
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(y, powerOfTwo(half)), powerOfTwo(i32x4.sub(whole, half)));
}

/** k ln 2 + log(1 + f) + rest; `low` is k · LN2_LOW + rest. */
@inline
function logReduced(k: v128, f: v128, low: v128): v128 {
  const s = f32x4.div(f, f32x4.add(at(c.TWO), f));
  const w = f32x4.mul(s, s);
  let p = step(c.LOG_5, w, at(c.LOG_7));
  p = step(c.LOG_3, w, p);
  const taken = f32x4.mul(s, f32x4.sub(f, f32x4.mul(w, p)));
  const scaled = f32x4.add(f32x4.mul(k, at(c.LN2_HIGH)), f32x4.add(f, f32x4.sub(low, taken)));
  return v128.bitselect(f32x4.sub(f, taken), scaled, f32x4.eq(k, f32x4.splat(ZERO)));
}

/** The k for which x / 2ᵏ lies in [√½, √2), for normal positive x. */
@inline
function exponent(x: v128): v128 {
  return i32x4.shr_s(i32x4.sub(x, at(c.SQRT_HALF_BITS)), 23);
}

/** y for x above `least`, −Infinity at it, NaN below it and for NaN; Infinity for Infinity. */
@inline
function bounded(y: v128, x: v128, least: v128): v128 {
  const end = v128.bitselect(at(c.MINUS_INFINITY), at(c.NOT_A_NUMBER), f32x4.eq(x, least));
  const finite = v128.bitselect(y, end, f32x4.gt(x, least));
  return v128.bitselect(x, finite, f32x4.eq(x, at(c.INFINITY)));
}

/** Natural logarithm. */
@inline
export function log(x: v128): v128 {
  const denormal = f32x4.lt(x, at(c.NORMAL));
  const normal = v128.bitselect(f32x4.mul(x, at(c.LIFT)), x, denormal);
  const whole = exponent(normal);
  const f = f32x4.sub(i32x4.sub(normal, i32x4.shl(whole, 23)), at(c.ONE));
  const k = f32x4.sub(f32x4.convert_i32x4_s(whole), v128.and(at(c.LIFT_BITS), denormal));
  return bounded(logReduced(k, f, f32x4.mul(k, at(c.LN2_LOW))), x, f32x4.splat(ZERO));
}

/** log(1 + x) */
@inline
export function log1p(x: v128): v128 {
  const one = at(c.ONE);
  const u = f32x4.add(one, x);
  const whole = exponent(u);
  const back = f32x4.sub(u, one);
  const dropped = f32x4.add(f32x4.sub(one, f32x4.sub(u, back)), f32x4.sub(x, back));
  const reduced = f32x4.sub(i32x4.sub(u, i32x4.shl(whole, 23)), one);
  const k = f32x4.convert_i32x4_s(whole);
  const f = v128.bitselect(x, reduced, f32x4.eq(k, f32x4.splat(ZERO)));
  const low = f32x4.add(f32x4.mul(k, at(c.LN2_LOW)), f32x4.div(dropped, u));
  return bounded(logReduced(k, f, low), x, at(c.MINUS_ONE));
}

/** y with the other sign where x < 0. */
@inline
function signed(y: v128, x: v128): v128 {
  return v128.xor(y, v128.and(f32x4.lt(x, f32x4.splat(ZERO)), at(c.MINUS_ZERO)));
}

/** |x| */
@inline
export function absolute(x: v128): v128 {
  return v128.andnot(x, at(c.MINUS_ZERO));
}

/** −x */
@inline
export function opposite(x: v128): v128 {
  return v128.xor(x, at(c.MINUS_ZERO));
}

/** Hyperbolic tangent. */
@inline
export function tanh(x: v128): v128 {
  const a = absolute(x);
  const w = f32x4.mul(x, x);
  let p = step(c.TANH_8, w, at(c.TANH_10));
  p = step(c.TANH_6, w, p);
  p = step(c.TANH_4, w, p);
  p = step(c.TANH_2, w, p);
  const small = f32x4.mul(x, f32x4.sub(at(c.ONE), f32x4.mul(w, p)));
  const e = exp(f32x4.add(a, a));
  const large = f32x4.sub(at(c.ONE), f32x4.div(at(c.TWO), f32x4.add(e, at(c.ONE))));
  return v128.bitselect(small, signed(large, x), f32x4.lt(a, at(c.TANH_SMALL)));
}

/** 1 / (1 + e⁻ˣ) */
@inline
export function sigmoid(x: v128): v128 {
  const one = at(c.ONE);
  // e^−|x|: |x| with the sign set.
  const e = exp(v128.or(x, at(c.MINUS_ZERO)));
  return f32x4.div(v128.bitselect(one, e, f32x4.ge(x, f32x4.splat(ZERO))), f32x4.add(one, e));
}

/** log(1 + e^−|x|) */
@inline
export function softLine(x: v128): v128 {
  return log1p(exp(v128.or(x, at(c.MINUS_ZERO))));
}

/** The error function. */
@inline
export function erf(x: v128): v128 {
  const a = absolute(x);
  const w = f32x4.mul(x, x);
  let p = step(c.ERF_SMALL + 4, w, at(c.ERF_SMALL));
  p = step(c.ERF_SMALL + 8, w, p);
  p = step(c.ERF_SMALL + 12, w, p);
  p = step(c.ERF_SMALL + 16, w, p);
  p = step(c.ERF_SMALL + 20, w, p);
  const small = f32x4.add(x, f32x4.mul(x, p));
  const t = f32x4.pmin(a, at(c.ERF_TO));
  p = step(c.ERF_TAIL + 4, t, at(c.ERF_TAIL));
  p = step(c.ERF_TAIL + 8, t, p);
  p = step(c.ERF_TAIL + 12, t, p);
  p = step(c.ERF_TAIL + 16, t, p);
  p = step(c.ERF_TAIL + 20, t, p);
  p = step(c.ERF_TAIL + 24, t, p);
  p = step(c.ERF_TAIL + 28, t, p);
  p = step(c.ERF_TAIL + 32, t, p);
  const large = f32x4.sub(at(c.ONE), exp(opposite(p)));
  return v128.bitselect(small, signed(large, x), f32x4.lt(a, at(c.ERF_FROM)));
}

/** z where z > 0, else 0 */
@inline
export function positive(z: v128): v128 {
  return f32x4.pmax(f32x4.splat(ZERO), z);
}

/** −1, 0 or 1; what is neither above nor below 0 stays as it is. */
@inline
export function sign(z: v128): v128 {
  const zero = f32x4.splat(ZERO);
  const one = v128.or(at(c.ONE), v128.and(z, at(c.MINUS_ZERO)));
  return v128.bitselect(one, z, v128.or(f32x4.gt(z, zero), f32x4.lt(z, zero)));
}
