import { scaledUniform } from './scaling.ts';

/** Uniform in ±√(6 / fan_in): He et al. 2015, for layers with ReLU. */
export const he_uniform = scaledUniform('he_uniform', 2, 'in');
