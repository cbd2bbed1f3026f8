import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/** y = x · scale + offset. x and y have one shape. */
export const rescaling = (tape: Tape, x: Tensor, scale: number, offset: number): Tensor => {
  const row = x.shape.slice(1);
  const m = sizeOf(row);
  const k = tape.kernels;
  const y = tape.rows(row);
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => k.rescale(x.at, y.at, rows * m, scale, offset),
    // ∂L/∂x = ∂L/∂y · scale
    (rows) => k.rescaleGradient(dy, dx, rows * m, scale),
  );
  return y;
};
