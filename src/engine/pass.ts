import type { Arena, Tensor } from './arena.ts';
import type { Kernels } from './kernels/kernels.ts';
import { definitionOf } from './layers/index.ts';
import type { Recorded } from './layers/layer.ts';
import { type LossName, type LossSettings, losses } from './losses/index.ts';
import { mean, type RowWeights } from './ops/mean.ts';
import { penalty, total } from './ops/penalty.ts';
import { penaltyOf } from './regularizers/index.ts';
import type { ShapedLayer } from './shapes.ts';
import { createTape, type Tape } from './tape.ts';

/** One recorded tape with the tensors it reads and writes. Sections 0 … L − 1 are the layers, section L the loss. */
export interface Pass {
  readonly tape: Tape;
  /** (capacity, …) in the shape of an input row, and (capacity, units of the last layer); filled by the caller. */
  readonly input: Tensor;
  readonly answers: Tensor;
  readonly recorded: readonly Recorded[];
  /** How much each row counts in the loss; filled by the caller. */
  readonly weights: RowWeights;
  /** One loss a row, without its weight. */
  readonly rowLosses: Tensor;
  /** What the regularizers add to every loss; null without any. */
  readonly penalty: Tensor | null;
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
  const input = tape.rows(layers[0]!.inputShape);
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
  const weights: RowWeights = { values: tape.scratchRows([1]), given: false };
  const average = mean(tape, rowLosses, weights);
  const added = penalties(tape, layers);
  const loss = added ? total(tape, [average, added]) : average;
  return { tape, input, answers, recorded, weights, rowLosses, penalty: added, loss, gradients };
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
