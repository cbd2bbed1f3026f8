import { maxPooling } from '../ops/pooling.ts';
import { poolingLayer } from './pooling.ts';

/** The largest value of each window, as keras.layers.MaxPooling2D. */
export const MaxPooling2D = poolingLayer(
  'MaxPooling2D',
  'max_pooling2d',
  { en: 'MaxPooling2D', ko: 'MaxPooling2D' },
  { en: 'Passes on only the largest value of each window.', ko: '창마다 가장 큰 값만 넘긴다.' },
  maxPooling,
);
