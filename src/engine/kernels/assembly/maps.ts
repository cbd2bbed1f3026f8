// The kernels of the loops in pointwise.ts.

import * as code from './codes';
import { number, put } from './lanes';
import { sumOfSquares } from './means';
import { each, slopes } from './pointwise';
import { old } from './targets';

export function sigmoid(x: usize, y: usize, count: i32): void {
  each(code.SIGMOID, x, y, count, number(0), number(0));
}
export function tanh(x: usize, y: usize, count: i32): void {
  each(code.TANH, x, y, count, number(0), number(0));
}
export function relu(x: usize, y: usize, count: i32): void {
  each(code.RELU, x, y, count, number(0), number(0));
}
export function step(x: usize, y: usize, count: i32): void {
  each(code.STEP, x, y, count, number(0), number(0));
}
export function gelu(x: usize, y: usize, count: i32): void {
  each(code.GELU, x, y, count, number(0), number(0));
}
export function silu(x: usize, y: usize, count: i32): void {
  each(code.SILU, x, y, count, number(0), number(0));
}
export function softplus(x: usize, y: usize, count: i32): void {
  each(code.SOFTPLUS, x, y, count, number(0), number(0));
}
export function softsign(x: usize, y: usize, count: i32): void {
  each(code.SOFTSIGN, x, y, count, number(0), number(0));
}
export function hardSigmoid(x: usize, y: usize, count: i32): void {
  each(code.HARD_SIGMOID, x, y, count, number(0), number(0));
}
export function exponential(x: usize, y: usize, count: i32): void {
  each(code.EXPONENTIAL, x, y, count, number(0), number(0));
}
export function leakyRelu(x: usize, y: usize, count: i32, slope: f32): void {
  each(code.LEAKY_RELU, x, y, count, number(slope), number(0));
}
export function elu(x: usize, y: usize, count: i32, alpha: f32, scale: f32): void {
  each(code.ELU, x, y, count, number(scale * alpha), number(scale));
}
export function rescale(x: usize, y: usize, count: i32, scale: f32, offset: f32): void {
  each(code.RESCALE, x, y, count, number(scale), number(offset));
}

export function sigmoidGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.SIGMOID_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function tanhGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.TANH_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function geluGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.GELU_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function siluGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.SILU_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function softplusGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.SOFTPLUS_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function softsignGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.SOFTSIGN_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function hardSigmoidGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.HARD_SIGMOID_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function exponentialGradient(x: usize, dy: usize, dx: usize, count: i32): void {
  slopes(code.EXPONENTIAL_GRADIENT, x, dy, dx, count, number(0), number(0));
}
export function leakyReluGradient(x: usize, dy: usize, dx: usize, count: i32, slope: f32): void {
  slopes(code.LEAKY_RELU_GRADIENT, x, dy, dx, count, number(slope), number(0));
}
export function eluGradient(x: usize, dy: usize, dx: usize, count: i32, alpha: f32, scale: f32): void {
  slopes(code.ELU_GRADIENT, x, dy, dx, count, number(scale * alpha), number(scale));
}

/** dx += dy where y > 0 */
export function reluGradient(y: usize, dy: usize, dx: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    const d = old(v128.load(dx));
    const more = f32x4.add(d, v128.load(dy));
    put(dx, v128.bitselect(more, d, f32x4.gt(v128.load(y), number(0))), left);
    y += 16;
    dy += 16;
    dx += 16;
  }
}

/** dx += dy · scale */
export function rescaleGradient(dy: usize, dx: usize, count: i32, scale: f32): void {
  for (let left = count; left > 0; left -= 4) {
    put(dx, f32x4.add(old(v128.load(dx)), f32x4.mul(v128.load(dy), number(scale))), left);
    dy += 16;
    dx += 16;
  }
}

/** x = x · factor */
export function scale(x: usize, count: i32, factor: f32): void {
  each(code.SCALE, x, x, count, number(factor), number(0));
}
/** weights = weights − (weights · decay) · rate */
export function weightDecay(weights: usize, count: i32, rate: f32, decay: f32): void {
  each(code.WEIGHT_DECAY, weights, weights, count, number(decay), number(rate));
}
/** x = min(max(x, −limit), limit) */
export function clipValue(x: usize, count: i32, limit: f32): void {
  each(code.CLIP_VALUE, x, x, count, number(limit), number(0));
}
/** x = (x · limit) / max(√Σ x², limit) */
export function clipNorm(x: usize, count: i32, limit: f32): void {
  each(code.CLIP_NORM, x, x, count, number(limit), number(max(sqrt(sumOfSquares(x, count)), limit)));
}
