import type { Arena, Tensor } from './arena.ts';
import { sizeOf } from './arena.ts';
import type { Kernels } from './kernels/kernels.ts';

/** One recorded operation: closures over places in the arena. `rows` is how many rows of the capacity are in use. */
interface Operation {
  readonly section: number;
  readonly forward: (rows: number) => void;
  readonly backward: (rows: number) => void;
}

/** A stretch of gradient memory whose meaning is per row, so that only the rows in use need clearing. */
interface GradientRows {
  readonly at: number;
  readonly width: number;
}

/**
 * A program recorded once and replayed in place: every op writes into its own buffers, so a replay allocates
 * nothing and builds nothing. Recording is symbolic (shapes and places only), because the arena's memory does not
 * exist until everything is recorded and the sum is known.
 *
 * Ops belong to sections: section l is layer l, section L the loss. A phase of a batch is one section forwards or
 * backwards; replaying the sections one by one gives the same bits as replaying them all.
 */
export interface Tape {
  readonly kernels: Kernels;
  /** The most rows a replay can take. */
  readonly capacity: number;
  /** A tensor of `capacity` rows, with room for its gradient. */
  rows(width: number): Tensor;
  /** A tensor without rows (a mean), with room for its gradient. */
  single(): Tensor;
  /** Where the gradient of a tensor lies. */
  gradient(tensor: Tensor): number;
  /** Names the memory that takes a parameter's gradient on this tape. */
  watch(parameter: Tensor, gradient: number): void;
  /** Ops recorded from here on belong to this section. */
  section(index: number): void;
  record(forward: (rows: number) => void, backward: (rows: number) => void): void;
  /** Replays sections from … to (both included). */
  forward(rows: number, from: number, to: number): void;
  /** Replays the gradients of sections from … down to `to` (both included), last op first. */
  backward(rows: number, from: number, to: number): void;
  /** Sets the gradients of everything but parameters to 0, for the rows in use. */
  clear(rows: number): void;
}

export const createTape = (arena: Arena, kernels: Kernels, capacity: number): Tape => {
  const operations: Operation[] = [];
  const gradients = new Map<Tensor, number>();
  const cleared: GradientRows[] = [];
  let current = 0;

  const gradient = (tensor: Tensor): number => {
    const at = gradients.get(tensor);
    if (at === undefined) {
      throw new Error(
        `Tape.gradient: expected a tensor made or watched by this tape, received one of shape (${tensor.shape.join(', ')}). Make it with tape.rows() or name its gradient with tape.watch().`,
      );
    }
    return at;
  };
  const withGradient = (tensor: Tensor, width: number): Tensor => {
    const at = arena.reserve(sizeOf(tensor.shape));
    gradients.set(tensor, at);
    cleared.push({ at, width });
    return tensor;
  };

  return {
    kernels,
    capacity,
    rows: (width) => withGradient(arena.tensor([capacity, width]), width),
    single: () => withGradient(arena.tensor([1]), 0),
    gradient,
    watch: (parameter, at) => {
      gradients.set(parameter, at);
    },
    section: (index) => {
      current = index;
    },
    record: (forward, backward) => {
      operations.push({ section: current, forward, backward });
    },
    forward(rows, from, to) {
      for (let i = 0; i < operations.length; i++) {
        const operation = operations[i]!;
        if (operation.section >= from && operation.section <= to) operation.forward(rows);
      }
    },
    backward(rows, from, to) {
      for (let i = operations.length - 1; i >= 0; i--) {
        const operation = operations[i]!;
        if (operation.section <= from && operation.section >= to) operation.backward(rows);
      }
    },
    clear(rows) {
      for (let i = 0; i < cleared.length; i++) {
        const { at, width } = cleared[i]!;
        kernels.fill(at, width === 0 ? 1 : rows * width, 0);
      }
    },
  };
};
