import type { Arena, Tensor } from './arena.ts';
import type { Kernels } from './kernels/kernels.ts';
import { definitionOf } from './layers/index.ts';
import type { Recorded } from './layers/layer.ts';
import { type LossName, type LossSettings, losses } from './losses/index.ts';
import { mean } from './ops/mean.ts';
import { penalty, total } from './ops/penalty.ts';
import { penaltyOf } from './regularizers/index.ts';
import type { Shelf } from './rows.ts';
import { sizeOf } from './shape.ts';
import type { ShapedLayer } from './shapes.ts';
import { createTape, type Tape } from './tape.ts';

/** One recorded tape with the tensors it reads and writes. Sections 0 … L − 1 are the layers, section L the loss. */
export interface Pass {
  readonly tape: Tape;
  /** (capacity, …) in the shape of an input row, and (capacity, units of the last layer); filled by the caller. */
  readonly input: Tensor;
  readonly answers: Tensor;
  readonly recorded: readonly Recorded[];
  /** (capacity, 1): how much each row counts in the loss, while the tape is weighted; filled by the caller. */
  readonly weights: Tensor;
  /** One loss a row, without its weight. */
  readonly rowLosses: Tensor;
  /** What the regularizers add to every loss; null without any. */
  readonly penalty: Tensor | null;
  /** Room for the rows of some batches to come; fewer than two: too large to be worth it. */
  readonly shelf: Shelf;
  /** One number, and two for each step that is made in one go: right answers, and what `repeat` tells. */
  readonly right: Tensor;
  readonly told: Tensor;
  /** The mean of the row losses as they are weighted, and the penalty. */
  readonly loss: Tensor;
  /** The range of the parameters' gradients, in the order of the parameters. */
  readonly gradients: number;
}

/** Where a model's numbers lie while it is being built. */
interface Space {
  readonly arena: Arena;
  readonly kernels: Kernels;
  /** The first parameter, and how many there are. */
  readonly parameters: number;
  readonly count: number;
}

type Placed = ShapedLayer & { readonly weights: readonly Tensor[] };

/** Records the layers and the loss on a new tape of `capacity` rows. */
export const record = (
  { arena, kernels, parameters, count }: Space,
  layers: readonly Placed[],
  compared: { readonly loss: LossName; readonly lossSettings?: LossSettings },
  capacity: number,
  training: boolean,
): Pass => {
  const tape = createTape(arena, kernels, capacity, training);
  const gradients = arena.reserve(count);
  for (const { shapes, weights } of layers) {
    weights.forEach((weight, index) => {
      if (!shapes[index]!.statistic) tape.watch(weight, gradients + weight.at - parameters);
    });
  }
  const input = tape.input(layers[0]!.inputShape);
  const recorded: Recorded[] = [];
  let x = input;
  layers.forEach(({ spec, weights }, index) => {
    tape.section(index);
    const made = definitionOf(spec).record(tape, spec, weights, x);
    recorded.push(made);
    x = made.output;
  });
  tape.section(layers.length);
  const last = recorded.at(-1)!;
  const answers = tape.rows(last.output.shape.slice(1));
  const rowLosses = losses[compared.loss].record(tape, {
    output: last.output,
    logits: last.sums,
    activation: last.activation,
    answers,
    settings: compared.lossSettings ?? {},
  });
  const weights = tape.scratchRows([1]);
  const average = mean(tape, rowLosses, weights);
  const added = penalties(tape, layers);
  const loss = added ? total(tape, [average, added]) : average;
  const batches = training
    ? shelved(capacity * (sizeOf(layers[0]!.inputShape) + last.output.shape[1]! + 1))
    : 0;
  const [right, told] = [arena.tensor([1]), arena.tensor([training ? 2 * AT_ONCE : 0])];
  const shelf: Shelf = {
    rows: batches * capacity,
    input: arena.tensor([batches * capacity, ...layers[0]!.inputShape]),
    answers: arena.tensor([batches * capacity, ...last.output.shape.slice(1)]),
    weights: arena.tensor([batches * capacity, 1]),
  };
  return {
    tape,
    input,
    answers,
    recorded,
    weights,
    rowLosses,
    penalty: added,
    loss,
    gradients,
    shelf,
    right,
    told,
  };
};

/** Steps that may be made in one go. */
export const AT_ONCE = 512;
/** Numbers that the rows of batches to come may take. */
const SHELF = 16384;
/** How many batches of a size are put on the shelf: none where there is no room for two. */
const shelved = (numbers: number): number => {
  const batches = Math.min(64, Math.floor(SHELF / numbers));
  return batches < 2 ? 0 : batches;
};

/** What the regularizers of the layers that learn add to the loss (as in Keras, a frozen layer's add nothing). */
const penalties = (tape: Tape, layers: readonly Placed[]): Tensor | null => {
  const parts = layers.flatMap(({ spec, shapes, weights }) =>
    shapes.flatMap(({ regularizer }, index) => {
      if (!regularizer || spec.trainable === false) return [];
      const { l1, l2 } = penaltyOf(regularizer);
      return [penalty(tape, weights[index]!, l1, l2)];
    }),
  );
  return parts.length > 0 ? total(tape, parts) : null;
};
