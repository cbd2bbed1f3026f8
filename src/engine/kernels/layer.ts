/** The contract of the kernels that single layers need; columns are the channels, rows all that lies before them. */
export interface LayerKernels {
  /** to[c] = (Σ_r x[r, c]) / rows */
  columnMeans(x: number, to: number, rows: number, columns: number): void;
  /** to[c] = (Σ_r (x[r, c] − mean[c])²) / rows */
  columnVariances(x: number, mean: number, to: number, rows: number, columns: number): void;
  /** y[r, c] = (x[r, c] − mean[c]) · (1 / √(variance[c] + epsilon)) */
  normalize(
    x: number,
    mean: number,
    variance: number,
    y: number,
    rows: number,
    columns: number,
    epsilon: number,
  ): void;
  /** y[r, c] = x[r, c] · scale[c] + shift[c] */
  scaleColumns(x: number, scale: number, shift: number, y: number, rows: number, columns: number): void;
  /** to[c] += Σ_r x[r, c] · dy[r, c] */
  sumProducts(x: number, dy: number, to: number, rows: number, columns: number): void;
  /**
   * Through mean and variance of the batch itself, y being what `normalize` gave:
   * dx[r, c] += (scale[c] · (1 / √(variance[c] + epsilon))) · ((dy[r, c] − m[c]) − y[r, c] · s[c])
   * with m[c] = (Σ_r dy[r, c]) / rows and s[c] = (Σ_r y[r, c] · dy[r, c]) / rows
   */
  normalizeGradient(
    y: number,
    dy: number,
    scale: number,
    variance: number,
    dx: number,
    rows: number,
    columns: number,
    epsilon: number,
  ): void;
  /** Where mean and variance are given numbers: dx[r, c] += (scale[c] · (1 / √(variance[c] + epsilon))) · dy[r, c] */
  normalizeByGivenGradient(
    dy: number,
    scale: number,
    variance: number,
    dx: number,
    rows: number,
    columns: number,
    epsilon: number,
  ): void;
  /** average[i] = average[i] · momentum + value[i] · (1 − momentum) */
  follow(average: number, value: number, count: number, momentum: number): void;

  /**
   * mask[i] = 0 with the chance `rate`, else 1 / (1 − rate). Number i is dropped where randomBits(seed, 'dropout',
   * layer, step, i) / 2³² < rate.
   */
  dropoutMask(mask: number, count: number, rate: number, seed: number, layer: number, step: number): void;
  /** y[i] = 0 where the mask is 0, else x[i] · mask[i] */
  applyMask(x: number, mask: number, y: number, count: number): void;
  /** dx[i] += dy[i] · mask[i] where the mask is not 0 */
  applyMaskGradient(dy: number, mask: number, dx: number, count: number): void;

  /** y[i] = x[i] · scale + offset */
  rescale(x: number, y: number, count: number, scale: number, offset: number): void;
  /** dx[i] += dy[i] · scale */
  rescaleGradient(dy: number, dx: number, count: number, scale: number): void;

  /** to[0] = l1 · (Σ |w|) + l2 · (Σ w²) */
  penalty(weights: number, to: number, count: number, l1: number, l2: number): void;
  /** dw[i] += dy[0] · (l1 · sign(w[i]) + (2 · l2) · w[i]) */
  penaltyGradient(weights: number, dy: number, dweights: number, count: number, l1: number, l2: number): void;
}
