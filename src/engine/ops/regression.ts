import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/** Losses of regression, one a row: predictions p and targets t are (rows, m), the result is (rows, 1). */

/** (1/m) Σ |p − t| */
export const absoluteError = (tape: Tape, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, dp } = prepare(tape, p);
  tape.record(
    (rows) => k.absoluteError(p.at, t.at, loss.at, rows, m),
    // ∂loss/∂p = (1/m) sign(p − t)
    (rows) => k.absoluteErrorGradient(p.at, t.at, dloss, dp, rows, m),
  );
  return loss;
};

/** (1/m) Σ ½e² where |e| ≤ delta, else delta·|e| − ½delta², with e = p − t */
export const huber = (tape: Tape, p: Tensor, t: Tensor, delta: number): Tensor => {
  const { loss, k, m, dloss, dp } = prepare(tape, p);
  tape.record(
    (rows) => k.huber(p.at, t.at, loss.at, rows, m, delta),
    // ∂loss/∂p = (1/m) e, held within ±delta
    (rows) => k.huberGradient(p.at, t.at, dloss, dp, rows, m, delta),
  );
  return loss;
};

/** t · (1 − smoothing) + floor: answers that are a little unsure. No gradient goes to answers. */
export const smooth = (tape: Tape, t: Tensor, smoothing: number, floor: number): Tensor => {
  const m = t.shape[1]!;
  const y = tape.rows(m);
  tape.record(
    (rows) => tape.kernels.smooth(t.at, y.at, rows * m, smoothing, floor),
    () => {},
  );
  return y;
};

const prepare = (tape: Tape, p: Tensor) => {
  const loss = tape.rows(1);
  return { loss, k: tape.kernels, m: p.shape[1]!, dloss: tape.gradient(loss), dp: tape.gradient(p) };
};
