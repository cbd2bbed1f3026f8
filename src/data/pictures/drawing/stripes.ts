import { chance } from './dice.ts';
import { stain } from './paper.ts';
import { type Draw, settingOf } from '../picture.ts';
import { STRIPES_SIDE as SIDE, stripesNoise } from '../stripes.ts';

/** Along which way the number of the stripe is counted: rows, columns, and the two diagonals. */
const ways: readonly ((row: number, column: number) => number)[] = [
  (row) => row,
  (_row, column) => column,
  (row, column) => row + column,
  (row, column) => row - column + SIDE,
];

/** Few levels of grey, tenths, so that every number can be read. */
const LEVELS = 10;

/**
 * A stripe every three or four pixels, one or two wide, lighter or darker, begun anywhere. Not every two: diagonals of
 * that kind would be the squares of a chessboard.
 */
export const drawStripes: Draw = (settings, seed, index, pixels, at) => {
  const dice = { seed, picture: index };
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
  stain(dice, settingOf(settings, stripesNoise), pixels, at, SIDE * SIDE);
  for (let i = at; i < at + SIDE * SIDE; i++) pixels[i] = Math.round(LEVELS * pixels[i]!) / LEVELS;
  return kind;
};
