import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';
import type { Window } from '../window.ts';

/** One value for each window and channel. x is (rows, height, width, c); y is (rows, outHeight, outWidth, c). */

/** y = the largest cell of the window */
export const maxPooling = (tape: Tape, x: Tensor, window: Window): Tensor => {
  const { y, c, k, dx, dy } = prepare(tape, x, window);
  tape.record(
    (rows) => k.maxPool(x.at, y.at, rows, window, c),
    // ∂L/∂x = Σ ∂L/∂y over the windows whose largest cell (the first of equals) it is
    (rows) => k.maxPoolGradient(x.at, y.at, dy, dx, rows, window, c),
  );
  return y;
};

/** y = the mean of the window's cells that lie inside the picture */
export const averagePooling = (tape: Tape, x: Tensor, window: Window): Tensor => {
  const { y, c, k, dx, dy } = prepare(tape, x, window);
  tape.record(
    (rows) => k.averagePool(x.at, y.at, rows, window, c),
    // ∂L/∂x = Σ ∂L/∂y / (cells inside) over the windows it lies in
    (rows) => k.averagePoolGradient(dy, dx, rows, window, c),
  );
  return y;
};

const prepare = (tape: Tape, x: Tensor, window: Window) => {
  const c = x.shape.at(-1)!;
  const y = tape.rows([window.outHeight, window.outWidth, c]);
  return { y, c, k: tape.kernels, dx: tape.gradient(x), dy: tape.gradient(y) };
};
