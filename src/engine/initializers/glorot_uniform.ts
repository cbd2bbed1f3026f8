import { uniform } from '../random.ts';
import type { Initializer } from './initializer.ts';

/** Uniform in ±√(6 / (fan_in + fan_out)): Glorot and Bengio 2010, Keras's default for kernels. */
export const glorot_uniform: Initializer = {
  name: 'glorot_uniform',
  draw: ({ seed, layer, weight, index, fanIn, fanOut }) => {
    const limit = Math.sqrt(6 / (fanIn + fanOut));
    return (2 * uniform(seed, 'weights', layer, weight, index) - 1) * limit;
  },
};
