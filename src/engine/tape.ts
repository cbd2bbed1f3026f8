import type { Arena, Tensor } from './arena.ts';
import type { Kernels } from './kernels/kernels.ts';
import type { Program } from './kernels/programs.ts';
import { type Shape, sizeOf } from './shape.ts';

/** One recorded operation: closures over places in the arena. `rows` is how many rows of the capacity are in use. */
interface Operation {
  readonly section: number;
  readonly forward: (rows: number) => void;
  readonly backward: (rows: number) => void;
  /** What the op does to the state, in the update phase only (moving statistics). */
  readonly commit: ((rows: number) => void) | null;
}

/** What the random ops of a batch are keyed by; the trainer sets it before the batch. */
interface Key {
  seed: number;
  /** Updates made before this batch. */
  step: number;
}

/** A stretch of gradient memory whose meaning is per row, so that only the rows in use need clearing. */
interface GradientRows {
  readonly at: number;
  readonly width: number;
}

/**
 * A program recorded once and replayed in place: every op writes into its own buffers, so a replay allocates
 * nothing and builds nothing. The kernels' calls of a replay are noted when it is first made (kernels/programs.ts). Recording is symbolic (shapes and places only), because the arena's memory does not
 * exist until everything is recorded and the sum is known.
 *
 * Ops belong to sections: section l is layer l, section L the loss. A phase of a batch is one section forwards or
 * backwards; replaying the sections one by one gives the same bits as replaying them all.
 */
export interface Tape {
  readonly kernels: Kernels;
  /** The most rows a replay can take. */
  readonly capacity: number;
  /** True for the tape that trains: Dropout and BatchNormalization do another thing when they are only asked. */
  readonly training: boolean;
  readonly key: Key;
  /** True while each row of the batch counts in the loss by a weight of its own. */
  weighted: boolean;
  /** A tensor of `capacity` rows of a shape (or of a width), with room for its gradient. */
  rows(shape: number | Shape): Tensor;
  /** `rows` of what comes from outside: nothing learns from its gradient, so that an op may leave that out. */
  input(shape: Shape): Tensor;
  /** Does anybody look at the gradient of a tensor? */
  wants(tensor: Tensor): boolean;
  /** Memory for an op's own use: `capacity` rows of a shape, or one shape alone. It has no gradient. */
  scratchRows(shape: Shape): Tensor;
  scratch(shape: Shape): Tensor;
  /** The same numbers as rows of another shape of equal size; the gradient is shared as well. */
  reshape(tensor: Tensor, shape: Shape): Tensor;
  /** A tensor without rows (a mean), with room for its gradient. */
  single(): Tensor;
  /** Where the gradient of a tensor lies. */
  gradient(tensor: Tensor): number;
  /** Names the memory that takes a parameter's gradient on this tape. */
  watch(parameter: Tensor, gradient: number): void;
  /** Ops recorded from here on belong to this section. */
  section(index: number): void;
  record(
    forward: (rows: number) => void,
    backward: (rows: number) => void,
    commit?: (rows: number) => void,
  ): void;
  /** Replays sections from … to (both included). */
  forward(rows: number, from: number, to: number): void;
  /** Replays the gradients of sections from … down to `to` (both included), last op first. */
  backward(rows: number, from: number, to: number): void;
  /** Sets the gradients of everything but parameters to 0, for the rows in use. */
  clear(rows: number): void;
  /** Lets the ops that have a state change it, by what the forward pass of these rows computed. */
  commit(rows: number): void;
}

export const createTape = (arena: Arena, kernels: Kernels, capacity: number, training = false): Tape => {
  const operations: Operation[] = [];
  const gradients = new Map<Tensor, number>();
  const cleared: GradientRows[] = [];
  const unwanted = new Set<Tensor>();
  let current = 0;
  /** Replays that were made before, by their rows, their sections and whether rows are weighted. */
  const replays = new Map<number, Program>();

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

  /** Makes the calls of a replay; those of one key are always the same, so that they are noted once. */
  const replay = (kind: number, rows: number, from: number, to: number, calls: () => void): void => {
    const sections = current + 1;
    const key = (((rows * sections + from) * sections + to) * 4 + kind) * 2 + Number(tape.weighted);
    let made = replays.get(key);
    if (!made) {
      made = kernels.note(calls);
      replays.set(key, made);
    }
    made.make();
  };

  const rowsOf = (shape: number | Shape): Tensor => {
    const row = typeof shape === 'number' ? [shape] : shape;
    return withGradient(arena.tensor([capacity, ...row]), sizeOf(row));
  };

  const tape: Tape = {
    kernels,
    capacity,
    training,
    key: { seed: 0, step: 0 },
    weighted: false,
    rows: rowsOf,
    input: (shape) => {
      const tensor = arena.tensor([capacity, ...shape]);
      // Some ops add to it all the same; nobody looks, so that it is never cleared.
      gradients.set(tensor, arena.reserve(sizeOf(tensor.shape)));
      unwanted.add(tensor);
      return tensor;
    },
    wants: (tensor) => !unwanted.has(tensor),
    scratchRows: (shape) => arena.tensor([capacity, ...shape]),
    scratch: (shape) => arena.tensor(shape),
    reshape: (tensor, shape) => {
      const view: Tensor = { shape: [capacity, ...shape], at: tensor.at };
      if (sizeOf(view.shape) !== sizeOf(tensor.shape)) {
        throw new Error(
          `Tape.reshape: expected a shape as large as (${tensor.shape.join(', ')}), received (${view.shape.join(', ')}). Keep the number of elements.`,
        );
      }
      gradients.set(view, gradient(tensor));
      if (unwanted.has(tensor)) unwanted.add(view);
      return view;
    },
    single: () => withGradient(arena.tensor([1]), 0),
    gradient,
    watch: (parameter, at) => {
      gradients.set(parameter, at);
    },
    section: (index) => {
      current = index;
    },
    record: (forward, backward, commit) => {
      operations.push({ section: current, forward, backward, commit: commit ?? null });
      replays.clear();
    },
    forward(rows, from, to) {
      replay(FORWARD, rows, from, to, () => {
        for (const { section, forward } of operations) if (section >= from && section <= to) forward(rows);
      });
    },
    backward(rows, from, to) {
      replay(BACKWARD, rows, from, to, () => {
        for (const { section, backward } of operations.toReversed()) {
          if (section <= from && section >= to) backward(rows);
        }
      });
    },
    clear(rows) {
      replay(CLEAR, rows, 0, 0, () => {
        for (const { at, width } of cleared) kernels.fill(at, width === 0 ? 1 : rows * width, 0);
      });
    },
    commit(rows) {
      replay(COMMIT, rows, 0, 0, () => {
        for (const { commit } of operations) commit?.(rows);
      });
    },
  };
  return tape;
};

// What a replay does.
const FORWARD = 0;
const BACKWARD = 1;
const CLEAR = 2;
const COMMIT = 3;
