import { scaledUniform } from './scaling.ts';

/** Uniform in ±√(6 / (fan_in + fan_out)): Glorot and Bengio 2010, Keras's default for kernels. */
export const glorot_uniform = scaledUniform('glorot_uniform', 1, 'average');
