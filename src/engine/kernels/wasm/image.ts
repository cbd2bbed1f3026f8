import type { ImageKernels } from '../image.ts';
import type { Window } from '../../window.ts';
import { type Call, place } from './calls.ts';
import * as code from '../assembly/codes.ts';
import { SCRATCH_BYTES } from '../assembly/places.ts';

/** A window as the assembly reads it (../assembly/window.ts). */
const wordsOf = (window: Window): number[] => [
  window.height,
  window.width,
  window.outHeight,
  window.outWidth,
  window.tall,
  window.wide,
  window.strideY,
  window.strideX,
  window.dilationY,
  window.dilationX,
  window.top,
  window.left,
];

/**
 * Whether a convolution fits the scratch memory: 8 bytes for each line and column of its result, and the weights of
 * 8 filters, each `inner` numbers for a cell.
 */
const fits = (window: Window, height: number, width: number, inner: number): boolean =>
  8 * (height + width) + 16 + 32 * window.tall * window.wide * inner <= SCRATCH_BYTES;

/** The kernels for pictures; `plain` are those of the reference, for pictures of unheard-of size. */
export const image = (call: Call, plain: ImageKernels): ImageKernels => ({
  convolve(x, kernel, y, rows, window, channels, filters) {
    if (fits(window, window.outHeight, window.outWidth, channels)) {
      const words = wordsOf(window);
      call(code.CONVOLVE, place(x), place(kernel), place(y), rows, channels, filters, 0, ...words);
    } else plain.convolve(x, kernel, y, rows, window, channels, filters);
  },
  convolveGradient(dy, kernel, dx, rows, window, channels, filters) {
    if (fits(window, window.height, window.width, filters)) {
      const words = wordsOf(window);
      call(code.CONVOLVE_GRADIENT, place(dy), place(kernel), place(dx), rows, channels, filters, ...words);
    } else plain.convolveGradient(dy, kernel, dx, rows, window, channels, filters);
  },
  convolveKernelGradient(x, dy, dkernel, rows, window, channels, filters) {
    const words = wordsOf(window);
    call(
      code.CONVOLVE_KERNEL_GRADIENT,
      place(x),
      place(dy),
      place(dkernel),
      rows,
      channels,
      filters,
      ...words,
      0,
      1,
    );
  },
  maxPool(x, y, rows, window, channels) {
    call(code.MAX_POOL, place(x), place(y), rows, channels, ...wordsOf(window));
  },
  maxPoolGradient(x, y, dy, dx, rows, window, channels) {
    const words = wordsOf(window);
    call(code.MAX_POOL_GRADIENT, place(x), place(y), place(dy), place(dx), rows, channels, ...words, 0);
  },
  averagePool(x, y, rows, window, channels) {
    call(code.AVERAGE_POOL, place(x), place(y), rows, channels, ...wordsOf(window));
  },
  averagePoolGradient(dy, dx, rows, window, channels) {
    call(code.AVERAGE_POOL_GRADIENT, place(dy), place(dx), rows, channels, ...wordsOf(window));
  },
});
