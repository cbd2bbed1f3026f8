import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/** z = x · kernel + bias. x is (rows, n), kernel (n, m), bias (m); z is (rows, m). */
export const linear = (tape: Tape, x: Tensor, kernel: Tensor, bias: Tensor): Tensor => {
  const [n, m] = kernel.shape as [number, number];
  const k = tape.kernels;
  const products = tape.rows(m);
  const z = tape.rows(m);
  const [dx, dkernel, dbias, dz] = [x, kernel, bias, z].map((tensor) => tape.gradient(tensor)) as [
    number,
    number,
    number,
    number,
  ];
  tape.record(
    (rows) => {
      k.matmul(x.at, kernel.at, products.at, rows, n, m);
      k.addBias(products.at, bias.at, z.at, rows, m);
    },
    // ∂L/∂bias = Σ_rows ∂L/∂z;  ∂L/∂kernel = xᵀ · ∂L/∂z;  ∂L/∂x = ∂L/∂z · kernelᵀ
    (rows) => {
      k.sumRows(dz, dbias, rows, m);
      k.matmulTransposedA(x.at, dz, dkernel, n, rows, m);
      k.matmulTransposedB(dz, kernel.at, dx, rows, m, n);
    },
  );
  return z;
};
