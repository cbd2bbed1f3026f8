import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/** The activations that work on each number alone. x and the result have one shape; m is the size of a row. */

/** y = 1 / (1 + e^−x) */
export const sigmoid = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.sigmoid(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y · y(1 − y)
    (rows) => k.sigmoidGradient(y.at, dy, dx, rows * m),
  );
  return y;
};

/** y = tanh x */
export const tanh = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.tanh(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y · (1 − y²)
    (rows) => k.tanhGradient(y.at, dy, dx, rows * m),
  );
  return y;
};

/** y = max(x, 0); its slope at 0 is 0, as in Keras */
export const relu = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, dx, dy, m } = prepare(tape, x);
  tape.record(
    (rows) => k.relu(x.at, y.at, rows * m),
    // ∂L/∂x = ∂L/∂y where y > 0, else 0
    (rows) => k.reluGradient(y.at, dy, dx, rows * m),
  );
  return y;
};

/** y = 1 where x ≥ 0, else 0 (our convention; Keras has no step function) */
export const step = (tape: Tape, x: Tensor): Tensor => {
  const { y, k, m } = prepare(tape, x);
  tape.record(
    (rows) => k.step(x.at, y.at, rows * m),
    // Its slope is 0 wherever it has one, so nothing is passed back.
    () => {},
  );
  return y;
};

const prepare = (tape: Tape, x: Tensor) => {
  const row = x.shape.slice(1);
  const m = sizeOf(row);
  const y = tape.rows(row);
  return { y, m, k: tape.kernels, dx: tape.gradient(x), dy: tape.gradient(y) };
};
