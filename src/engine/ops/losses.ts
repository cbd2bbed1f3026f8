import type { Tensor } from '../arena.ts';
import type { Tape } from '../tape.ts';

/**
 * One loss a row. Predictions p, targets t and logits z are (rows, m); the result is (rows, 1).
 * The formulas are Keras's (keras.losses, reduction over the last axis); "OfLogits" are the fused forms it uses
 * where the activation before is known.
 */

/** (1/m) Σ (p − t)² */
export const squaredError = (tape: Tape, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, d } = prepare(tape, p);
  tape.record(
    (rows) => k.squaredError(p.at, t.at, loss.at, rows, m),
    // ∂loss/∂p = (2/m)(p − t)
    (rows) => k.squaredErrorGradient(p.at, t.at, dloss, d, rows, m),
  );
  return loss;
};

/** −(1/m) Σ t·log p + (1 − t)·log(1 − p), p clipped to [1e-7, 1 − 1e-7] */
export const binaryCrossentropy = (tape: Tape, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, d } = prepare(tape, p);
  tape.record(
    (rows) => k.binaryCrossentropy(p.at, t.at, loss.at, rows, m),
    // ∂loss/∂p = (1/m)(p − t) / (p(1 − p)), and 0 where p was clipped
    (rows) => k.binaryCrossentropyGradient(p.at, t.at, dloss, d, rows, m),
  );
  return loss;
};

/** The same from logits z with p = sigmoid(z): (1/m) Σ max(z, 0) − z·t + log(1 + e^−|z|) */
export const binaryCrossentropyOfLogits = (tape: Tape, z: Tensor, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, d } = prepare(tape, z);
  tape.record(
    (rows) => k.binaryCrossentropyOfLogits(z.at, t.at, loss.at, rows, m),
    // ∂loss/∂z = (1/m)(p − t)
    (rows) => k.binaryCrossentropyOfLogitsGradient(p.at, t.at, dloss, d, rows, m),
  );
  return loss;
};

/** −Σ t·log(p / Σp), the quotient clipped to [1e-7, 1 − 1e-7]; t is one-hot */
export const categoricalCrossentropy = (tape: Tape, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, d } = prepare(tape, p);
  tape.record(
    (rows) => k.categoricalCrossentropy(p.at, t.at, loss.at, rows, m),
    // with u = p / Σp and g = −t / u: ∂loss/∂p = (g − Σ g·u) / Σp
    (rows) => k.categoricalCrossentropyGradient(p.at, t.at, dloss, d, rows, m),
  );
  return loss;
};

/** The same from logits z with p = softmax(z): Σ t·(log Σ e^z − z); t is one-hot */
export const categoricalCrossentropyOfLogits = (tape: Tape, z: Tensor, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, d } = prepare(tape, z);
  tape.record(
    (rows) => k.categoricalCrossentropyOfLogits(z.at, t.at, loss.at, rows, m),
    // ∂loss/∂z = p·Σt − t
    (rows) => k.categoricalCrossentropyOfLogitsGradient(p.at, t.at, dloss, d, rows, m),
  );
  return loss;
};

/** (1/m) Σ (p − t)·z with p held constant: plain SGD with batch 1 on it is Rosenblatt's rule */
export const perceptronLoss = (tape: Tape, z: Tensor, p: Tensor, t: Tensor): Tensor => {
  const { loss, k, m, dloss, d } = prepare(tape, z);
  tape.record(
    (rows) => k.perceptronLoss(p.at, t.at, z.at, loss.at, rows, m),
    // ∂loss/∂z = (1/m)(p − t)
    (rows) => k.perceptronLossGradient(p.at, t.at, dloss, d, rows, m),
  );
  return loss;
};

const prepare = (tape: Tape, input: Tensor) => {
  const loss = tape.rows(1);
  return { loss, k: tape.kernels, m: input.shape[1]!, dloss: tape.gradient(loss), d: tape.gradient(input) };
};
