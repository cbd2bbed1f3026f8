import * as float64 from '../../../engine/numerics/float64.ts';
import { between, chance } from './dice.ts';
import { stain } from './paper.ts';
import { type Draw, settingOf } from '../picture.ts';
import { SHAPE_SIDE as SIDE, shaping } from '../shapes.ts';

/** Signed distance to a shape's edge, negative inside; x and y are divided by its radius, y grows downwards. */
type Distance = (x: number, y: number) => number;

const circle: Distance = (x, y) => Math.sqrt(x * x + y * y) - 1;

/** Half the side of a square, a little larger than one of the circle's area. */
const HALF = 0.9;
const square: Distance = (x, y) => box(x, y, HALF, HALF);

const box = (x: number, y: number, wide: number, tall: number): number => {
  const [dx, dy] = [Math.abs(x) - wide, Math.abs(y) - tall];
  const [outX, outY] = [Math.max(dx, 0), Math.max(dy, 0)];
  return Math.sqrt(outX * outX + outY * outY) + Math.min(Math.max(dx, dy), 0);
};

/** Distance of the middle of an equilateral triangle from its sides; its corners lie twice as far. */
const INNER = 0.62;
const ROOT = Math.sqrt(3) / 2;
/** The largest distance to its three sides: near a corner a little less than the true one outside. */
const triangle: Distance = (x, y) => Math.max(y, ROOT * x - y / 2, -ROOT * x - y / 2) - INNER;

/** Half the width of a cross's arms. */
const ARM = 0.32;
/** Inside, where its arms meet, the edge is nearest at a corner between two of them. */
const cross: Distance = (x, y) => {
  const long = Math.max(Math.abs(x), Math.abs(y));
  const short = Math.min(Math.abs(x), Math.abs(y));
  if (long >= ARM) return box(long, short, 1, ARM);
  return -Math.sqrt((ARM - long) * (ARM - long) + (ARM - short) * (ARM - short));
};

const kinds: readonly Distance[] = [circle, square, triangle, cross];

/** Smallest and largest radius, in pixels. */
const [SMALL, LARGE] = [5, 9];

export const drawShapes: Draw = (settings, seed, index, pixels, at) => {
  const dice = { seed, picture: index };
  const kind = dice.picture % kinds.length;
  const distance = kinds[kind]!;
  const radius = between(dice, 'frame', 0, SMALL, LARGE);
  const most = settingOf(settings, shaping.turn) * (Math.PI / 180);
  const angle = between(dice, 'frame', 1, -most, most);
  const [sin, cos] = [float64.sin(angle), float64.cos(angle)];
  const far = settingOf(settings, shaping.shift);
  const [down, across] = [between(dice, 'place', 0, -far, far), between(dice, 'place', 1, -far, far)];
  const filled = chance(dice, 'kind', 0) < 0.5;
  const half = settingOf(settings, shaping.width) / 2;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [column + 0.5 - SIDE / 2 - across, row + 0.5 - SIDE / 2 - down];
      const away = radius * distance((cos * x + sin * y) / radius, (cos * y - sin * x) / radius);
      const outside = filled ? away : Math.abs(away + half) - half;
      pixels[at + row * SIDE + column] = Math.min(1, Math.max(0, 0.5 - outside));
    }
  }
  stain(dice, settingOf(settings, shaping.noise), pixels, at, SIDE * SIDE);
  return kind;
};
