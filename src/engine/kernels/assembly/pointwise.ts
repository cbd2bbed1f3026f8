// Kernels that work on each number alone (../pointwise.ts and the activations of ../kernels.ts). A kernel's code says what is
// computed: it is known where the loops below are compiled into each kernel, so that nothing is chosen while it runs.

import * as code from './codes';
import * as c from './constants';
import { at } from './constants';
import { absolute, erf, exp, opposite, positive, sigmoid, softLine, tanh } from './functions';
import { number, put } from './lanes';
import { old } from './targets';

/** 1 + erf(z · √½) */
@inline
function twiceNormal(z: v128): v128 {
  return f32x4.add(at(c.ONE), erf(f32x4.mul(z, at(c.ROOT_HALF))));
}

/** y = f(z); `a` and `b` are the settings of the kernels that have some. */
@inline
function f(kind: i32, z: v128, a: v128, b: v128): v128 {
  const zero = number(0), one = at(c.ONE);
  if (kind == code.SIGMOID) return sigmoid(z);
  if (kind == code.TANH) return tanh(z);
  if (kind == code.RELU) return v128.andnot(z, f32x4.le(z, zero));
  if (kind == code.STEP) {
    return v128.bitselect(v128.and(one, f32x4.ge(z, zero)), z, f32x4.eq(z, z));
  }
  if (kind == code.LEAKY_RELU) return v128.bitselect(f32x4.mul(a, z), z, f32x4.lt(z, zero));
  if (kind == code.ELU) {
    const low = f32x4.mul(a, f32x4.sub(exp(z), one));
    return v128.bitselect(f32x4.mul(b, z), low, f32x4.gt(z, zero));
  }
  if (kind == code.GELU) return f32x4.mul(f32x4.mul(at(c.HALF), z), twiceNormal(z));
  if (kind == code.SILU) return f32x4.mul(z, sigmoid(z));
  if (kind == code.SOFTPLUS) return f32x4.add(positive(z), softLine(z));
  if (kind == code.SOFTSIGN) return f32x4.div(z, f32x4.add(one, absolute(z)));
  if (kind == code.HARD_SIGMOID) {
    return f32x4.div(f32x4.min(f32x4.max(f32x4.add(z, at(c.THREE)), zero), at(c.SIX)), at(c.SIX));
  }
  if (kind == code.EXPONENTIAL) return exp(z);
  if (kind == code.RESCALE) return f32x4.add(f32x4.mul(z, a), b);
  if (kind == code.SCALE) return f32x4.mul(z, a);
  if (kind == code.WEIGHT_DECAY) return f32x4.sub(z, f32x4.mul(f32x4.mul(z, a), b));
  if (kind == code.CLIP_VALUE) return f32x4.min(f32x4.max(z, opposite(a)), a);
  // CLIP_NORM
  return f32x4.div(f32x4.mul(z, a), b);
}

/** f′, from z or from y as the contract says. */
@inline
function slope(kind: i32, z: v128, a: v128, b: v128): v128 {
  const zero = number(0), one = at(c.ONE);
  if (kind == code.SIGMOID_GRADIENT) return f32x4.mul(z, f32x4.sub(one, z));
  if (kind == code.TANH_GRADIENT) return f32x4.sub(one, f32x4.mul(z, z));
  if (kind == code.LEAKY_RELU_GRADIENT) return v128.bitselect(a, one, f32x4.lt(z, zero));
  if (kind == code.ELU_GRADIENT) return v128.bitselect(b, f32x4.mul(a, exp(z)), f32x4.gt(z, zero));
  if (kind == code.GELU_GRADIENT) {
    const density = exp(f32x4.mul(at(c.MINUS_HALF), f32x4.mul(z, z)));
    const bell = f32x4.mul(density, at(c.DENSITY));
    return f32x4.add(f32x4.mul(at(c.HALF), twiceNormal(z)), f32x4.mul(z, bell));
  }
  if (kind == code.SILU_GRADIENT) {
    const s = sigmoid(z);
    return f32x4.mul(s, f32x4.add(one, f32x4.mul(z, f32x4.sub(one, s))));
  }
  if (kind == code.SOFTPLUS_GRADIENT) return sigmoid(z);
  if (kind == code.SOFTSIGN_GRADIENT) {
    const divisor = f32x4.add(one, absolute(z));
    return f32x4.div(one, f32x4.mul(divisor, divisor));
  }
  if (kind == code.HARD_SIGMOID_GRADIENT) {
    return v128.and(at(c.SIXTH), f32x4.lt(absolute(z), at(c.THREE)));
  }
  // EXPONENTIAL_GRADIENT, and the kernels that scale by numbers of their own.
  return z;
}

/** y = f(x) */
@inline
export function each(kind: i32, x: usize, y: usize, count: i32, a: v128, b: v128): void {
  for (let left = count; left > 0; left -= 4) {
    put(y, f(kind, v128.load(x), a, b), left);
    x += 16;
    y += 16;
  }
}

/** dx += dy · f′ */
@inline
export function slopes(kind: i32, x: usize, dy: usize, dx: usize, count: i32, a: v128, b: v128): void {
  for (let left = count; left > 0; left -= 4) {
    const product = f32x4.mul(v128.load(dy), slope(kind, v128.load(x), a, b));
    put(dx, f32x4.add(old(v128.load(dx)), product), left);
    x += 16;
    dy += 16;
    dx += 16;
  }
}
