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

/**
 * Products in one piece: a few milliseconds of the fast kernels, and not more than 16 of the plain ones.
 */
const PIECE = 16e6;

/** How many rows go through a model in one piece: one of a few numbers, because a tape notes what it does with each. */
const pieceOf = ({ layers }: Model): number => {
  const products = layers.reduce((sum, { units, weights: [kernel] }) => {
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
  const piece = pieceOf(model);
  const { weights } = rows;
  let lies = false;

  const forward = (from: number, count: number): void => {
    if (lies) return tape.forward(count, first, depth);
    load(model, inference, rows, from, count, null);
    tape.forward(count, 0, depth);
    lies = rows.count <= piece;
  };
  return {
    forget() {
      lies = false;
    },
    *lossAt(put) {
      let sum = 0;
      for (let from = 0; from < rows.count; from += piece) {
        if (from > 0) yield;
        put();
        const count = Math.min(piece, rows.count - from);
        forward(from, count);
        const { at } = inference.rowLosses;
        for (let i = 0; i < count; i++) sum += (weights ? weights[from + i]! : 1) * memory[at + i]!;
      }
      return sum / rows.count + (inference.penalty ? memory[inference.penalty.at]! : 0);
    },
    *gradient() {
      const whole = new Float64Array(ranges.count);
      for (let from = 0; from < rows.count; from += piece) {
        if (from > 0) yield;
        const count = Math.min(piece, rows.count - from);
        kernels.fill(inference.gradients, ranges.count, 0);
        forward(from, count);
        tape.clear(count);
        // The mean of each piece counts by its share of the rows.
        memory[tape.gradient(inference.loss)] = count / rows.count;
        tape.backward(count, depth, 0);
        for (let i = 0; i < ranges.count; i++) whole[i]! += memory[inference.gradients + i]!;
      }
      return whole;
    },
  };
};
