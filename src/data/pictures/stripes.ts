import { chance, type Dice } from './dice.ts';
import { noiseField } from './fields.ts';
import { stain } from './paper.ts';
import { type PictureSet, settingOf } from './picture.ts';

const SIDE = 8;

/** Along which way the number of the stripe is counted: rows, columns, and the two diagonals. */
const ways: readonly ((row: number, column: number) => number)[] = [
  (row) => row,
  (_row, column) => column,
  (row, column) => row + column,
  (row, column) => row - column + SIDE,
];

/** Few levels of grey, tenths, so that every number can be read. */
const LEVELS = 10;
const noise = noiseField(0.05);

/**
 * A stripe every three or four pixels, one or two wide, lighter or darker, begun anywhere. Not every two: diagonals of
 * that kind would be the squares of a chessboard.
 */
const drawStripes = (
  settings: Readonly<Record<string, number>>,
  dice: Dice,
  pixels: Float32Array,
  at: number,
): number => {
  const kind = dice.picture % ways.length;
  const every = 3 + Math.floor(2 * chance(dice, 'kind', 0));
  const wide = 1 + Math.floor(2 * chance(dice, 'pen', 0));
  const dark = 0.7 + 0.3 * chance(dice, 'pen', 1);
  const begins = Math.floor(every * chance(dice, 'place', 0));
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const inked = (ways[kind]!(row, column) + begins) % every < wide;
      pixels[at + row * SIDE + column] = inked ? dark : 0;
    }
  }
  stain(dice, settingOf(settings, noise), pixels, at, SIDE * SIDE);
  for (let i = at; i < at + SIDE * SIDE; i++) pixels[i] = Math.round(LEVELS * pixels[i]!) / LEVELS;
  return kind;
};

/** Stripes of four directions, 8 × 8: small enough to read every number. */
export const stripes: PictureSet = {
  name: 'stripes',
  words: { en: 'Stripes', ko: '줄무늬' },
  line: { en: 'Which way do the stripes run? 8 × 8 pixels.', ko: '줄무늬의 방향은? 8 × 8픽셀.' },
  shape: [SIDE, SIDE, 1],
  classes: [
    { en: 'horizontal', ko: '가로' },
    { en: 'vertical', ko: '세로' },
    { en: 'diagonal /', ko: '대각선 /' },
    { en: 'diagonal \\', ko: '대각선 \\' },
  ],
  fields: [noise],
  preset: { points: 400 },
  draw: (settings, seed, index, pixels, at) => drawStripes(settings, { seed, picture: index }, pixels, at),
};
