import {
  build,
  createTrainer,
  infer,
  type Model,
  type Rows,
  type Trainer,
  trainMany,
} from '../../../src/engine/index.ts';
import { createArena } from '../../../src/engine/arena.ts';
import { kernelsOver, useKernels } from '../../../src/engine/kernels/set.ts';
import { wasmKernels } from '../../../src/engine/kernels/wasm.ts';
import type { Threads } from '../../../src/engine/kernels/wasm/threads.ts';
import type { LayerSpec } from '../../../src/engine/layers/index.ts';
import type { OptimizerSpec } from '../../../src/engine/optimizers/index.ts';
import { type Window, windowOf } from '../../../src/engine/window.ts';
import { digits, images, matrices, noise, points, sizeOf, type Training, xor } from '../data.ts';
import type { Running } from '../program.ts';

/** Our own side: everything the bench knows of Gradus stands in this file. */

/** Computes with the kernels that the page computes with. Called once, before anything else. */
export const startKernels = (module: WebAssembly.Module, threads: Threads | null): void => {
  useKernels(wasmKernels(module, threads));
};

/** How many threads the engine is measured with, beside one. */
export const THREADS = 2;

const dense = (
  id: number,
  units: number,
  activation: 'tanh' | 'relu' | 'sigmoid' | 'softmax',
): LayerSpec => ({
  type: 'Dense',
  id,
  units,
  activation,
});

const perceptron = ({ shapes, hidden, head }: Training): LayerSpec[] => {
  const widths = shapes.filter((shape) => shape.length === 1).map(([units]) => units!);
  return widths.map((units, index) => dense(index + 1, units, index + 1 === widths.length ? head : hidden));
};

export const convolutional: LayerSpec[] = [
  { type: 'Conv2D', id: 1, filters: 8, kernel_size: 3, padding: 'same', activation: 'relu' },
  { type: 'MaxPooling2D', id: 2, pool_size: 2 },
  { type: 'Conv2D', id: 3, filters: 16, kernel_size: 3, padding: 'same', activation: 'relu' },
  { type: 'MaxPooling2D', id: 4, pool_size: 2 },
  { type: 'Flatten', id: 5 },
  dense(6, 10, 'softmax'),
];

const rowsOf = ({ rows, inputs, answers }: Training): Rows => ({
  count: rows,
  inputs: Float64Array.from(inputs),
  answers: Float64Array.from(answers),
});

/** A trainer for these layers, with the workload's first weights. */
const trainerOf = (
  training: Training,
  layers: readonly LayerSpec[],
  optimizer: OptimizerSpec,
  budget?: number,
): Trainer => {
  const model = build({
    inputs: training.shape,
    layers,
    loss: training.head === 'sigmoid' ? 'binary_crossentropy' : 'categorical_crossentropy',
    optimizer,
    batchSize: training.batch,
    seed: 1,
    ...(budget === undefined ? {} : { budget }),
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const places = model.layers.flatMap(({ weights }) => weights);
  training.weights.forEach((numbers, index) => model.arena.memory.set(numbers, places[index]!.at));
  const { batch: batchSize } = training;
  return createTrainer({ model, rows: rowsOf(training), optimizer, batchSize, shuffle: false, seed: 1 });
};

const answersOf = (model: Model, rows: Rows): Float32Array => {
  const answers = new Float32Array(rows.count * model.outputs);
  const { at } = model.inference.recorded.at(-1)!.output;
  infer(model, rows, (from, count) => {
    answers.set(model.arena.memory.subarray(at, at + count * model.outputs), from * model.outputs);
  });
  return answers;
};

/** So many batches, as fast as the engine can make them. */
const advance = (trainer: Trainer, batches: number): void => {
  if (!trainMany(trainer, batches, () => true))
    throw new Error('The loss of a batch is not a finite number.');
};

const trains = (training: Training, layers: readonly LayerSpec[], optimizer: OptimizerSpec): Running => {
  const trainer = trainerOf(training, layers, optimizer);
  const { model, rows } = trainer.settings;
  return {
    run: (count) => advance(trainer, count),
    outputs: () => answersOf(model, rows),
  };
};

const sgd = (learning_rate: number): OptimizerSpec => ({ type: 'SGD', learning_rate, momentum: 0 });

const trainsDense = (training: Training, optimizer: OptimizerSpec = sgd(training.rate)): Running =>
  trains(training, perceptron(training), optimizer);

export const w1 = (): Running => trainsDense(xor());
export const w2 = (): Running => trainsDense(points(200, 10));
export const w3 = (): Running => trainsDense(digits(false));
export const w3Adam = (): Running =>
  trainsDense(digits(true), { type: 'Adam', learning_rate: digits(true).rate });
export const w4 = (): Running => trains(images(), convolutional, sgd(images().rate));

export const w5 = (size: number): Running => {
  const { a, b } = matrices(size);
  const arena = createArena('float32');
  const kernels = kernelsOver(arena);
  const [left, right, product] = [0, 0, 0].map(() => arena.reserve(size * size)) as [number, number, number];
  arena.allocate();
  arena.memory.set(a, left);
  arena.memory.set(b, right);
  return {
    run: (count) => {
      for (let step = 0; step < count; step++) kernels.matmul(left, right, product, size, size, size);
    },
    outputs: () => arena.memory.slice(product, product + size * size),
  };
};

export const w6 = (): Running => {
  const training = points(10_000, 10);
  const { model, rows } = trainerOf(training, perceptron(training), sgd(training.rate)).settings;
  let answers = answersOf(model, rows);
  return {
    run: (count) => {
      for (let step = 0; step < count; step++) answers = answersOf(model, rows);
    },
    outputs: () => answers,
  };
};

export type Convolution = 'forward' | 'kernel gradient' | 'input gradient';

/** W7: one convolution kernel over 32 pictures of side × side, 3 × 3, same. */
export const w7 = (which: Convolution, side: number, channels: number, filters: number): Running => {
  const window = windowOf([side, side], 3, 1, 1, 'same');
  const rows = 32;
  const arena = createArena('float32');
  const kernels = kernelsOver(arena);
  const place = (count: number): number => arena.reserve(count);
  const x = place(rows * side * side * channels);
  const y = place(rows * side * side * filters);
  const kernel = place(9 * channels * filters);
  arena.allocate();
  arena.memory.set(noise(arena.size - x, 8), x);
  const does = {
    forward: () => kernels.convolve(x, kernel, y, rows, window, channels, filters),
    'kernel gradient': () => kernels.convolveKernelGradient(x, y, kernel, rows, window, channels, filters),
    'input gradient': () => kernels.convolveGradient(y, kernel, x, rows, window, channels, filters),
  }[which];
  return {
    run: (count) => {
      for (let step = 0; step < count; step++) does();
    },
    outputs: () => arena.memory.slice(kernel, kernel + 9 * channels * filters),
  };
};

/** Multiplications and additions of such a convolution, those with the padding left out. */
export const flopsOfConvolution = (side: number, channels: number, filters: number): number => {
  const { outHeight, tall, top, height }: Window = windowOf([side, side], 3, 1, 1, 'same');
  const along = Array.from({ length: outHeight }, (_, stop) =>
    Array.from({ length: tall }, (__, cell) => stop + cell - top).filter((at) => at >= 0 && at < height),
  ).flat().length;
  return 2 * 32 * along * along * channels * filters;
};

/** A size of network and data, for time against size. */
export interface Scale {
  readonly batch: number;
  readonly width: number;
  readonly depth: number;
  /** The side of square pictures; 0: two numbers go in, and no convolution. */
  readonly image: number;
}

/** Steps of a network of any size: dense layers of one width, the inputs too, or one convolution of 8 filters with a pooling. */
export const scaled = ({ batch, width, depth, image }: Scale): Running => {
  const hidden = Array.from({ length: depth }, (_, index) => dense(index + 10, width, 'tanh'));
  const pictures = convolutional.slice(0, 2).concat({ type: 'Flatten', id: 5 });
  const layers = [...(image > 0 ? pictures : hidden), dense(100, 1, 'sigmoid')];
  const shape = image > 0 ? [image, image, 1] : [width];
  const training: Training = {
    ...points(1, 1),
    shape,
    rows: batch,
    batch,
    inputs: noise(batch * sizeOf(shape), 9),
    answers: noise(batch, 10).map((number) => (number > 0 ? 1 : 0)),
    weights: [],
  };
  const trainer = trainerOf(training, layers, sgd(0.01), 2 ** 30);
  return {
    run: (count) => advance(trainer, count),
    outputs: () => [trainer.counters.batchLoss],
  };
};
