import { DIGIT_SIDE } from '../digits.ts';
import { movePicture } from './moved.ts';

/** MNIST's frame: what is written fits a box of 20 × 20 pixels, and its centre of mass lies in the middle of 28 × 28. */
export const SIDE = DIGIT_SIDE;
export const BOX = 20;
/** The row and the column, counted from 0, in which the centres of MNIST's own digits lie. */
const MIDDLE = 14;
/** A centre on the line between two pixels is in the second one, whichever way it was rounded. */
const ROUNDING = 1e-6;

/**
 * Brings a drawing into MNIST's frame: the inked part of `pixels` (height × width, row-major, 0 paper … 1 ink), scaled
 * to fit 20 × 20 with its proportions kept, put by whole pixels so that its centre of mass comes to lie in the pixel in
 * row 14 and column 14 of 28 × 28, counted from 0. Each new pixel is the mean of the paper it covers. An empty drawing stays empty.
 * After LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
 */
export const centred = (pixels: Float32Array, height: number, width: number): Float32Array => {
  const into = new Float32Array(SIDE * SIDE);
  const inked = inkedPart(pixels, height, width);
  if (!inked) return into;
  const { top, left, tall, wide } = inked;
  const size = Math.max(tall, wide) / BOX;
  const canvas = new Float32Array(SIDE * SIDE);
  const [first, second] = [(SIDE - tall / size) / 2, (SIDE - wide / size) / 2];
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      canvas[row * SIDE + column] = meanOver(
        pixels,
        height,
        width,
        top + (row - first) * size,
        left + (column - second) * size,
        size,
      );
    }
  }
  moveToMiddle(canvas, into, 0);
  return into;
};

interface Part {
  readonly top: number;
  readonly left: number;
  readonly tall: number;
  readonly wide: number;
}

/** The smallest rectangle that holds all ink; null where there is none. */
const inkedPart = (pixels: Float32Array, height: number, width: number): Part | null => {
  let [top, left, bottom, right] = [height, width, -1, -1];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (!(pixels[row * width + column]! > 0)) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { top, left, tall: bottom - top + 1, wide: right - left + 1 };
};

/** The mean of a square of the paper whose corner and side are in pixels, not whole ones; beside the paper it is 0. */
const meanOver = (
  pixels: Float32Array,
  height: number,
  width: number,
  top: number,
  left: number,
  side: number,
): number => {
  let sum = 0;
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(height, top + side); row++) {
    const tall = Math.min(row + 1, top + side) - Math.max(row, top);
    for (let column = Math.max(0, Math.floor(left)); column < Math.min(width, left + side); column++) {
      const wide = Math.min(column + 1, left + side) - Math.max(column, left);
      sum += tall * wide * pixels[row * width + column]!;
    }
  }
  return sum / (side * side);
};

/**
 * Copies a picture of 28 × 28 into another place, moved by whole pixels so that its centre of mass lies in the middle
 * one, and `down` and `across` further. What is moved over the edge is lost; an empty picture stays empty.
 */
export const moveToMiddle = (
  picture: Float32Array,
  into: Float32Array,
  at: number,
  down = 0,
  across = 0,
): void => {
  let [mass, rows, columns] = [0, 0, 0];
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const dark = picture[row * SIDE + column]!;
      mass += dark;
      rows += dark * (row + 0.5);
      columns += dark * (column + 0.5);
    }
  }
  if (mass === 0) return void into.fill(0, at, at + SIDE * SIDE);
  const by = (sum: number): number => MIDDLE - Math.floor(sum / mass + ROUNDING);
  movePicture(picture, 0, [SIDE, SIDE], into, at, by(rows) + down, by(columns) + across);
};
