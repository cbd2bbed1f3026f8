import { averagePooling } from '../ops/pooling.ts';
import { poolingLayer } from './pooling.ts';

/** The mean of each window's cells inside the picture, as keras.layers.AveragePooling2D. */
export const AveragePooling2D = poolingLayer(
  'AveragePooling2D',
  'average_pooling2d',
  { en: 'AveragePooling2D', ko: 'AveragePooling2D' },
  { en: 'Passes on the mean of each window.', ko: '창마다 평균을 넘긴다.' },
  averagePooling,
);
