import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  build,
  createTrainer,
  load,
  type Model,
  type Rows,
  train,
  type Trainer,
} from '../../src/engine/index.ts';
import { countRight } from '../../src/engine/rows.ts';
import { oneHot } from './golden.ts';

/** Real digits: 10,000 of MNIST beside the repository, read by the network that tests/golden/digits.py gave to Keras. */

interface Golden {
  readonly held_out: number;
  readonly learning_rate: number;
  readonly batch_size: number;
  readonly epochs: number;
  readonly seeds: readonly number[];
  /** Shares of the held-out rows that are read rightly, a seed each. */
  readonly after_one_epoch: readonly number[];
  readonly after_three_epochs: readonly number[];
  /** After three epochs. */
  readonly mean: number;
}

export const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/digits.json', import.meta.url), 'utf8'),
);

const folder = new URL('../../../shared/data/mnist/', import.meta.url);
const CLASSES = 10;
const PIXELS = 28 * 28;

export const present = existsSync(new URL('t10k-images-idx3-ubyte.gz', folder));

if (!present) console.log(`The test of real digits is skipped: there is no folder ${folder.pathname}.`);

/** The bytes of a file in the IDX format, its header left out: 4 bytes, and 4 more for each axis. */
const idx = (name: string): Uint8Array => {
  const bytes = gunzipSync(readFileSync(new URL(name, folder)));
  return bytes.subarray(4 + 4 * bytes[3]!);
};

/** The rows to learn from and the last ones, which are held out; pixels from 0 to 1. */
const digits = (): { readonly learnt: Rows; readonly held: Rows } => {
  const pixels = Float64Array.from(idx('t10k-images-idx3-ubyte.gz'), (byte) => Math.fround(byte / 255));
  const labels = [...idx('t10k-labels-idx1-ubyte.gz')];
  const rows = (from: number, to: number): Rows => ({
    count: to - from,
    inputs: pixels.subarray(from * PIXELS, to * PIXELS),
    answers: Float64Array.from(oneHot(labels.slice(from, to), CLASSES)),
  });
  const cut = labels.length - golden.held_out;
  return { learnt: rows(0, cut), held: rows(cut, labels.length) };
};

const ROWS_ASKED = 256;

/** The share of rows that a model reads rightly. */
const accuracyOf = (model: Model, rows: Rows): number => {
  let right = 0;
  for (let from = 0; from < rows.count; from += ROWS_ASKED) {
    const count = Math.min(ROWS_ASKED, rows.count - from);
    load(model, model.inference, rows, from, count, null);
    model.inference.tape.forward(count, 0, model.layers.length);
    right += countRight(model, model.inference, count);
  }
  return right / rows.count;
};

const trainerOf = (seed: number, rows: Rows): Trainer => {
  const { learning_rate, batch_size: batchSize } = golden;
  const optimizer = { type: 'Adam', learning_rate } as const;
  const conv = { type: 'Conv2D', kernel_size: 3, padding: 'same', activation: 'relu' } as const;
  const pool = { type: 'MaxPooling2D', pool_size: 2 } as const;
  const model = build({
    inputs: [28, 28, 1],
    layers: [
      { ...conv, id: 1, filters: 8 },
      { ...pool, id: 2 },
      { ...conv, id: 3, filters: 16 },
      { ...pool, id: 4 },
      { type: 'Flatten', id: 5 },
      { type: 'Dense', id: 6, units: CLASSES, activation: 'softmax' },
    ],
    loss: 'sparse_categorical_crossentropy',
    optimizer,
    batchSize,
    seed,
  });
  if ('refused' in model) throw new Error(model.refused.en);
  return createTrainer({ model, rows, optimizer, batchSize, shuffle: true, seed });
};

/** The share of the held-out digits read rightly after so many epochs from a seed. */
export const readAfter = (epochs: number, seed: number): number => {
  const { learnt, held } = digits();
  const trainer = trainerOf(seed, learnt);
  const ends = train(trainer, 'epoch');
  for (let epoch = 0; epoch < epochs; epoch++) ends.next();
  return accuracyOf(trainer.settings.model, held);
};
