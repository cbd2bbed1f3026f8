import type { Tensor } from '../arena.ts';
import { sizeOf } from '../shape.ts';
import type { Tape } from '../tape.ts';

/** l1 · Σ |w| + l2 · Σ w² over the elements of one weight, as keras.regularizers.L1L2. The result has one element. */
export const penalty = (tape: Tape, weight: Tensor, l1: number, l2: number): Tensor => {
  const count = sizeOf(weight.shape);
  const k = tape.kernels;
  const y = tape.single();
  const [dweight, dy] = [tape.gradient(weight), tape.gradient(y)];
  tape.record(
    () => k.penalty(weight.at, y.at, count, l1, l2),
    // ∂L/∂w = ∂L/∂y · (l1 · sign w + 2 · l2 · w), the sign of 0 being 0
    () => k.penaltyGradient(weight.at, dy, dweight, count, l1, l2),
  );
  return y;
};

/** The sum of tensors of one element each, added one after the other. */
export const total = (tape: Tape, parts: readonly Tensor[]): Tensor => {
  const k = tape.kernels;
  const y = tape.single();
  const dy = tape.gradient(y);
  const gradients = parts.map((part) => tape.gradient(part));
  tape.record(
    () => {
      k.fill(y.at, 1, 0);
      for (let i = 0; i < parts.length; i++) k.add(parts[i]!.at, y.at, 1);
    },
    // ∂L/∂part = ∂L/∂y
    () => {
      for (let i = 0; i < gradients.length; i++) k.add(dy, gradients[i]!, 1);
    },
  );
  return y;
};
