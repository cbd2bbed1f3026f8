import { scaledNormal } from './scaling.ts';

/** Normal with variance 2 / (fan_in + fan_out), truncated: Glorot and Bengio 2010. */
export const glorot_normal = scaledNormal('glorot_normal', 1, 'average');
