import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';
import type { Window } from '../window.ts';

/**
 * z = x ∗ kernel + bias (a cross-correlation, as in Keras). x is (rows, height, width, c), kernel (tall, wide, c, m),
 * bias (m) or none; z is (rows, outHeight, outWidth, m).
 */
export const convolution = (
  tape: Tape,
  x: Tensor,
  kernel: Tensor,
  bias: Tensor | null,
  window: Window,
): Tensor => {
  const [, , c, m] = kernel.shape as [number, number, number, number];
  const stops = window.outHeight * window.outWidth;
  const k = tape.kernels;
  const z = tape.rows([window.outHeight, window.outWidth, m]);
  const [dx, dkernel, dz] = [x, kernel, z].map((tensor) => tape.gradient(tensor)) as [number, number, number];
  const dbias = bias && tape.gradient(bias);
  tape.record(
    (rows) => {
      k.convolve(x.at, kernel.at, z.at, rows, window, c, m);
      if (bias) k.addBias(z.at, bias.at, z.at, rows * stops, m);
    },
    // ∂L/∂bias = Σ ∂L/∂z;  ∂L/∂kernel[p, q] = Σ xᵀ · ∂L/∂z over the stops;  ∂L/∂x = Σ ∂L/∂z · kernel[p, q]ᵀ
    (rows) => {
      if (dbias !== null) k.sumRows(dz, dbias, rows * stops, m);
      k.convolveKernelGradient(x.at, dz, dkernel, rows, window, c, m);
      if (tape.wants(x)) k.convolveGradient(dz, kernel.at, dx, rows, window, c, m);
    },
  );
  return z;
};
