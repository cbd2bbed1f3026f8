import { createArena } from './arena.ts';
import { kernelsOver } from './kernels/set.ts';
import { createTape } from './tape.ts';
import { type ActivationName, activations } from './activations/index.ts';

/** f′(z) of one activation, where each output depends on its own sum alone. */
type Slope = (z: number) => number;

const known = new Map<ActivationName, Slope>();

/**
 * The slope f′(z) of an activation in Float64, as training has it (that of relu at 0 is 0). NaN for softmax, whose
 * outputs depend on all sums: there is no one slope.
 */
export const slopeAt = (name: ActivationName, z: number): number => {
  if (activations[name].curve === null) return Number.NaN;
  let slope = known.get(name);
  if (!slope) known.set(name, (slope = recorded(name)));
  return slope(z);
};

/** Records the activation on a tape of one number, whose gradient is the slope. */
const recorded = (name: ActivationName): Slope => {
  const arena = createArena('float64');
  const tape = createTape(arena, kernelsOver(arena), 1);
  tape.section(0);
  const z = tape.rows(1);
  const output = activations[name].record(tape, z);
  arena.allocate();
  return (at) => {
    arena.memory[z.at] = at;
    tape.clear(1);
    tape.forward(1, 0, 0);
    arena.memory[tape.gradient(output)] = 1;
    tape.backward(1, 0, 0);
    return arena.memory[tape.gradient(z)]!;
  };
};
