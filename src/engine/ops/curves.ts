import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/** More activations that work on each number alone; x and the result have one shape. Slopes stand at the kernels. */

/** y = x where x ≥ 0, else slope · x */
export const leakyRelu = (tape: Tape, x: Tensor, slope: number): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.leakyRelu(x.at, y.at, rows * m, slope),
    // ∂L/∂x = ∂L/∂y where x ≥ 0, else slope · ∂L/∂y
    (rows) => k.leakyReluGradient(x.at, dy, dx, rows * m, slope),
  );
  return y;
};

/** y = scale · x where x > 0, else scale · alpha · (eˣ − 1) */
export const elu = (tape: Tape, x: Tensor, alpha: number, scale: number): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.elu(x.at, y.at, rows * m, alpha, scale),
    // ∂L/∂x = ∂L/∂y · scale where x > 0, else ∂L/∂y · scale · alpha · eˣ
    (rows) => k.eluGradient(x.at, dy, dx, rows * m, alpha, scale),
  );
  return y;
};

/** y = x · Φ(x) = ½ x (1 + erf(x / √2)) */
export const gelu = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.gelu(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y · (Φ(x) + x · φ(x))
    (rows) => k.geluGradient(x.at, dy, dx, rows * m),
  );
  return y;
};

/** y = x · sigmoid(x) */
export const silu = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.silu(x.at, y.at, rows * m),
    // with s = sigmoid(x): ∂L/∂x = ∂L/∂y · s(1 + x(1 − s))
    (rows) => k.siluGradient(x.at, dy, dx, rows * m),
  );
  return y;
};

/** y = log(1 + eˣ) */
export const softplus = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.softplus(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y · sigmoid(x)
    (rows) => k.softplusGradient(x.at, dy, dx, rows * m),
  );
  return y;
};

/** y = x / (1 + |x|) */
export const softsign = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.softsign(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y / (1 + |x|)²
    (rows) => k.softsignGradient(x.at, dy, dx, rows * m),
  );
  return y;
};

/** y = x / 6 + ½, held within 0 and 1 */
export const hardSigmoid = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.hardSigmoid(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y / 6 where it is not held
    (rows) => k.hardSigmoidGradient(x.at, dy, dx, rows * m),
  );
  return y;
};

/** y = eˣ */
export const exponential = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.exponential(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y · y
    (rows) => k.exponentialGradient(y.at, dy, dx, rows * m),
  );
  return y;
};

const prepare = (tape: Tape, x: Tensor) => {
  const row = x.shape.slice(1);
  const y = tape.rows(row);
  return { y, m: sizeOf(row), k: tape.kernels, dx: tape.gradient(x), dy: tape.gradient(y) };
};
