import { type Arena, createArena, type Tensor } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { uniform } from '../../src/engine/random.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { createTape, type Tape } from '../../src/engine/tape.ts';

/** Gradients against central differences, in Float64. */

/** Slopes smaller than this are compared as if they were this large: the rest is rounding of the differences. */
const SMALLEST = 1e-4;

const relativeError = (a: number, b: number): number =>
  Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), SMALLEST);

export const worstOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((worst, value, i) => Math.max(worst, relativeError(value, b[i] ?? Number.NaN)), 0);

/** df/dx by the central difference of fourth order, whose error shrinks with h⁴. `set` moves x. */
export const slopeOf = (x: number, set: (x: number) => void, f: () => number): number => {
  const h = 3e-4;
  const at = (offset: number): number => {
    set(x + offset * h);
    return f();
  };
  const slope = (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
  set(x);
  return slope;
};

/** Numbers for tests, a pure function of the seed. */
export interface Draws {
  /** In ±[0.05, 2]: away from the kinks at 0. */
  readonly number: () => number;
  /** In [0.05, 0.95]. */
  readonly share: () => number;
  /** 0 … n − 1. */
  readonly below: (n: number) => number;
}

export const drawsOf = (seed: number): Draws => {
  let index = 0;
  const next = (): number => uniform(seed, 'data', 0, 0, index++);
  return {
    number: () => (next() < 0.5 ? -1 : 1) * (0.05 + 1.95 * next()),
    share: () => 0.05 + 0.9 * next(),
    below: (n) => Math.floor(next() * n),
  };
};

/** What a case leaves on the tape: the tensors to be moved one number at a time, those held, and the results. */
export interface Case {
  /** Drawn by `number`, or by `draw` if given. */
  readonly varied: readonly Tensor[];
  readonly draw?: (draws: Draws) => number;
  /** Tensors with values of their own. */
  readonly held?: readonly { readonly tensor: Tensor; readonly value: (i: number) => number }[];
  readonly results: readonly Tensor[];
}

export interface Place {
  readonly tape: Tape;
  readonly draws: Draws;
  /** A tensor without rows, watched by the tape. */
  readonly parameter: (shape: readonly number[]) => Tensor;
}

/** The slopes of Σ c · result for random c, by the ops' gradients and by differences. */
export const slopesOf = (
  seed: number,
  rows: number,
  capacity: number,
  record: (place: Place) => Case,
  training = false,
): { readonly own: number[]; readonly differences: number[] } => {
  const arena: Arena = createArena('float64');
  const tape = createTape(arena, kernelsOver(arena), capacity, training);
  const draws = drawsOf(seed);
  const parameters: Tensor[] = [];
  const parameter = (shape: readonly number[]): Tensor => {
    const tensor = arena.tensor(shape);
    tape.watch(tensor, arena.reserve(sizeOf(shape)));
    parameters.push(tensor);
    return tensor;
  };
  const { varied, draw, held = [], results } = record({ tape, draws, parameter });
  arena.allocate();
  const m = arena.memory;
  /** How many of a tensor's numbers are in use. */
  const used = (tensor: Tensor): number =>
    tensor.shape.length > 1 && !parameters.includes(tensor)
      ? rows * sizeOf(tensor.shape.slice(1))
      : sizeOf(tensor.shape);

  // Whatever is read before it is written, or from a row not in use, spoils the result.
  m.fill(1e3);
  for (const tensor of parameters)
    m.fill(0, tape.gradient(tensor), tape.gradient(tensor) + sizeOf(tensor.shape));
  for (const tensor of varied) {
    for (let i = 0; i < used(tensor); i++)
      m[tensor.at + i] = draw && !parameters.includes(tensor) ? draw(draws) : draws.number();
  }
  for (const { tensor, value } of held) for (let i = 0; i < used(tensor); i++) m[tensor.at + i] = value(i);
  const weights = results.map((tensor) => Array.from({ length: used(tensor) }, () => draws.number()));

  const forward = (): void => tape.forward(rows, 0, 0);
  const objective = (): number => {
    forward();
    return results.reduce(
      (sum, tensor, r) => weights[r]!.reduce((total, weight, i) => total + weight * m[tensor.at + i]!, sum),
      0,
    );
  };
  forward();
  tape.clear(rows);
  results.forEach((tensor, r) => {
    m.set(weights[r]!, tape.gradient(tensor));
  });
  tape.backward(rows, 0, 0);
  const places = varied.flatMap((tensor) =>
    Array.from({ length: used(tensor) }, (_, i) => ({
      at: tensor.at + i,
      slope: m[tape.gradient(tensor) + i]!,
    })),
  );
  const differences = places.map(({ at }) =>
    slopeOf(
      m[at]!,
      (x) => {
        m[at] = x;
      },
      objective,
    ),
  );
  return { own: places.map(({ slope }) => slope), differences };
};
