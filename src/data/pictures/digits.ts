import { same, type Text } from '../../text.ts';
import { noiseField, pressureField, slantField, widthField, wobbleField } from './fields.ts';
import type { PictureSet } from './picture.ts';

export const DIGIT_SIDE = 28;
export const digitNames: readonly Text[] = Array.from({ length: 10 }, (_, digit) => same(String(digit)));

/** What can be set of how digits are written. */
export const writing = {
  slant: slantField,
  width: widthField(2.4),
  wobble: wobbleField,
  pressure: pressureField,
  noise: noiseField(0),
};

/** Digits from the project's own pen strokes, framed as MNIST frames real ones. */
export const digits: PictureSet = {
  name: 'digits',
  words: { en: 'Digits', ko: '손글씨 숫자' },
  line: { en: 'Handwritten digits, 0 to 9, in the middle.', ko: '가운데에 맞춘 손글씨 숫자, 0부터 9까지.' },
  shape: [DIGIT_SIDE, DIGIT_SIDE, 1],
  classes: digitNames,
  framed: true,
  fields: Object.values(writing),
  noise: writing.noise,
  preset: { points: 2000 },
};
