import { scaledUniform } from './scaling.ts';

/** Uniform in ±√(3 / fan_in): LeCun et al. 1998. */
export const lecun_uniform = scaledUniform('lecun_uniform', 1, 'in');
