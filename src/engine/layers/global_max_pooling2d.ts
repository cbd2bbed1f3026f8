import { maxPooling } from '../ops/pooling.ts';
import { globalLayer } from './pooling.ts';

/** The largest value of each channel, as keras.layers.GlobalMaxPooling2D. */
export const GlobalMaxPooling2D = globalLayer(
  'GlobalMaxPooling2D',
  'global_max_pooling2d',
  { en: 'GlobalMaxPooling2D', ko: 'GlobalMaxPooling2D' },
  { en: 'Passes on the largest value of each channel.', ko: '채널마다 가장 큰 값 하나만 넘긴다.' },
  maxPooling,
);
