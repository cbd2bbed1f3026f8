import { INFERENCE_ROWS, load, type Model, type Rows } from '../../engine/index.ts';
import { sizeOf } from '../../engine/shape.ts';

/**
 * Measures the loss of rows at other weights than the model's own, a piece of the rows at a time: between two pieces
 * whoever works with it may stop, put the weights back and go on later.
 */
export interface Gauge {
  /** The rows do not lie in the tape any more: somebody else used it. */
  forget(): void;
  /** The loss at the weights that `put` writes into the model, as evaluate() gives it there. */
  lossAt(put: () => void): Generator<void, number>;
  /** The gradient of the loss at the model's own weights, in the order of the parameters. */
  gradient(): Generator<void, Float64Array>;
}

/** Products in one piece: about a millisecond of the fast kernels, and some twenty of the plain ones. */
const PIECE = 20e6;

/** What the layers below may have put out for all rows together, in numbers, to be kept. */
const KEPT = 16e6;

/**
 * How many rows go through a model's layers from `first` on in one piece: one of a few numbers, because a tape notes what
 * it does with each.
 */
const pieceOf = ({ layers }: Model, first: number): number => {
  const products = layers.slice(first).reduce((sum, { units, weights: [kernel] }) => {
    // Every filter is laid on every place of what comes out; a dense layer's neuron has one place.
    return sum + (kernel ? (units / kernel.shape.at(-1)!) * sizeOf(kernel.shape) : units);
  }, 0);
  let piece = INFERENCE_ROWS;
  while (piece > 1 && piece * products > PIECE) piece /= 2;
  return piece;
};

/** Of the weights only those of layers from `first` on will be others than the model's own. */
export const createGauge = (model: Model, rows: Rows, first = 0): Gauge => {
  const { arena, inference, kernels, layers, ranges } = model;
  const { tape } = inference;
  const { memory } = arena;
  const depth = layers.length;
  const whole = pieceOf(model, 0);
  // What the layers below `first` put out is the same at all weights: where it does not stay in the tape it is kept.
  const below = first > 0 ? layers[first - 1]!.units : 0;
  const keeps = below > 0 && rows.count > whole && rows.count * below <= KEPT;
  const piece = keeps ? pieceOf(model, first) : whole;
  const { weights } = rows;
  let kept: Float32Array | null = null;
  let lies = false;

  /** Runs rows through all layers, and says where the last of them ends. */
  const through = (from: number, most: number): number => {
    const count = Math.min(most, rows.count - from);
    load(model, inference, rows, from, count, null);
    tape.forward(count, 0, depth);
    return count;
  };
  function* keep(): Generator<void, Float32Array> {
    const outputs = new Float32Array(rows.count * below);
    const { at } = inference.recorded[first - 1]!.output;
    for (let from = 0; from < rows.count; from += whole) {
      const count = through(from, whole);
      outputs.set(memory.subarray(at, at + count * below), from * below);
      yield;
    }
    return outputs;
  }
  const forward = (from: number): number => {
    const count = Math.min(piece, rows.count - from);
    if (!lies && kept) {
      load(model, inference, rows, from, count, null);
      memory.set(
        kept.subarray(from * below, (from + count) * below),
        inference.recorded[first - 1]!.output.at,
      );
    }
    if (lies || kept) tape.forward(count, first, depth);
    else through(from, piece);
    lies = rows.count <= piece;
    return count;
  };
  return {
    forget() {
      lies = false;
    },
    *lossAt(put) {
      if (keeps) kept ??= yield* keep();
      let sum = 0;
      for (let from = 0; from < rows.count; from += piece) {
        if (from > 0) yield;
        put();
        const count = forward(from);
        const { at } = inference.rowLosses;
        for (let i = 0; i < count; i++) sum += (weights ? weights[from + i]! : 1) * memory[at + i]!;
      }
      return sum / rows.count + (inference.penalty ? memory[inference.penalty.at]! : 0);
    },
    *gradient() {
      lies = false;
      const sums = new Float64Array(ranges.count);
      for (let from = 0; from < rows.count; from += whole) {
        if (from > 0) yield;
        kernels.fill(inference.gradients, ranges.count, 0);
        const count = through(from, whole);
        tape.clear(count);
        // The mean of each piece counts by its share of the rows.
        memory[tape.gradient(inference.loss)] = count / rows.count;
        tape.backward(count, depth, 0);
        for (let i = 0; i < ranges.count; i++) sums[i]! += memory[inference.gradients + i]!;
      }
      return sums;
    },
  };
};
