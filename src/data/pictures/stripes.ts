import { noiseField } from './fields.ts';
import type { PictureSet } from './picture.ts';

export const STRIPES_SIDE = 8;
export const stripesNoise = noiseField(0.05);

/** Stripes of four directions, 8 × 8: small enough to read every number. */
export const stripes: PictureSet = {
  name: 'stripes',
  words: { en: 'Stripes', ko: '줄무늬' },
  line: { en: 'Which way do the stripes run? 8 × 8 pixels.', ko: '줄무늬의 방향은? 8 × 8픽셀.' },
  shape: [STRIPES_SIDE, STRIPES_SIDE, 1],
  classes: [
    { en: 'horizontal', ko: '가로' },
    { en: 'vertical', ko: '세로' },
    { en: 'diagonal /', ko: '대각선 /' },
    { en: 'diagonal \\', ko: '대각선 \\' },
  ],
  fields: [stripesNoise],
  noise: stripesNoise,
  preset: { points: 400 },
};
