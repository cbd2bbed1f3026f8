import type { Window } from '../window.ts';

/**
 * The contract of the kernels for pictures (NHWC: rows of the batch, rows and columns of the picture, channels).
 * A window that hangs over the edge meets only the cells inside; (p, q) is a cell of the window, (i, j) one of its
 * stops, and it meets cell (i · stride + p · dilation − top, j · stride + q · dilation − left) of the picture.
 */
export interface ImageKernels {
  /** y[r, i, j, o] = Σ_p Σ_q Σ_c x · kernel[p, q, c, o], summed from 0 in the order of p, then q, then c */
  convolve(
    x: number,
    kernel: number,
    y: number,
    rows: number,
    window: Window,
    channels: number,
    filters: number,
  ): void;
  /** dx[r, a, b, c] += Σ_p Σ_q Σ_o dy · kernel[p, q, c, o] over the stops that meet (a, b), in the order of p, q, o */
  convolveGradient(
    dy: number,
    kernel: number,
    dx: number,
    rows: number,
    window: Window,
    channels: number,
    filters: number,
  ): void;
  /** dkernel[p, q, c, o] += Σ_r Σ_i Σ_j x · dy[r, i, j, o], summed from 0 in the order of r, then i, then j */
  convolveKernelGradient(
    x: number,
    dy: number,
    dkernel: number,
    rows: number,
    window: Window,
    channels: number,
    filters: number,
  ): void;
  /** y[r, i, j, c] = the largest cell of the window; NaN if one is NaN */
  maxPool(x: number, y: number, rows: number, window: Window, channels: number): void;
  /** dx += dy at the first cell of the window (by p, then q) that equals y; stops one after the other, by i, then j */
  maxPoolGradient(
    x: number,
    y: number,
    dy: number,
    dx: number,
    rows: number,
    window: Window,
    channels: number,
  ): void;
  /** y[r, i, j, c] = (Σ of the window's cells inside, by p, then q) / their number; the sum in 8 partials */
  averagePool(x: number, y: number, rows: number, window: Window, channels: number): void;
  /** dx += dy / number at each cell inside the window; stops one after the other, by i, then j */
  averagePoolGradient(dy: number, dx: number, rows: number, window: Window, channels: number): void;
}
