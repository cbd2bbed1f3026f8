import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/** y = e^x / Σ e^x over the last axis. x and y are (rows, …, m). */
export const softmax = (tape: Tape, x: Tensor): Tensor => {
  const row = x.shape.slice(1);
  const m = row.at(-1)!;
  const each = sizeOf(row) / m;
  const k = tape.kernels;
  const y = tape.rows(row);
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => k.softmax(x.at, y.at, rows * each, m),
    // ∂L/∂xᵢ = yᵢ · (∂L/∂yᵢ − Σⱼ ∂L/∂yⱼ · yⱼ)
    (rows) => k.softmaxGradient(y.at, dy, dx, rows * each, m),
  );
  return y;
};
