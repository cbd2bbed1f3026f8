/**
 * Activations that work on each number alone. y = f(x), and dx += dy · f′(x) with f′ as written; `s` is sigmoid(x). At a
 * corner the slope is the one that Keras has on JAX.
 */
export interface PointwiseKernels {
  /** y = x for x ≥ 0, else slope · x */
  leakyRelu(x: number, y: number, count: number, slope: number): void;
  /** f′ = 1 for x ≥ 0, else slope */
  leakyReluGradient(x: number, dy: number, dx: number, count: number, slope: number): void;
  /** y = scale · x for x > 0, else (scale · alpha) · (eˣ − 1) */
  elu(x: number, y: number, count: number, alpha: number, scale: number): void;
  /** f′ = scale for x > 0, else (scale · alpha) · eˣ */
  eluGradient(x: number, dy: number, dx: number, count: number, alpha: number, scale: number): void;
  /** y = (½ · x) · (1 + erf(x · √½)) */
  gelu(x: number, y: number, count: number): void;
  /** f′ = ½ · (1 + erf(x · √½)) + x · (e^(−½ · (x · x)) · (1 / √2π)) */
  geluGradient(x: number, dy: number, dx: number, count: number): void;
  /** y = x · s */
  silu(x: number, y: number, count: number): void;
  /** f′ = s · (1 + x · (1 − s)) */
  siluGradient(x: number, dy: number, dx: number, count: number): void;
  /** y = max(x, 0) + log1p(e^−|x|) */
  softplus(x: number, y: number, count: number): void;
  /** f′ = s */
  softplusGradient(x: number, dy: number, dx: number, count: number): void;
  /** y = x / (1 + |x|) */
  softsign(x: number, y: number, count: number): void;
  /** f′ = 1 / ((1 + |x|) · (1 + |x|)) */
  softsignGradient(x: number, dy: number, dx: number, count: number): void;
  /** y = min(max(x + 3, 0), 6) / 6 */
  hardSigmoid(x: number, y: number, count: number): void;
  /** f′ = 1/6 for −3 < x < 3, else 0 */
  hardSigmoidGradient(x: number, dy: number, dx: number, count: number): void;
  /** y = eˣ */
  exponential(x: number, y: number, count: number): void;
  /** f′ = y */
  exponentialGradient(y: number, dy: number, dx: number, count: number): void;
}
