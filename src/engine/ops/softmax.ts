import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/** y = e^x / Σ e^x over each row. x and y are (rows, m). */
export const softmax = (tape: Tape, x: Tensor): Tensor => {
  const m = x.shape[1]!;
  const k = tape.kernels;
  const y = tape.rows(m);
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => k.softmax(x.at, y.at, rows, m),
    // ∂L/∂xᵢ = yᵢ · (∂L/∂yᵢ − Σⱼ ∂L/∂yⱼ · yⱼ)
    (rows) => k.softmaxGradient(y.at, dy, dx, rows, m),
  );
  return y;
};
