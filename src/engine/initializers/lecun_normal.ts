import { scaledNormal } from './scaling.ts';

/** Normal with variance 1 / fan_in, truncated: LeCun et al. 1998; what SELU asks for (Klambauer et al. 2017). */
export const lecun_normal = scaledNormal('lecun_normal', 1, 'in');
