import { textWidth } from '../../ui/charts/textWidth.ts';
import type { Point } from './layout.ts';

interface Circle extends Point {
  readonly r: number;
}
/** A circle, or as long as its name needs; the point is its middle. */
interface Input extends Circle {
  readonly width: number;
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
  readonly inputs: readonly Input[];
  /** Size of the type in the inputs. */
  readonly letter: number;
  /** Where links begin to bend, so that numbers can stand on them; null: at their inputs. */
  readonly bend: number | null;
  readonly sum: Circle;
  readonly one: Circle;
  readonly frame: Rectangle;
  readonly plot: Rectangle;
  /** End of the arrow, and the middle of ŷ. */
  readonly arrow: number;
  readonly answer: Point;
  /** Left edge and middle of the numbers; those of the weights go without their names where `named` is false. */
  readonly weights: readonly Point[];
  readonly named: boolean;
  readonly bias: Point;
  /** Left edges and top of the dashed pill and the chip below the drawing; the pill stands above where it is wide. */
  readonly pill: number;
  readonly output: number;
  readonly chip: Point;
}

const WIDEST = 640;
const WIDE_FROM = 566;
const WIDE_FROM_MANY = 610;
/** Width of the compact drawing in px, and what it may have more, for the word under ŷ. */
const COMPACT = 380;
const SPARE = 40;
export const WIDEST_COMPACT = COMPACT + SPARE;
const NARROWEST = 336;
const NARROWEST_MANY = 358;
/** From this many inputs on they stand closer, and each number on the level part of its link. */
const MANY = 3;
/** Where the lowest bracket ends, with the room that the first number needs. */
const BELOW_BRACKET = 44;

/**
 * The perceptron drawing for a width in px and the names of its inputs: these keep to the left, everything else to the
 * right. `scale` is 1, or the growth of the type in large text.
 */
export const placePerceptron = (room: number, names: readonly string[], scale: number): PerceptronPlace =>
  room >= (names.length >= MANY ? WIDE_FROM_MANY : WIDE_FROM)
    ? wide(Math.min(room, WIDEST), names, scale)
    : compact(room, names, scale);

const wide = (width: number, names: readonly string[], scale: number): PerceptronPlace => {
  const shift = width - WIDEST;
  const many = names.length >= MANY;
  const column = many ? stack(names, { left: 18, pitch: 288, least: 42, middle: 168, largest: 24 }) : null;
  const down = (column?.middle ?? 168) - 168;
  const inputs = column?.inputs ?? few(names, { x: 44, r: 26, middle: 168, apart: 144 });
  const numbers = column && numbersOn(column, 10, 80 * scale);
  return {
    width,
    height: Math.max(324 + down, (column?.bottom ?? 0) + 4),
    compact: false,
    bracketTop: 20.5,
    linear: { from: 18.5, to: 378.5 + shift },
    activation: { from: 386.5 + shift, to: 556.5 + shift },
    inputs,
    letter: column?.letter ?? 18,
    bend: numbers?.bend ?? null,
    sum: { x: 295 + shift, y: 168 + down, r: 32 },
    one: { x: 295 + shift, y: 306 + down, r: 13 },
    frame: { x: 245.5 + shift, y: 76.5 + down, width: 311, height: 184 },
    plot: { x: 390 + shift, y: 94 + down, width: 148, height: 148 },
    arrow: 587 + shift,
    answer: { x: 603 + shift, y: 168 + down },
    weights:
      numbers?.weights ??
      (names.length === 1
        ? [{ x: 128, y: 148 }]
        : [
            { x: 124, y: 79 },
            { x: 118, y: 258 },
          ]),
    named: true,
    bias: { x: 318 + shift, y: 306 + down },
    pill: 128,
    output: 390 + shift,
    chip: { x: 572 + shift, y: 290 + down },
  };
};

const compact = (room: number, names: readonly string[], scale: number): PerceptronPlace => {
  const least = names.length >= MANY ? NARROWEST_MANY : NARROWEST;
  const width = Math.max(least, Math.min(room, COMPACT));
  const shift = width - COMPACT;
  const spare = Math.max(0, Math.min(room - COMPACT, SPARE));
  const end = { width: width + spare, compact: true, bracketTop: 22.5, pill: 0, output: 0 };
  if (names.length >= MANY) return crowded(names, scale, { ...end, shift, spare });
  return {
    ...end,
    height: 304,
    linear: { from: 2.5, to: 206.5 + shift },
    activation: { from: 214.5 + shift, to: 326.5 + shift },
    inputs: few(names, { x: 26, r: 24, middle: 150, apart: 120 }),
    letter: 18,
    bend: null,
    sum: { x: 160 + shift, y: 150, r: 26 },
    one: { x: 160 + shift, y: 248, r: 15 },
    frame: { x: 122.5 + shift, y: 92.5, width: 204, height: 116 },
    plot: { x: 218 + shift, y: 102, width: 96, height: 96 },
    arrow: 348 + shift + spare / 4,
    answer: { x: 363 + shift + spare / 4, y: 150 },
    weights:
      names.length === 1
        ? [{ x: 34, y: 112 }]
        : [
            { x: 58, y: 68 },
            { x: 2, y: 250 },
          ],
    named: true,
    bias: { x: 182 + shift, y: 248 },
    chip: { x: width + spare, y: 272 },
  };
};

type Ends = Pick<PerceptronPlace, 'width' | 'compact' | 'bracketTop' | 'pill' | 'output'> & {
  readonly shift: number;
  readonly spare: number;
};

/** The compact drawing of many inputs: sum and activation are smaller, and the weights go without their names. */
const crowded = (
  names: readonly string[],
  scale: number,
  { shift, spare, ...end }: Ends,
): PerceptronPlace => {
  const column = stack(names, { left: 2, pitch: 216, least: 36, middle: 150, largest: 18 });
  const { middle } = column;
  const x = 187 + shift;
  const chip = Math.max(122 + middle, column.bottom + 8);
  return {
    ...end,
    height: chip + 32,
    linear: { from: 2.5, to: x + 34.5 },
    activation: { from: x + 42.5, to: x + 124.5 },
    inputs: column.inputs,
    letter: column.letter,
    ...numbersOn(column, 6, 56 * scale),
    named: false,
    sum: { x, y: middle, r: 20 },
    one: { x, y: middle + 98, r: 15 },
    frame: { x: x - 25.5, y: middle - 47.5, width: 150, height: 96 },
    plot: { x: x + 46, y: middle - 36, width: 72, height: 72 },
    arrow: x + 146 + spare / 4,
    answer: { x: x + 159 + spare / 4, y: middle },
    bias: { x: x + 22, y: middle + 98 },
    chip: { x: end.width, y: chip },
  };
};

/** One or two inputs: circles about the middle. */
const few = (
  names: readonly string[],
  { x, r, middle, apart }: { x: number; r: number; middle: number; apart: number },
): readonly Input[] =>
  names.map((_name, index) => ({
    x,
    y: middle + (index - (names.length - 1) / 2) * apart,
    r,
    width: 2 * r,
  }));

interface Stack {
  readonly inputs: readonly Input[];
  readonly letter: number;
  /** The level of the sum, the lower end, and the right end of the longest input. */
  readonly middle: number;
  readonly bottom: number;
  readonly right: number;
}

/** Many inputs one under the other, all beginning at the left: `pitch` px are shared out, at least `least` to each. */
const stack = (
  names: readonly string[],
  room: { left: number; pitch: number; least: number; middle: number; largest: number },
): Stack => {
  const pitch = Math.max(room.least, room.pitch / names.length);
  const r = Math.min(room.largest, pitch / 2 - 4);
  const letter = r > 18 ? 18 : 15;
  const half = (pitch * (names.length - 1)) / 2;
  const middle = Math.max(room.middle, BELOW_BRACKET + r + half);
  const inputs = names.map((name, index) => {
    const width = Math.max(2 * r, textWidth(name, letter) + 12);
    return { x: room.left + width / 2, y: middle - half + index * pitch, r, width };
  });
  const right = Math.max(...inputs.map(({ x, width }) => x + width / 2));
  return { inputs, letter, middle, bottom: middle + half + r, right };
};

/** Numbers on the level part of the links, which begins `apart` px after the inputs and is `length` px long. */
const numbersOn = (
  { inputs, right }: Stack,
  apart: number,
  length: number,
): { readonly weights: readonly Point[]; readonly bend: number } => ({
  weights: inputs.map(({ y }) => ({ x: right + apart, y: y - 12 })),
  bend: right + apart + length,
});
