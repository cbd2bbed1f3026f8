import { averagePooling } from '../ops/pooling.ts';
import { globalLayer } from './pooling.ts';

/** The mean of each channel, as keras.layers.GlobalAveragePooling2D. */
export const GlobalAveragePooling2D = globalLayer(
  'GlobalAveragePooling2D',
  'global_average_pooling2d',
  { en: 'GlobalAveragePooling2D', ko: 'GlobalAveragePooling2D' },
  { en: 'Passes on the mean of each channel.', ko: '채널마다 평균 하나만 넘긴다.' },
  averagePooling,
);
