import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/**
 * In training each number is dropped with the chance `rate` and the others grow by 1 / (1 − rate), so that the sum stays
 * the same on average (Srivastava et al. 2014, scaled as in Keras). Elsewhere y is x itself. `layer` is the id that keys the mask.
 */
export const dropout = (tape: Tape, x: Tensor, rate: number, layer: number): Tensor => {
  if (!tape.training || rate === 0) return x;
  const row = x.shape.slice(1);
  const m = sizeOf(row);
  const k = tape.kernels;
  const mask = tape.scratchRows(row);
  const y = tape.rows(row);
  const [dx, dy] = [tape.gradient(x), tape.gradient(y)];
  tape.record(
    (rows) => {
      k.ask(() => k.dropoutMask(mask.at, rows * m, rate, tape.key.seed, layer, tape.key.step));
      k.applyMask(x.at, mask.at, y.at, rows * m);
    },
    // ∂L/∂x = ∂L/∂y · mask
    (rows) => k.applyMaskGradient(dy, mask.at, dx, rows * m),
  );
  return y;
};
