import type { Kernels } from './kernels/kernels.ts';
import { optimizerOf, type OptimizerSpec } from './optimizers/index.ts';
import type { Ranges } from './optimizers/optimizer.ts';
import { rateAt } from './schedules/index.ts';

/**
 * One update of every weight: clips the gradients, decays the weights, then lets the optimizer move them, as
 * keras.optimizers.Optimizer.apply does. `made` updates were made by this optimizer before; `set` is the learning rate
 * where one was set in place of the optimizer's own.
 */
export const updateWeights = (
  kernels: Kernels,
  spec: OptimizerSpec,
  ranges: Ranges,
  made: number,
  set: number | null = null,
): void => {
  const optimizer = optimizerOf(spec);
  const rate = set ?? rateAt(spec, made);
  clip(kernels, spec, ranges);
  const decay = spec.weight_decay ?? optimizer.decay ?? 0;
  for (const place of ranges.parts) {
    if (decay > 0) kernels.weightDecay(place.weights, place.count, rate, decay);
    optimizer.update(kernels, spec, place, rate, made + 1);
  }
};

const clip = (kernels: Kernels, spec: OptimizerSpec, { parts }: Ranges): void => {
  const { clipnorm, clipvalue, global_clipnorm } = spec;
  if (clipnorm !== undefined) {
    for (const { gradients, count } of parts) kernels.clipNorm(gradients, count, clipnorm);
  } else if (clipvalue !== undefined) {
    for (const { gradients, count } of parts) kernels.clipValue(gradients, count, clipvalue);
  } else if (global_clipnorm !== undefined) {
    kernels.ask(() => {
      let squares = 0;
      for (const { gradients, count } of parts) squares += kernels.sumOfSquares(gradients, count);
      for (const { gradients, count } of parts) {
        kernels.clipByGlobalNorm(gradients, count, squares, global_clipnorm);
      }
    });
  }
};
