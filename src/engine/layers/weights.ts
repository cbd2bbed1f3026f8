import { sizeOf, type Shape } from '../shape.ts';
import type { WeightShape } from './layer.ts';
import type { Weighted } from './settings.ts';

/** A kernel, whose last side is the outputs, and a bias for each output unless use_bias is off. */
export const kernelAndBias = (
  spec: Weighted,
  shape: Shape,
  fanIn: number,
  fanOut: number,
): readonly WeightShape[] => {
  const kernel: WeightShape = {
    name: 'kernel',
    shape,
    initializer: spec.kernel_initializer ?? 'glorot_uniform',
    fanIn,
    fanOut,
    ...(spec.kernel_regularizer && { regularizer: spec.kernel_regularizer }),
  };
  if (!(spec.use_bias ?? true)) return [kernel];
  const outputs = shape.at(-1) ?? 0;
  // Keras counts the fans of a list as its length.
  const bias: WeightShape = {
    name: 'bias',
    shape: [outputs],
    initializer: spec.bias_initializer ?? 'zeros',
    fanIn: outputs,
    fanOut: outputs,
  };
  return [kernel, bias];
};

/** How many numbers are learned or followed in all. */
export const numbersOf = (weights: readonly WeightShape[]): number =>
  weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
