/**
 * Elementary functions of our own, made only of + − × ÷, exact rounding and bit access. The language leaves the bits
 * of its own ones to each browser; these give the same everywhere (architecture, decision 2). Here are whole sets, for
 * kernels, which choose between them. Whoever computes with a few functions imports their file: a page is then sent no others.
 */

import * as double from './numerics/float64.ts';
import { erf } from './numerics/erf.ts';
import * as single from './numerics/float32.ts';

export { pow } from './numerics/power.ts';

/** The functions both sets offer. Every one takes NaN to NaN; none throws. */
export interface Numerics {
  /** eˣ. Infinity above the largest finite result, gradual underflow to 0 below the smallest. */
  exp(x: number): number;
  /** Natural logarithm. log(0) = −Infinity, log(x < 0) = NaN. */
  log(x: number): number;
  /** log(1 + x), exact where 1 + x would lose the digits of x. log1p(−1) = −Infinity, log1p(−0) = −0. */
  log1p(x: number): number;
  /** Hyperbolic tangent. tanh(−0) = −0. */
  tanh(x: number): number;
  /** 1 / (1 + e⁻ˣ), by whichever of its two forms cannot overflow. */
  sigmoid(x: number): number;
  /** The error function, (2 / √π) ∫₀ˣ e^(−t²) dt. erf(−0) = −0. */
  erf(x: number): number;
}

/** Sine and cosine in radians: |x| ≤ 100 000, NaN beyond (their range reduction is exact only so far). */
export interface Trigonometry {
  sin(x: number): number;
  cos(x: number): number;
}

/** For Float64 kernels, data, initializers and schedules: within 1 ulp (sigmoid, which composes exp: 3). */
export const float64: Numerics & Trigonometry = {
  exp: double.exp,
  log: double.log,
  log1p: double.log1p,
  tanh: double.tanh,
  sigmoid: double.sigmoid,
  erf,
  sin: double.sin,
  cos: double.cos,
};

/**
 * For Float32 kernels: within 2 ulp (sigmoid: 3), rounding to float32 after every operation in the written order, so that a SIMD
 * kernel can give the same bits. Arguments must be float32 numbers already; results are.
 */
export const float32: Numerics = {
  exp: single.exp,
  log: single.log,
  log1p: single.log1p,
  tanh: single.tanh,
  sigmoid: single.sigmoid,
  erf: single.erf,
};
