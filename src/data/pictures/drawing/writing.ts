import { float64 } from '../../../engine/numerics.ts';
import { BOX, SIDE } from './centred.ts';
import { between, chance, type Dice, scattered } from './dice.ts';
import { hands } from './hands/index.ts';
import type { Hand } from './hands/hand.ts';
import { follow, ink, pathOf, SIZE } from './pen.ts';
import type { Stroke } from './stroke.ts';

/** How a digit is written: the settings of the set, in the units of their fields. */
export interface Manner {
  readonly slant: number;
  readonly width: number;
  readonly wobble: number;
  readonly pressure: number;
}

/** Where strokes and their way are put while one digit is written; never kept. */
const path = pathOf(512);
const places = new Float64Array(64);
const widths = new Float64Array(32);

/**
 * Writes a digit into an empty canvas of 28 × 28: a hand, a form between its forms, each point a little beside its
 * place, all of it leaned, turned and stretched, then fitted with its ink into the middle box of 20 × 20.
 */
export const write = (dice: Dice, digit: number, manner: Manner, canvas: Float32Array): void => {
  const hand = handOf(dice, hands[digit]!);
  const half = (manner.width / 2) * between(dice, 'pen', 0, 0.65, 1.45);
  path.count = 0;
  let point = 0;
  const shares = sharesOf(dice, hand.forms.length);
  for (const [s, stroke] of hand.forms[0]!.entries()) {
    for (let i = 0; i < stroke.corners.length; i++, point++) {
      places[2 * i] = mixed(hand, shares, s, 2 * i) + manner.wobble * scattered(dice, 'points', 2 * point);
      places[2 * i + 1] =
        mixed(hand, shares, s, 2 * i + 1) + manner.wobble * scattered(dice, 'points', 2 * point + 1);
      widths[i] = half * Math.max(0.4, 1 + manner.pressure * scattered(dice, 'pen', 1 + point));
    }
    follow(path, stroke, places, widths);
  }
  lean(dice, manner.slant);
  fit(half);
  ink(path, canvas, SIDE, SIDE, EDGE);
};

/** Width of the edge over which ink becomes paper, in pixels: real pictures are as soft. */
const EDGE = 1.2;

/** One of a digit's hands, as often as each is met. */
const handOf = (dice: Dice, of: readonly Hand[]): Hand => {
  let left = chance(dice, 'kind', 0) * of.reduce((sum, { often }) => sum + often, 0);
  return of.find(({ often }) => (left -= often) < 0) ?? of[0]!;
};

/** How much of each form is in the picture; together 1. */
const sharesOf = (dice: Dice, forms: number): readonly number[] => {
  const drawn = Array.from({ length: forms }, (_, form) => chance(dice, 'kind', 1 + form));
  const sum = drawn.reduce((all, share) => all + share, 0);
  return drawn.map((share) => (sum === 0 ? 1 / forms : share / sum));
};

const mixed = ({ forms }: Hand, shares: readonly number[], stroke: number, at: number): number => {
  let sum = 0;
  for (const [form, share] of shares.entries()) sum += share * (forms[form]![stroke] as Stroke).points[at]!;
  return sum;
};

const DEGREE = Math.PI / 180;

/** Shears, turns and stretches the path. */
const lean = (dice: Dice, slant: number): void => {
  const shear = -slant * DEGREE * (0.4 + scattered(dice, 'frame', 0));
  const angle = (slant / 3) * DEGREE * scattered(dice, 'frame', 1);
  const stretch = float64.exp(0.15 * scattered(dice, 'frame', 2));
  const [sin, cos] = [float64.sin(angle), float64.cos(angle)];
  for (let i = 0; i < path.count; i++) {
    const at = i * SIZE;
    const y = path.points[at + 1]!;
    const x = stretch * (path.points[at]! + shear * y);
    path.points[at] = cos * x - sin * y;
    path.points[at + 1] = sin * x + cos * y;
  }
};

/** Scales the path so that with its ink it fills the middle box of 20 × 20. */
const fit = (half: number): void => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < path.count; i++) {
    const at = i * SIZE;
    left = Math.min(left, path.points[at]!);
    right = Math.max(right, path.points[at]!);
    top = Math.min(top, path.points[at + 1]!);
    bottom = Math.max(bottom, path.points[at + 1]!);
  }
  const scale = (BOX - 2 * half) / Math.max(right - left, bottom - top);
  for (let i = 0; i < path.count; i++) {
    const at = i * SIZE;
    path.points[at] = SIDE / 2 + scale * (path.points[at]! - (left + right) / 2);
    path.points[at + 1] = SIDE / 2 + scale * (path.points[at + 1]! - (top + bottom) / 2);
  }
};
