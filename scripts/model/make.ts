import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import type { Model } from '../../src/engine/index.ts';
import { sizeOf } from '../../src/engine/shape.ts';
import { useKernels } from '../../src/engine/kernels/set.ts';
import { wasmKernels } from '../../src/engine/kernels/wasm.ts';
import { join, readFile } from '../../src/data/importing/index.ts';
import { apply } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { chooseSet } from '../../src/experiment/material.ts';
import { opening } from '../../src/experiment/presets.ts';
import { type TrainedModel, writeTrained } from '../../src/formats/trained.ts';
import { follow, generated, imported, type Recipe, rightOf } from './recipe.ts';

/** The experiment that a person gets who chooses the digits: a CNN of 8 and 16 filters, Adam, 32 pictures a batch. */
export const experiment: Experiment = { ...opening, ...apply(opening, chooseSet(opening, 'digits')) };

const PICTURES = 60_000;
const EPOCHS = 6;
const { batch_size } = experiment.fit;

/** Trained longer than in a lesson, with a rate that begins higher and falls to 0. */
const recipe: Recipe = {
  experiment,
  optimizer: {
    type: 'Adam',
    learning_rate: 0.003,
    schedule: { type: 'CosineDecay', decay_steps: (EPOCHS * PICTURES) / batch_size },
  },
  seed: 1998,
  pictures: PICTURES,
  epochs: EPOCHS,
};

/** Pictures to judge it by, drawn after those that it is trained on. */
const JUDGED = 10_000;

const NAMES = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'];

/** MNIST's test set from a folder that has its files. */
const mnist = async (folder: string) => {
  const parts = await Promise.all(
    NAMES.map((name) => readFile(Uint8Array.from(readFileSync(path(folder, name))), name)),
  );
  const joined = join(parts.flatMap((part) => ('problem' in part ? [] : [part])));
  if (!('pixels' in joined)) throw new Error(`${folder} does not hold MNIST's test set.`);
  return imported(joined);
};

/** Trains the network on the kernels given and returns its file; `folder` holds MNIST's test set, or is null. */
export const make = async (
  kernels: WebAssembly.Module,
  folder: string | null,
): Promise<Uint8Array<ArrayBuffer>> => {
  useKernels(wasmKernels(kernels));
  const judged = generated(recipe.seed, PICTURES, JUDGED);
  const real = folder === null ? null : await mnist(folder);
  const judge = (model: Model): TrainedModel['accuracy'] => ({
    generated: { right: rightOf(model, judged), of: judged.count },
    mnist: real && { right: rightOf(model, real), of: real.count },
  });
  const model = follow(recipe, (now, epoch) => {
    console.log(`epoch ${epoch} of ${EPOCHS}: ${JSON.stringify(judge(now))}`);
  });
  const { memory } = model.arena;
  const weights = model.layers.flatMap((layer) =>
    layer.weights.map(({ at, shape }) => Float32Array.from(memory.subarray(at, at + sizeOf(shape)))),
  );
  const { seed, pictures, epochs } = recipe;
  return writeTrained({
    experiment,
    training: { pictures, epochs, batch_size, seed },
    accuracy: judge(model),
    weights,
  });
};
