import type { Text } from '../text.ts';
import { type Arena, createArena, type Precision, type Tensor, sizeOf } from './arena.ts';
import { initializers } from './initializers/index.ts';
import type { Kernels } from './kernels/kernels.ts';
import { referenceKernels } from './kernels/reference.ts';
import { type LayerSpec, layers } from './layers/index.ts';
import type { Recorded } from './layers/layer.ts';
import { type LossName, losses } from './losses/index.ts';
import { mean } from './ops/mean.ts';
import { type OptimizerSpec, optimizers } from './optimizers/index.ts';
import type { Ranges } from './optimizers/optimizer.ts';
import { createTape, type Tape } from './tape.ts';

export interface Plan {
  /** Width of one input row. */
  readonly inputs: number;
  readonly layers: readonly LayerSpec[];
  readonly loss: LossName;
  readonly optimizer: OptimizerSpec['type'];
  /** Rows the training tape must take at once. */
  readonly batchSize: number;
  readonly seed: number;
  readonly precision?: Precision;
  /** Bytes the model may take; more is refused before anything is allocated. */
  readonly budget?: number;
}

/** A layer with its place in memory. */
export interface BuiltLayer {
  readonly spec: LayerSpec;
  readonly inputs: number;
  readonly units: number;
  readonly weights: readonly Tensor[];
  /** The range of all its weights: kernel, then bias. */
  readonly at: number;
  readonly count: number;
}

/** One recorded tape with the tensors it reads and writes. Sections 0 … L − 1 are the layers, section L the loss. */
export interface Pass {
  readonly tape: Tape;
  /** (capacity, inputs) and (capacity, units of the last layer); filled by the caller. */
  readonly input: Tensor;
  readonly answers: Tensor;
  readonly recorded: readonly Recorded[];
  /** One loss a row, and their mean. */
  readonly rowLosses: Tensor;
  readonly loss: Tensor;
  /** The range of the parameters' gradients, in the order of the parameters. */
  readonly gradients: number;
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
  /** Everything a keyframe must hold, in one range: parameters, then slots. */
  readonly state: { readonly at: number; readonly count: number };
  /** How many rows one training batch can have. */
  readonly capacity: number;
}

/** Rows of the inference tape; larger inputs go through in chunks. */
export const INFERENCE_ROWS = 256;
const BUDGET = 256 * 1024 * 1024;

/** Builds a model and its two tapes in one allocation, and draws its first weights; or says why it cannot. */
export const build = (plan: Plan): Model | { readonly refused: Text } => {
  const arena = createArena(plan.precision ?? 'float32');
  const kernels = referenceKernels(arena);
  const built: BuiltLayer[] = [];
  const parametersAt = arena.size;
  let width = plan.inputs;
  for (const spec of plan.layers) {
    const at = arena.size;
    const weights = layers[spec.type].weights(spec, width).map(({ shape }) => arena.tensor(shape));
    const units = layers[spec.type].outputWidth(spec, width);
    built.push({ spec, inputs: width, units, weights, at, count: arena.size - at });
    width = units;
  }
  const count = arena.size - parametersAt;
  const slots = arena.reserve(count * optimizers[plan.optimizer].slots);
  const state = { at: parametersAt, count: arena.size - parametersAt };
  const training = record(arena, kernels, plan, built, count, plan.batchSize);
  const inference = record(arena, kernels, plan, built, count, INFERENCE_ROWS);

  const bytes = arena.size * (arena.precision === 'float32' ? 4 : 8);
  const budget = plan.budget ?? BUDGET;
  if (bytes > budget) {
    const [need, have] = [bytes, budget].map((size) => Math.ceil(size / 1048576)) as [number, number];
    return {
      refused: {
        en: `This network needs ${need} MB of memory; ${have} MB are set aside for it. Use fewer units, fewer layers or a smaller batch_size.`,
        ko: `이 신경망에는 메모리 ${need} MB가 필요한데 ${have} MB까지만 쓸 수 있습니다. 뉴런이나 층, batch_size를 줄여 주세요.`,
      },
    };
  }
  arena.allocate();
  drawWeights(arena, built, plan.seed);
  const ranges: Ranges = { weights: parametersAt, gradients: training.gradients, slots, count };
  return {
    arena,
    kernels,
    layers: built,
    outputs: width,
    training,
    inference,
    ranges,
    state,
    capacity: plan.batchSize,
  };
};

const record = (
  arena: Arena,
  kernels: Kernels,
  plan: Plan,
  built: readonly BuiltLayer[],
  count: number,
  capacity: number,
): Pass => {
  const tape = createTape(arena, kernels, capacity);
  const gradients = arena.reserve(count);
  const first = built[0]?.at ?? 0;
  for (const layer of built) {
    for (const weight of layer.weights) tape.watch(weight, gradients + weight.at - first);
  }
  const input = tape.rows(plan.inputs);
  const recorded: Recorded[] = [];
  let x = input;
  built.forEach((layer, index) => {
    tape.section(index);
    const made = layers[layer.spec.type].record(tape, layer.spec, layer.weights, x);
    recorded.push(made);
    x = made.output;
  });
  tape.section(built.length);
  const last = recorded.at(-1);
  const lastLayer = built.at(-1);
  if (!last || !lastLayer) {
    throw new Error('build: expected at least one layer, received none. Give the model an output layer.');
  }
  const answers = tape.rows(lastLayer.units);
  const rowLosses = losses[plan.loss].record(tape, {
    output: last.output,
    logits: last.sums,
    activation: lastLayer.spec.activation,
    answers,
  });
  const loss = mean(tape, rowLosses);
  return { tape, input, answers, recorded, rowLosses, loss, gradients };
};

/** First weights: a preset's own, or each number drawn by its key (seed, layer id, weight, index). */
const drawWeights = (arena: Arena, built: readonly BuiltLayer[], seed: number): void => {
  for (const { spec, inputs, weights } of built) {
    const given = spec.start && [spec.start.kernel, spec.start.bias];
    layers[spec.type].weights(spec, inputs).forEach(({ initializer, shape, fanIn, fanOut }, weight) => {
      const at = weights[weight]!.at;
      const values = given?.[weight];
      for (let index = 0; index < sizeOf(shape); index++) {
        arena.memory[at + index] =
          values?.[index] ??
          initializers[initializer].draw({ seed, layer: spec.id, weight, index, fanIn, fanOut });
      }
    });
  }
};
