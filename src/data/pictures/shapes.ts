import { noiseField, shiftField, turnField, widthField } from './fields.ts';
import type { PictureSet } from './picture.ts';

export const SHAPE_SIDE = 28;

/** What can be set of how shapes are drawn. */
export const shaping = {
  shift: shiftField(4, 8),
  turn: turnField(20),
  width: widthField(2),
  noise: noiseField(0.02),
};

/** Four shapes, outlined or filled, moved, turned and scaled. */
export const shapes: PictureSet = {
  name: 'shapes',
  words: { en: 'Shapes', ko: '도형' },
  line: {
    en: 'Circles, squares, triangles and crosses, outlined or filled.',
    ko: '원, 사각형, 삼각형, 십자. 테두리만 있거나 속이 차 있다.',
  },
  shape: [SHAPE_SIDE, SHAPE_SIDE, 1],
  classes: [
    { en: 'circle', ko: '원' },
    { en: 'square', ko: '사각형' },
    { en: 'triangle', ko: '삼각형' },
    { en: 'cross', ko: '십자' },
  ],
  fields: Object.values(shaping),
  noise: shaping.noise,
  preset: { points: 1000 },
};
