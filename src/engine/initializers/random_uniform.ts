import { uniform } from '../random.ts';
import type { Initializer } from './initializer.ts';
import { setting } from './setting.ts';

const minval = setting('minval', '최솟값(minval)', -0.05);
const maxval = setting('maxval', '최댓값(maxval)', 0.05);

/** Uniform from minval to maxval. */
export const random_uniform: Initializer = {
  name: 'random_uniform',
  fields: [minval, maxval],
  draw: ({ seed, layer, weight, index }, settings) => {
    const low = settings?.[minval.name] ?? minval.initial;
    const high = settings?.[maxval.name] ?? maxval.initial;
    return low + (high - low) * uniform(seed, 'weights', layer, weight, index);
  },
};
