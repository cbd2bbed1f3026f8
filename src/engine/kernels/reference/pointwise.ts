import type { PointwiseKernels } from '../pointwise.ts';
import type { Arithmetic } from './arithmetic.ts';

/** √½ and 1 / √2π, the constants of the normal distribution. */
const ROOT_HALF = 0.7071067811865476;
const DENSITY = 0.3989422804014327;

export const pointwise = ({ arena, round, functions }: Arithmetic): PointwiseKernels => {
  const { exp, erf, log1p, sigmoid } = functions;
  const rootHalf = round(ROOT_HALF);
  const density = round(DENSITY);
  const sixth = round(1 / 6);

  /** y = f(x) for every number. */
  const each = (x: number, y: number, count: number, f: (z: number) => number): void => {
    const m = arena.memory;
    for (let i = 0; i < count; i++) m[y + i] = f(m[x + i]!);
  };
  /** dx += dy · slope(x) for every number. */
  const slopes = (x: number, dy: number, dx: number, count: number, slope: (z: number) => number): void => {
    const m = arena.memory;
    for (let i = 0; i < count; i++) m[dx + i] = round(m[dx + i]! + round(m[dy + i]! * slope(m[x + i]!)));
  };
  /** Φ(z) twice over: 1 + erf(z / √2). */
  const twiceNormal = (z: number): number => round(1 + erf(round(z * rootHalf)));

  return {
    leakyRelu(x, y, count, slope) {
      const low = round(slope);
      each(x, y, count, (z) => (z < 0 ? round(low * z) : z));
    },
    leakyReluGradient(x, dy, dx, count, slope) {
      const low = round(slope);
      slopes(x, dy, dx, count, (z) => (z < 0 ? low : 1));
    },
    elu(x, y, count, alpha, scale) {
      const high = round(scale);
      const low = round(high * round(alpha));
      each(x, y, count, (z) => (z > 0 ? round(high * z) : round(low * round(exp(z) - 1))));
    },
    eluGradient(x, dy, dx, count, alpha, scale) {
      const high = round(scale);
      const low = round(high * round(alpha));
      slopes(x, dy, dx, count, (z) => (z > 0 ? high : round(low * exp(z))));
    },
    gelu(x, y, count) {
      each(x, y, count, (z) => round(round(0.5 * z) * twiceNormal(z)));
    },
    geluGradient(x, dy, dx, count) {
      slopes(x, dy, dx, count, (z) => {
        const bell = round(exp(round(-0.5 * round(z * z))) * density);
        return round(round(0.5 * twiceNormal(z)) + round(z * bell));
      });
    },
    silu(x, y, count) {
      each(x, y, count, (z) => round(z * sigmoid(z)));
    },
    siluGradient(x, dy, dx, count) {
      slopes(x, dy, dx, count, (z) => {
        const s = sigmoid(z);
        return round(s * round(1 + round(z * round(1 - s))));
      });
    },
    softplus(x, y, count) {
      each(x, y, count, (z) => round((z > 0 ? z : 0) + log1p(exp(-Math.abs(z)))));
    },
    softplusGradient(x, dy, dx, count) {
      slopes(x, dy, dx, count, sigmoid);
    },
    softsign(x, y, count) {
      each(x, y, count, (z) => round(z / round(1 + Math.abs(z))));
    },
    softsignGradient(x, dy, dx, count) {
      slopes(x, dy, dx, count, (z) => {
        const divisor = round(1 + Math.abs(z));
        return round(1 / round(divisor * divisor));
      });
    },
    hardSigmoid(x, y, count) {
      each(x, y, count, (z) => round(Math.min(Math.max(round(z + 3), 0), 6) / 6));
    },
    hardSigmoidGradient(x, dy, dx, count) {
      slopes(x, dy, dx, count, (z) => (z > -3 && z < 3 ? sixth : 0));
    },
    exponential(x, y, count) {
      each(x, y, count, exp);
    },
    exponentialGradient(y, dy, dx, count) {
      slopes(y, dy, dx, count, (a) => a);
    },
  };
};
