import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/**
 * z = x · kernel + bias over the last axis. x is (rows, …, n), kernel (n, m), bias (m) or none; z is (rows, …, m).
 */
export const linear = (tape: Tape, x: Tensor, kernel: Tensor, bias: Tensor | null): Tensor => {
  const [n, m] = kernel.shape as [number, number];
  const before = x.shape.slice(1, -1);
  const each = sizeOf(before);
  const k = tape.kernels;
  const z = tape.rows([...before, m]);
  const [dx, dkernel, dz] = [x, kernel, z].map((tensor) => tape.gradient(tensor)) as [number, number, number];
  const dbias = bias && tape.gradient(bias);
  tape.record(
    (rows) => {
      k.matmul(x.at, kernel.at, z.at, rows * each, n, m);
      if (bias) k.addBias(z.at, bias.at, z.at, rows * each, m);
    },
    // ∂L/∂bias = Σ_rows ∂L/∂z;  ∂L/∂kernel = xᵀ · ∂L/∂z;  ∂L/∂x = ∂L/∂z · kernelᵀ
    (rows) => {
      if (dbias !== null) k.sumRows(dz, dbias, rows * each, m);
      k.matmulTransposedA(x.at, dz, dkernel, n, rows * each, m);
      if (tape.wants(x)) k.matmulTransposedB(dz, kernel.at, dx, rows * each, m, n);
    },
  );
  return z;
};
