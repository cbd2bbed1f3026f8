import * as float64 from '../../../engine/numerics/float64.ts';
import { bend, fit, lean } from './bend.ts';
import { chance, type Dice, scattered } from './dice.ts';
import type { Hand } from './hands/hand.ts';
import { hands } from './hands/index.ts';
import { follow, ink, pathOf } from './pen.ts';
import { SIDE } from './centred.ts';

/** How digits are written: the settings of the set, in the units of their fields. */
export interface Manner {
  readonly slant: number;
  readonly width: number;
  readonly wobble: number;
  readonly pressure: number;
}

/** Standard deviation of the logarithm of the pen's width, from picture to picture. */
const PENS = 0.3;
/** The line is nowhere thinner than this share of the pen. */
const THINNEST = 0.4;
/** How far a stroke strays for which the pen was put down again, and how far the whole is bent, against the wobble. */
const STRAY = 1.6;
const BENT = 1.8;
/** Width of the edge over which ink becomes paper, in pixels: a pixel that the ink does not reach stays white. */
const EDGE = 1;

/** Where strokes and their way are put while one digit is written; never kept. */
const path = pathOf(512);
const places = new Float64Array(64);
const widths = new Float64Array(32);

/**
 * Writes a digit into an empty canvas of 28 × 28: one of its hands, somewhere between the forms of that, each point a
 * little beside its place, all of it bent, leaned and stretched, then fitted with its ink into the middle box of 20 × 20.
 */
export const write = (dice: Dice, digit: number, manner: Manner, canvas: Float32Array): void => {
  const { wobble, pressure } = manner;
  const { forms } = handOf(dice, hands[digit]!);
  const shares = sharesOf(dice, forms.length);
  const half = (manner.width / 2) * float64.exp(PENS * scattered(dice, 'pen', 0));
  path.count = 0;
  let point = 0;
  for (const [s, stroke] of forms[0]!.entries()) {
    const stray = s === 0 ? 0 : STRAY * wobble;
    const right = stray * scattered(dice, 'strokes', 2 * s);
    const down = stray * scattered(dice, 'strokes', 2 * s + 1);
    for (let i = 0; i < stroke.corners.length; i++, point++) {
      let [x, y] = [right, down];
      for (const [form, share] of shares.entries()) {
        const { points } = forms[form]![s]!;
        x += share * points[2 * i]!;
        y += share * points[2 * i + 1]!;
      }
      places[2 * i] = x + wobble * scattered(dice, 'points', 2 * point);
      places[2 * i + 1] = y + wobble * scattered(dice, 'points', 2 * point + 1);
      widths[i] = half * Math.max(THINNEST, 1 + pressure * scattered(dice, 'pen', 1 + point));
    }
    follow(path, stroke, places, widths);
  }
  bend(path, dice, BENT * wobble);
  lean(path, dice, manner.slant);
  fit(path);
  ink(path, canvas, SIDE, SIDE, EDGE);
};

/** One of a digit's hands, as often as each is met. */
const handOf = (dice: Dice, of: readonly Hand[]): Hand => {
  let left = chance(dice, 'kind', 0) * of.reduce((sum, { often }) => sum + often, 0);
  return of.find(({ often }) => (left -= often) < 0) ?? of[0]!;
};

/** How much of each form is in the picture, together 1: mostly much of one or two, since squares grow apart. */
const sharesOf = (dice: Dice, forms: number): readonly number[] => {
  const drawn = Array.from({ length: forms }, (_, form) => {
    const waited = float64.log(1 - chance(dice, 'kind', 1 + form));
    return waited * waited;
  });
  const sum = drawn.reduce((all, share) => all + share, 0);
  return drawn.map((share) => (sum === 0 ? 1 / forms : share / sum));
};
