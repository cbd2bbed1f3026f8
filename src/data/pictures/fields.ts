import type { NumberField } from '../../engine/fields.ts';

/** A setting of how pictures are drawn: another one is other data, so learning starts over. */
const setting = (field: Omit<NumberField, 'kind' | 'effect'>): NumberField => ({
  kind: 'number',
  effect: 'restart',
  ...field,
});

/** Standard deviation of the lean of a digit, in degrees. */
export const slantField = setting({
  name: 'slant',
  words: { en: 'Slant', ko: '기울임' },
  hint: { en: 'How far the writing leans, in degrees', ko: '글씨가 기우는 정도(도)' },
  initial: 14,
  min: 0,
  max: 40,
  step: 1,
});

/** Mean width of the pen, in pixels. */
export const widthField = (initial: number): NumberField =>
  setting({
    name: 'width',
    words: { en: 'Pen width', ko: '펜 굵기' },
    hint: { en: 'Of the line, in pixels', ko: '선의 굵기(픽셀)' },
    initial,
    min: 1,
    max: 6,
    step: 0.1,
  });

/** Standard deviation of where each point of a stroke lies, in hundredths of the digit's height; more bends it more. */
export const wobbleField = setting({
  name: 'wobble',
  words: { en: 'Wobble', ko: '흔들림' },
  hint: {
    en: 'How much each writing differs from the next, in % of its height',
    ko: '쓸 때마다 모양이 달라지는 정도(높이의 %)',
  },
  initial: 3,
  min: 0,
  max: 10,
  step: 0.5,
});

/** Standard deviation of the pen's width along a stroke, as a share of it. */
export const pressureField = setting({
  name: 'pressure',
  words: { en: 'Pressure', ko: '필압' },
  hint: { en: 'How much the line swells and thins', ko: '선이 굵어졌다 가늘어지는 정도' },
  initial: 0.3,
  min: 0,
  max: 0.5,
  step: 0.05,
});

/** Standard deviation of what is added to each pixel, before it is kept within 0 and 1. */
export const noiseField = (initial: number): NumberField =>
  setting({
    name: 'noise',
    words: { en: 'Noise', ko: '잡음' },
    hint: { en: 'How far each pixel strays', ko: '픽셀마다 값이 흔들리는 정도' },
    initial,
    min: 0,
    max: 0.5,
    step: 0.01,
  });

/** How far a picture may be moved in each direction, in pixels. */
export const shiftField = (initial: number, max: number): NumberField =>
  setting({
    name: 'shift',
    words: { en: 'Shift', ko: '이동' },
    hint: { en: 'Up to so many pixels in each direction', ko: '가로세로로 움직이는 최대 픽셀 수' },
    initial,
    min: 0,
    max,
    integer: true,
    step: 1,
  });

/** How far a shape is turned at most, in degrees. */
export const turnField = (initial: number): NumberField =>
  setting({
    name: 'turn',
    words: { en: 'Turn', ko: '회전' },
    hint: { en: 'Up to so many degrees either way', ko: '양쪽으로 도는 최대 각도(도)' },
    initial,
    min: 0,
    max: 180,
    step: 5,
  });
