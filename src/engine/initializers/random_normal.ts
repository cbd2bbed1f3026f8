import { normal } from '../random.ts';
import type { Initializer } from './initializer.ts';
import { setting } from './setting.ts';

const mean = setting('mean', '평균(mean)', 0);
const stddev = setting('stddev', '표준편차(stddev)', 0.05, 0);

/** Normal with a mean and a standard deviation, not truncated. */
export const random_normal: Initializer = {
  name: 'random_normal',
  fields: [mean, stddev],
  draw: ({ seed, layer, weight, index }, settings) =>
    (settings?.[mean.name] ?? mean.initial) +
    (settings?.[stddev.name] ?? stddev.initial) * normal(seed, 'weights', layer, weight, index),
};
