import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/** The mean of a column over the rows in use. x is (rows, 1); the result has one element. */
export const mean = (tape: Tape, x: Tensor): Tensor => {
  const k = tape.kernels;
  const y = tape.single();
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => k.mean(x.at, y.at, rows),
    // ∂L/∂xᵢ = ∂L/∂y / rows
    (rows) => k.meanGradient(dy, dx, rows),
  );
  return y;
};
