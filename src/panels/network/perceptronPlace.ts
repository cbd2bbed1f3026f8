import type { Point } from './layout.ts';

interface Circle extends Point {
  readonly r: number;
}
interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}
interface Bracket {
  readonly from: number;
  readonly to: number;
}

/** Where everything of the perceptron drawing lies, in px from its top left corner. */
export interface PerceptronPlace {
  readonly width: number;
  readonly height: number;
  /** True where the heads of the columns give way, as on a projector at 1024 or a phone. */
  readonly compact: boolean;
  readonly bracketTop: number;
  readonly linear: Bracket;
  readonly activation: Bracket;
  readonly inputs: readonly [Circle, Circle];
  readonly sum: Circle;
  readonly one: Circle;
  readonly frame: Rectangle;
  readonly plot: Rectangle;
  /** End of the arrow, and the middle of ŷ. */
  readonly arrow: number;
  readonly answer: Point;
  /** Left edge and middle of the numbers. */
  readonly weights: readonly [Point, Point];
  readonly bias: Point;
  /** Left edges and top of the dashed pill and the chip below the drawing; the pill stands above where it is wide. */
  readonly pill: number;
  readonly output: number;
  readonly chip: Point;
}

const WIDEST = 640;
const WIDE_FROM = 566;
/** Width of the compact drawing in px, and what it may have more, for the word under ŷ. */
const COMPACT = 380;
const SPARE = 40;
export const WIDEST_COMPACT = COMPACT + SPARE;
const NARROWEST = 336;

/** The perceptron drawing for a width in px: the inputs keep to the left, everything else to the right. */
export const placePerceptron = (room: number): PerceptronPlace =>
  room >= WIDE_FROM ? wide(Math.min(room, WIDEST)) : compact(room);

const wide = (width: number): PerceptronPlace => {
  const shift = width - WIDEST;
  return {
    width,
    height: 324,
    compact: false,
    bracketTop: 20.5,
    linear: { from: 18.5, to: 378.5 + shift },
    activation: { from: 386.5 + shift, to: 556.5 + shift },
    inputs: [
      { x: 44, y: 96, r: 26 },
      { x: 44, y: 240, r: 26 },
    ],
    sum: { x: 295 + shift, y: 168, r: 32 },
    one: { x: 295 + shift, y: 306, r: 13 },
    frame: { x: 245.5 + shift, y: 76.5, width: 311, height: 184 },
    plot: { x: 390 + shift, y: 94, width: 148, height: 148 },
    arrow: 587 + shift,
    answer: { x: 603 + shift, y: 168 },
    weights: [
      { x: 124, y: 79 },
      { x: 118, y: 258 },
    ],
    bias: { x: 318 + shift, y: 306 },
    pill: 128,
    output: 390 + shift,
    chip: { x: 572 + shift, y: 290 },
  };
};

const compact = (room: number): PerceptronPlace => {
  const width = Math.max(NARROWEST, Math.min(room, COMPACT));
  const shift = width - COMPACT;
  const spare = Math.max(0, Math.min(room - COMPACT, SPARE));
  return {
    width: width + spare,
    height: 304,
    compact: true,
    bracketTop: 22.5,
    linear: { from: 2.5, to: 206.5 + shift },
    activation: { from: 214.5 + shift, to: 326.5 + shift },
    inputs: [
      { x: 26, y: 90, r: 24 },
      { x: 26, y: 210, r: 24 },
    ],
    sum: { x: 160 + shift, y: 150, r: 26 },
    one: { x: 160 + shift, y: 248, r: 15 },
    frame: { x: 122.5 + shift, y: 92.5, width: 204, height: 116 },
    plot: { x: 218 + shift, y: 102, width: 96, height: 96 },
    arrow: 348 + shift + spare / 4,
    answer: { x: 363 + shift + spare / 4, y: 150 },
    weights: [
      { x: 58, y: 68 },
      { x: 2, y: 250 },
    ],
    bias: { x: 182 + shift, y: 248 },
    pill: 0,
    output: 0,
    chip: { x: width + spare, y: 272 },
  };
};
