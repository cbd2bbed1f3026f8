import { createArena, type Precision } from './arena.ts';
import { kernelsOver } from './kernels/set.ts';
import { createTape } from './tape.ts';
import { type ActivationName, activations } from './activations/index.ts';

/** f′(z) of one activation at many places, where each output depends on its own sum alone. */
type Slopes = (sums: ArrayLike<number>) => ArrayLike<number>;

/** So many places go over a tape at once. */
const AT_ONCE = 1024;

const exact = new Map<ActivationName, Slopes>();
const fast = new Map<ActivationName, Slopes>();

/**
 * The slope f′(z) of an activation in Float64, as training has it (that of relu at 0 is 0). NaN for softmax, whose
 * outputs depend on all sums: there is no one slope.
 */
export const slopeAt = (name: ActivationName, z: number): number =>
  known(exact, name, 'float64', 1)([z])[0] ?? Number.NaN;

/** The same at many sums, in Float32. */
export const slopesAt = (name: ActivationName, sums: ArrayLike<number>): ArrayLike<number> =>
  known(fast, name, 'float32', AT_ONCE)(sums);

const known = (
  those: Map<ActivationName, Slopes>,
  name: ActivationName,
  precision: Precision,
  rows: number,
): Slopes => {
  if (activations[name].curve === null) return ({ length }) => new Float32Array(length).fill(Number.NaN);
  const slopes = those.get(name) ?? recorded(name, precision, rows);
  those.set(name, slopes);
  return slopes;
};

/** Records the activation on a tape of single numbers, whose gradients are the slopes. */
const recorded = (name: ActivationName, precision: Precision, capacity: number): Slopes => {
  const arena = createArena(precision);
  const tape = createTape(arena, kernelsOver(arena), capacity);
  tape.section(0);
  const z = tape.rows(1);
  const output = activations[name].record(tape, z);
  arena.allocate();
  return (sums) => {
    const slopes = new Float64Array(sums.length);
    for (let from = 0; from < sums.length; from += capacity) {
      const rows = Math.min(capacity, sums.length - from);
      for (let i = 0; i < rows; i++) arena.memory[z.at + i] = sums[from + i]!;
      tape.clear(rows);
      tape.forward(rows, 0, 0);
      arena.memory.fill(1, tape.gradient(output), tape.gradient(output) + rows);
      tape.backward(rows, 0, 0);
      slopes.set(arena.memory.subarray(tape.gradient(z), tape.gradient(z) + rows), from);
    }
    return slopes;
  };
};
