import { sizeOf } from '../../src/engine/shape.ts';
import { build, createTrainer, evaluate, type Model, type Rows, train } from '../../src/engine/index.ts';
import type { OptimizerSpec } from '../../src/engine/optimizers/index.ts';
import type { LabelledPictures } from '../../src/data/importing/index.ts';
import { drawing } from '../../src/data/pictures/drawing/index.ts';
import { pictures } from '../../src/data/pictures/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';

/** How a network for digits is trained on generated pictures alone. */
export interface Recipe {
  /** The network, its loss and its batches; its data say how the digits are drawn. */
  readonly experiment: Experiment;
  readonly optimizer: OptimizerSpec;
  /** Of the pictures, and of the first weights and the order. */
  readonly seed: number;
  readonly pictures: number;
  readonly epochs: number;
}

const { digits } = pictures;
const SIZE = sizeOf(digits.shape);
const CLASSES = digits.classes.length;

const rows = (count: number, inputs: Float32Array, labels: ArrayLike<number>): Rows => {
  const answers = new Float64Array(count * CLASSES);
  for (let row = 0; row < count; row++) answers[row * CLASSES + labels[row]!] = 1;
  return { count, inputs, answers };
};

/** So many digits of a seed from the first one on, drawn with the default settings. */
export const generated = (seed: number, first: number, count: number): Rows => {
  const inputs = new Float32Array(count * SIZE);
  const labels = Array.from({ length: count }, (_, i) =>
    drawing.digits({}, seed, first + i, inputs, i * SIZE),
  );
  return rows(count, inputs, labels);
};

/** Pictures from a file, their bytes as numbers from 0 to 1. */
export const imported = ({ count, pixels, labels }: LabelledPictures): Rows =>
  rows(
    count,
    Float32Array.from(pixels, (byte) => byte / 255),
    labels,
  );

/** The share that a model reads rightly. */
export const rightOf = (model: Model, of: Rows): number => evaluate(model, of, []).right;

/** The network as it is after its epochs. `each` hears how many are done. */
export const follow = (
  { experiment, optimizer, seed, pictures: count, epochs }: Recipe,
  each: (model: Model, epoch: number) => void = () => {},
): Model => {
  const batchSize = experiment.fit.batch_size;
  const model = build({
    inputs: digits.shape,
    layers: experiment.model.layers,
    loss: experiment.compile.loss,
    optimizer,
    batchSize,
    seed,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const learned = generated(seed, 0, count);
  const trainer = createTrainer({ model, rows: learned, optimizer, batchSize, shuffle: true, seed });
  const ends = train(trainer, 'epoch');
  for (let epoch = 1; epoch <= epochs; epoch++) {
    ends.next();
    each(model, epoch);
  }
  return model;
};
