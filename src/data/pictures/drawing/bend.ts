import * as float64 from '../../../engine/numerics/float64.ts';
import { BOX, SIDE } from './centred.ts';
import { type Dice, scattered } from './dice.ts';
import { HALF_WIDTH, type Path, SIZE } from './pen.ts';

/** About the middle of what is written, and half its height: there a bend of degree 2 or 3 has its own size. */
const MIDDLE_X = 30;
const MIDDLE_Y = 50;
const HALF = 50;

const bends = new Float64Array(12);

/**
 * Bends a path smoothly: each coordinate gets a polynomial of both, of degree 2 and 3, with random coefficients of the
 * standard deviation `much`. What is straight becomes bowed, the upper half larger than the lower one, one side taller
 * than the other. Without u³ in x and v³ in y, which would only crowd a line at its ends.
 */
export const bend = ({ points, count }: Path, dice: Dice, much: number): void => {
  for (let i = 0; i < bends.length; i++) bends[i] = much * scattered(dice, 'bend', i);
  for (let i = 0; i < count; i++) {
    const at = i * SIZE;
    const u = (points[at]! - MIDDLE_X) / HALF;
    const v = (points[at + 1]! - MIDDLE_Y) / HALF;
    const [uu, uv, vv] = [u * u, u * v, v * v];
    points[at] =
      points[at]! +
      bends[0]! * uu +
      bends[1]! * uv +
      bends[2]! * vv +
      bends[3]! * uu * v +
      bends[4]! * u * vv +
      bends[5]! * vv * v;
    points[at + 1] =
      points[at + 1]! +
      bends[6]! * uu +
      bends[7]! * uv +
      bends[8]! * vv +
      bends[9]! * uu * v +
      bends[10]! * u * vv +
      bends[11]! * uu * u;
  }
};

const DEGREE = Math.PI / 180;
/** The mean lean, to the right, and the standard deviation of the turn, against the slant. */
const FORWARD = 0.3;
const TURN = 1 / 3;
/** Standard deviation of the logarithm of how much wider the writing is than its hand. */
const STRETCH = 0.18;

/** Stretches a path, leans it and turns it; `slant` is the standard deviation of the lean, in degrees. */
export const lean = ({ points, count }: Path, dice: Dice, slant: number): void => {
  const shear = slant * DEGREE * (FORWARD + scattered(dice, 'frame', 0));
  const angle = TURN * slant * DEGREE * scattered(dice, 'frame', 1);
  const stretch = float64.exp(STRETCH * scattered(dice, 'frame', 2));
  const [sin, cos] = [float64.sin(angle), float64.cos(angle)];
  for (let i = 0; i < count; i++) {
    const at = i * SIZE;
    const y = points[at + 1]!;
    const x = stretch * (points[at]! - shear * y);
    points[at] = cos * x - sin * y;
    points[at + 1] = sin * x + cos * y;
  }
};

/** Scales and moves a path so that with its ink it just fits the middle box of 20 × 20 in 28 × 28 pixels. */
export const fit = (path: Path): void => {
  const scale = Math.min(fitting(path, 0), fitting(path, 1));
  const { points, count } = path;
  for (const axis of [0, 1]) {
    const [low, high] = ends(path, axis, scale);
    for (let at = 0; at < count * SIZE; at += SIZE) {
      points[at + axis] = scale * points[at + axis]! + SIDE / 2 - (low + high) / 2;
    }
  }
};

/** How far the ink reaches along an axis once its path is scaled, and which points reach so far. */
const ends = (
  { points, count }: Path,
  axis: number,
  scale: number,
): readonly [low: number, high: number, first: number, last: number] => {
  let [low, high, first, last] = [Infinity, -Infinity, 0, 0];
  for (let at = 0; at < count * SIZE; at += SIZE) {
    const middle = scale * points[at + axis]!;
    const half = points[at + HALF_WIDTH]!;
    if (middle - half < low) [low, first] = [middle - half, at];
    if (middle + half > high) [high, last] = [middle + half, at];
  }
  return [low, high, first, last];
};

/** Rounds of finding the two points that reach farthest at the scale at which these two fit. Two are enough mostly. */
const ROUNDS = 4;

/** The scale at which the ink is as long as the box along an axis; the pen is as wide at every scale. */
const fitting = (path: Path, axis: number): number => {
  const { points } = path;
  let scale = 0.2;
  for (let round = 0; round < ROUNDS; round++) {
    const [, , first, last] = ends(path, axis, scale);
    const inked = points[first + HALF_WIDTH]! + points[last + HALF_WIDTH]!;
    scale = (BOX - inked) / Math.max(1, points[last + axis]! - points[first + axis]!);
  }
  return scale;
};
