import type { ActivationName } from '../activations/index.ts';
import type { Shape } from '../shape.ts';
import { Activation } from './activation.ts';
import { AveragePooling2D } from './average_pooling2d.ts';
import { BatchNormalization } from './batch_normalization.ts';
import { Conv2D } from './conv2d.ts';
import { Dense } from './dense.ts';
import { Dropout } from './dropout.ts';
import { Flatten } from './flatten.ts';
import { GlobalAveragePooling2D } from './global_average_pooling2d.ts';
import { GlobalMaxPooling2D } from './global_max_pooling2d.ts';
import type { Layer } from './layer.ts';
import { MaxPooling2D } from './max_pooling2d.ts';
import { Rescaling } from './rescaling.ts';
import { Reshape } from './reshape.ts';
import { numbersOf } from './weights.ts';

/** In the order of the course. */
export const layers = {
  Dense,
  Conv2D,
  MaxPooling2D,
  Flatten,
  Dropout,
  BatchNormalization,
  AveragePooling2D,
  GlobalAveragePooling2D,
  GlobalMaxPooling2D,
  Activation,
  Rescaling,
  Reshape,
};
export type LayerType = keyof typeof layers;
export const layerTypes = Object.keys(layers) as LayerType[];

/** A layer, of whatever kind. */
export type LayerSpec = ReturnType<(typeof layers)[LayerType]['create']>;

/** What the numbers of a layer pass last. */
export const activationOf = (spec: LayerSpec): ActivationName =>
  ('activation' in spec ? spec.activation : undefined) ?? 'linear';

const definitions: Readonly<Record<LayerType, Layer<LayerSpec>>> = layers;

/** The definition of a layer's kind. */
export const definitionOf = ({ type }: LayerSpec): Layer<LayerSpec> => definitions[type];

/** How many weights a layer has for an input, as Keras's summary counts them. */
export const parametersOf = (spec: LayerSpec, input: Shape): number =>
  numbersOf(definitionOf(spec).weights(spec, input));

/** How many of them gradients move: kernel and bias, not moving statistics. */
export const learnedOf = (spec: LayerSpec, input: Shape): number =>
  numbersOf(
    definitionOf(spec)
      .weights(spec, input)
      .filter(({ statistic }) => !statistic),
  );
