/** Losses besides those of the first lessons: one number a row, and what goes back from it. */
export interface LossKernels {
  /** loss[r] = (Σ_c |p − t|) / columns */
  absoluteError(p: number, t: number, loss: number, rows: number, columns: number): void;
  /** dp += dloss[r] · (sign(p − t) / columns), sign(0) = 0 */
  absoluteErrorGradient(p: number, t: number, dloss: number, dp: number, rows: number, columns: number): void;
  /** loss[r] = (Σ_c ½ · e² where |e| ≤ delta, else delta · |e| − ½ · delta²) / columns, e = p − t */
  huber(p: number, t: number, loss: number, rows: number, columns: number, delta: number): void;
  /** dp += dloss[r] · (min(max(e, −delta), delta) / columns) */
  huberGradient(
    p: number,
    t: number,
    dloss: number,
    dp: number,
    rows: number,
    columns: number,
    delta: number,
  ): void;
  /** y = t · (1 − smoothing) + floor */
  smooth(t: number, y: number, count: number, smoothing: number, floor: number): void;
}
