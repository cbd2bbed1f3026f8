import type { ImageKernels } from './image.ts';
import type { LayerKernels } from './layer.ts';
import type { LossKernels } from './losses.ts';
import type { OptimizerKernels } from './optimizers.ts';
import type { PointwiseKernels } from './pointwise.ts';
import type { Programs } from './programs.ts';

/**
 * The contract of the kernels: what each computes, to the last bit.
 *
 * All arguments that name data are indices into one memory; all counts are in elements. `round` below is
 * Math.fround in Float32 and nothing in Float64. Every + − × ÷ and square root is followed by one `round`, in
 * the order written; exp, log, log1p, tanh, sigmoid and erf are those of numerics.ts in the same precision. No fused multiply-add,
 * no other order of summation:
 *
 *   - a matrix product or convolution sums each output element from 0 in the order of k = 0, 1, 2, …;
 *   - every other sum keeps 8 interleaved partials (element i goes to partial i mod 8, in order) and joins them
 *     by a fixed tree: first p[i] + p[i + 4] for i < 4, then [0] + [2] and [1] + [3], then the last two.
 *
 * "+=" means: the sum is finished first and then added to what was there. Where outputs are named as inputs (y = x in
 * addBias) they may be the same memory. The kernels of pictures, of single layers, of
 * optimizers and of the less usual activations and losses are in files of their own.
 */
export interface Kernels
  extends Programs,
    ImageKernels,
    LayerKernels,
    PointwiseKernels,
    LossKernels,
    OptimizerKernels {
  /** to[i] = value */
  fill(to: number, count: number, value: number): void;
  /** to[0] = how many rows are answered rightly, as metrics/accuracy.ts says */
  countRight(outputs: number, answers: number, to: number, rows: number, units: number): void;
  /** to[i] += from[i] */
  add(from: number, to: number, count: number): void;
  /** y[r, c] = x[r, c] + bias[c] */
  addBias(x: number, bias: number, y: number, rows: number, columns: number): void;
  /** to[c] += Σ_r x[r, c] */
  sumRows(x: number, to: number, rows: number, columns: number): void;
  /** c (m × n) = a (m × k) · b (k × n) */
  matmul(a: number, b: number, c: number, m: number, k: number, n: number): void;
  /** c (m × n) += aᵀ · b, where a is (k × m) and b (k × n) */
  matmulTransposedA(a: number, b: number, c: number, m: number, k: number, n: number): void;
  /** c (m × n) += a · bᵀ, where a is (m × k) and b (n × k) */
  matmulTransposedB(a: number, b: number, c: number, m: number, k: number, n: number): void;

  /** y = 1 / (1 + e^−x), through e^−|x| so that nothing overflows */
  sigmoid(x: number, y: number, count: number): void;
  /** dx += dy · (y · (1 − y)) */
  sigmoidGradient(y: number, dy: number, dx: number, count: number): void;
  tanh(x: number, y: number, count: number): void;
  /** dx += dy · (1 − y · y) */
  tanhGradient(y: number, dy: number, dx: number, count: number): void;
  /** y = 0 for x ≤ 0, else x (NaN stays NaN) */
  relu(x: number, y: number, count: number): void;
  /** dx += dy where y > 0 */
  reluGradient(y: number, dy: number, dx: number, count: number): void;
  /** y = 1 for x ≥ 0, else 0 (NaN stays NaN) */
  step(x: number, y: number, count: number): void;
  /** y[r, c] = e^(x[r, c] − m) / Σ_c e^(x[r, c] − m) with m the row's maximum */
  softmax(x: number, y: number, rows: number, columns: number): void;
  /** dx[r, c] += y[r, c] · (dy[r, c] − Σ_c dy[r, c] · y[r, c]) */
  softmaxGradient(y: number, dy: number, dx: number, rows: number, columns: number): void;

  /** to[0] = (Σ x[i]) / count */
  mean(x: number, to: number, count: number): void;
  /** dx[i] += dy[0] / count */
  meanGradient(dy: number, dx: number, count: number): void;
  /** to[0] = (Σ w[i] · x[i]) / count */
  weightedMean(x: number, w: number, to: number, count: number): void;
  /** dx[i] += w[i] · (dy[0] / count) */
  weightedMeanGradient(dy: number, w: number, dx: number, count: number): void;

  /** loss[r] = (Σ_c (p − t)²) / columns */
  squaredError(p: number, t: number, loss: number, rows: number, columns: number): void;
  /** dp += dloss[r] · ((2 / columns) · (p − t)) */
  squaredErrorGradient(p: number, t: number, dloss: number, dp: number, rows: number, columns: number): void;
  /** loss[r] = (Σ_c −(t · log q + (1 − t) · log(1 − q))) / columns, q = p clipped to [ε, 1 − ε], ε = 1e-7 */
  binaryCrossentropy(p: number, t: number, loss: number, rows: number, columns: number): void;
  /** dp += dloss[r] · (((q − t) / (q · (1 − q))) / columns) where p was not clipped */
  binaryCrossentropyGradient(
    p: number,
    t: number,
    dloss: number,
    dp: number,
    rows: number,
    columns: number,
  ): void;
  /** loss[r] = (Σ_c max(z, 0) − z · t + log1p(e^−|z|)) / columns, from logits z */
  binaryCrossentropyOfLogits(z: number, t: number, loss: number, rows: number, columns: number): void;
  /** dz += dloss[r] · ((p − t) / columns), p = sigmoid(z) as the forward pass left it */
  binaryCrossentropyOfLogitsGradient(
    p: number,
    t: number,
    dloss: number,
    dz: number,
    rows: number,
    columns: number,
  ): void;
  /** loss[r] = −Σ_c t · log(clip(p / Σ_c p)); t is one-hot */
  categoricalCrossentropy(p: number, t: number, loss: number, rows: number, columns: number): void;
  /** the gradient of the line above: dp[c] += dloss[r] · (g[c] − Σ_c g[c] · u[c]) / s, u = p / s, g = −t / u where unclipped */
  categoricalCrossentropyGradient(
    p: number,
    t: number,
    dloss: number,
    dp: number,
    rows: number,
    columns: number,
  ): void;
  /** loss[r] = Σ_c t · ((log Σ_c e^(z − m)) − (z − m)), from logits z; t is one-hot */
  categoricalCrossentropyOfLogits(z: number, t: number, loss: number, rows: number, columns: number): void;
  /** dz += dloss[r] · (p · Σ_c t − t), p = softmax(z) as the forward pass left it; Σ t is 0 where no output stands for the class */
  categoricalCrossentropyOfLogitsGradient(
    p: number,
    t: number,
    dloss: number,
    dz: number,
    rows: number,
    columns: number,
  ): void;
  /** loss[r] = (Σ_c (p − t) · z) / columns */
  perceptronLoss(p: number, t: number, z: number, loss: number, rows: number, columns: number): void;
  /** dz += dloss[r] · ((p − t) / columns), p held constant */
  perceptronLossGradient(
    p: number,
    t: number,
    dloss: number,
    dz: number,
    rows: number,
    columns: number,
  ): void;
}
