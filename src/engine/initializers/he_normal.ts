import { scaledNormal } from './scaling.ts';

/** Normal with variance 2 / fan_in, truncated: He et al. 2015, for layers with ReLU. */
export const he_normal = scaledNormal('he_normal', 2, 'in');
