import type { Text } from '../text.ts';
import type { ActivationName } from './activations/index.ts';
import { type Arena, createArena, type Precision, type Tensor } from './arena.ts';
import { drawWeight } from './first.ts';
import type { Kernels } from './kernels/kernels.ts';
import { kernelsOver } from './kernels/set.ts';
import type { LayerSpec } from './layers/index.ts';
import type { LossName, LossSettings } from './losses/index.ts';
import { type OptimizerName, type OptimizerSpec, optimizers } from './optimizers/index.ts';
import type { Ranges } from './optimizers/optimizer.ts';
import { type Pass, record } from './pass.ts';
import { refusePlan } from './refuse.ts';
import { type Refusal, type Shape, sizeOf } from './shape.ts';
import { type ShapedLayer, shapesOf } from './shapes.ts';

export interface Plan {
  /** The shape of one input row: a width, or (rows, columns, channels) for pictures. */
  readonly inputs: number | Shape;
  readonly layers: readonly LayerSpec[];
  readonly loss: LossName;
  readonly lossSettings?: LossSettings;
  /** Whose slots are set aside: a name, or the spec that has it. */
  readonly optimizer: OptimizerName | OptimizerSpec;
  /** Rows the training tape must take at once. */
  readonly batchSize: number;
  readonly seed: number;
  readonly precision?: Precision;
  /** Bytes the model may take; more is refused before anything is allocated. */
  readonly budget?: number;
}

/** A layer with its place in memory. */
export interface BuiltLayer extends ShapedLayer {
  /** Numbers in one row of what comes in and of what goes out. */
  readonly inputs: number;
  readonly units: number;
  /** What its output passed last. */
  readonly activation: ActivationName;
  /** In Keras's order (get_weights). */
  readonly weights: readonly Tensor[];
  /** The range of those that gradients move: kernel, then bias. */
  readonly at: number;
  readonly count: number;
}

export interface Model {
  readonly arena: Arena;
  readonly kernels: Kernels;
  readonly layers: readonly BuiltLayer[];
  /** Units of the last layer. */
  readonly outputs: number;
  readonly training: Pass;
  readonly inference: Pass;
  /** Parameters, their gradients on the training tape and the optimizer's slots. */
  readonly ranges: Ranges;
  /** Everything a keyframe must hold, in one range: parameters, then slots, then moving statistics. */
  readonly state: { readonly at: number; readonly count: number };
  /** How many rows one training batch can have. */
  readonly capacity: number;
  /** Whose slots lie in the state. */
  readonly optimizer: OptimizerName;
}

/** Why a model cannot be built. */
export interface Refused {
  readonly refused: Text;
  /** The id of the layer whose input does not fit, and Keras's own message. */
  readonly layer?: number;
  readonly keras?: string;
}

/** Rows of the inference tape; larger inputs go through in chunks. */
export const INFERENCE_ROWS = 256;
const BUDGET = 256 * 1024 * 1024;

/** Builds a model and its two tapes in one allocation, and draws its first weights; or says why it cannot. */
export const build = (plan: Plan): Model | Refused => {
  const wrong = refusePlan(plan);
  if (wrong) return { refused: wrong };
  const shaped = shapesOf(plan.layers, typeof plan.inputs === 'number' ? [plan.inputs] : plan.inputs);
  if ('refusal' in shaped) return refusedBy(shaped.layer, shaped.refusal);
  const arena = createArena(plan.precision ?? 'float32');
  const kernels = kernelsOver(arena);

  const optimizer = typeof plan.optimizer === 'string' ? plan.optimizer : plan.optimizer.type;
  const parameters = arena.size;
  const learned = shaped.layers.map((layer) => {
    const at = arena.size;
    const tensors = layer.shapes.map(({ shape, statistic }) => (statistic ? null : arena.tensor(shape)));
    return { at, tensors, count: arena.size - at };
  });
  const count = arena.size - parameters;
  const slots = arena.reserve(count * optimizers[optimizer].slots.length);
  const placed = shaped.layers.map((layer, index) => {
    const { at, tensors, count: own } = learned[index]!;
    const weights = layer.shapes.map(({ shape }, weight) => tensors[weight] ?? arena.tensor(shape));
    return {
      ...layer,
      weights,
      at,
      count: own,
      inputs: sizeOf(layer.inputShape),
      units: sizeOf(layer.outputShape),
    };
  });
  const state = { at: parameters, count: arena.size - parameters };
  const space = { arena, kernels, parameters, count };
  const training = record(space, placed, plan, plan.batchSize, true);
  const inference = record(space, placed, plan, INFERENCE_ROWS, false);

  const refused = overBudget(arena, plan.budget ?? BUDGET);
  if (refused) return refused;
  arena.allocate();
  drawWeights(arena, placed, plan.seed);
  const gradients = training.gradients;
  const parts = placed.flatMap(({ spec, shapes, weights }) =>
    weights.flatMap(({ at, shape }, index) => {
      if (spec.trainable === false || shapes[index]!.statistic) return [];
      const from = at - parameters;
      return [
        {
          weights: at,
          gradients: gradients + from,
          slots: slots + from,
          stride: count,
          count: sizeOf(shape),
        },
      ];
    }),
  );
  const ranges: Ranges = { weights: parameters, gradients, slots, count, parts };
  const built = placed.map((layer, index) => ({
    ...layer,
    activation: training.recorded[index]!.activation,
  }));
  const outputs = built.at(-1)!.units;
  return {
    arena,
    kernels,
    layers: built,
    outputs,
    training,
    inference,
    ranges,
    state,
    capacity: plan.batchSize,
    optimizer,
  };
};

const refusedBy = (layer: number, { text, keras }: Refusal): Refused => ({ refused: text, layer, keras });

const overBudget = (arena: Arena, budget: number): Refused | null => {
  // What the kernels take for themselves is no network's: the same one fits wherever it is opened.
  const bytes = (arena.size - arena.set.own) * (arena.precision === 'float32' ? 4 : 8);
  if (bytes <= budget) return null;
  const [need, have] = [bytes, budget].map((size) => Math.ceil(size / 1048576)) as [number, number];
  return {
    refused: {
      en: `This network needs ${need} MB of memory; ${have} MB are set aside for it. Use fewer units, fewer layers or a smaller batch_size.`,
      ko: `이 신경망에는 메모리 ${need} MB가 필요한데 ${have} MB까지만 쓸 수 있습니다. 뉴런이나 층, batch_size를 줄여 주세요.`,
    },
  };
};

const drawWeights = (
  arena: Arena,
  placed: readonly (ShapedLayer & { readonly weights: readonly Tensor[] })[],
  seed: number,
): void => {
  for (const layer of placed) {
    layer.weights.forEach(({ at, shape }, weight) => {
      drawWeight(layer, weight, seed, arena.memory.subarray(at, at + sizeOf(shape)));
    });
  }
};
