import { layers as kinds, type LayerSpec } from '../engine/layers/index.ts';
import { namedOptimizer } from '../engine/optimizers/index.ts';
import type { Text } from '../text.ts';
import type { Design, Patch } from './experiment.ts';

/*
 * Networks for pictures that a course begins with, as moves.
 */

/** A network that can be chosen for pictures of so many classes; the last layer answers. */
export interface PictureModel {
  readonly name: string;
  readonly words: Text;
  readonly layers: (classes: number) => readonly LayerSpec[];
}

const answers = (id: number, units: number): LayerSpec => ({
  type: 'Dense',
  id,
  units,
  activation: 'softmax',
});

const mlp: PictureModel = {
  name: 'mlp',
  words: { en: 'MLP 128', ko: 'MLP 128' },
  layers: (classes) => [
    kinds.Flatten.create(1),
    { type: 'Dense', id: 2, units: 128, activation: 'relu' },
    answers(3, classes),
  ],
};

const conv = (id: number, filters: number): LayerSpec => ({
  ...kinds.Conv2D.create(id),
  filters,
  padding: 'same',
});

const cnn: PictureModel = {
  name: 'cnn',
  words: { en: 'CNN 8 · 16', ko: 'CNN 8 · 16' },
  layers: (classes) => [
    conv(1, 8),
    kinds.MaxPooling2D.create(2),
    conv(3, 16),
    kinds.MaxPooling2D.create(4),
    kinds.Flatten.create(5),
    answers(6, classes),
  ],
};

/** LeCun, Bottou, Bengio and Haffner 1998, as it is usually written in Keras: tanh, average pooling, softmax. */
const lenet: PictureModel = {
  name: 'lenet',
  words: { en: 'LeNet-5', ko: 'LeNet-5' },
  layers: (classes) => [
    { ...conv(1, 6), kernel_size: 5, activation: 'tanh' },
    kinds.AveragePooling2D.create(2),
    { ...conv(3, 16), kernel_size: 5, padding: 'valid', activation: 'tanh' },
    kinds.AveragePooling2D.create(4),
    kinds.Flatten.create(5),
    { type: 'Dense', id: 6, units: 120, activation: 'tanh' },
    { type: 'Dense', id: 7, units: 84, activation: 'tanh' },
    answers(8, classes),
  ],
};

/** In the order of the course; the CNN is what a person gets who chooses pictures. */
export const pictureModels = { mlp, cnn, lenet } as const;
export type PictureModelName = keyof typeof pictureModels;

/** Adam's rate to start with: small networks for small pictures bear twice Keras's. */
const RATE = 0.002;

/** The network, and the settings of compile() and fit() that pictures of so many classes start with. */
export const forPictures = (design: Design, classes: number, model: PictureModelName = 'cnn'): Patch => ({
  model: { layers: pictureModels[model].layers(classes) },
  compile: {
    loss: 'sparse_categorical_crossentropy',
    loss_settings: {},
    optimizer: { ...namedOptimizer('Adam'), learning_rate: RATE },
    metrics: design.compile.metrics.includes('accuracy') ? design.compile.metrics : ['accuracy'],
  },
  fit: { batch_size: 32 },
});
