import type { Point } from './scale.ts';
import type { Rect } from './spots.ts';
import type { WeightScale } from './weightPlace.ts';

/** A row of one input: x, its answer y, and what was predicted. */
export interface ErrorRow {
  readonly x: number;
  readonly answer: number;
  readonly prediction: number;
}

/** The gap of a row in px: where it stands, and its two ends. */
export interface Gap {
  readonly x: number;
  readonly answer: number;
  readonly prediction: number;
}

export const gapOf = ({ x, answer, prediction }: ErrorRow, scale: WeightScale): Gap => ({
  x: scale.x(x),
  answer: scale.y(answer),
  prediction: scale.y(prediction),
});

/**
 * The square on each gap, as high as the gap and as wide: on the side where a line that rises does not cross it,
 * else to the right, as far as the next gap leaves room. Gaps stand from left to right.
 */
export const squaresOn = (gaps: readonly Gap[], right: number, rises: boolean): readonly Rect[] =>
  gaps.map(({ x, answer, prediction }, index) => {
    const [top, bottom] = [Math.min(answer, prediction), Math.max(answer, prediction)];
    const side = bottom - top;
    const next = gaps[index + 1]?.x ?? right;
    const before = gaps[index - 1]?.x ?? 0;
    const [rightFits, leftFits] = [x + side <= next + 2, x - side >= before];
    // Upwards on the screen is less.
    const over = prediction < answer;
    return (over || !rises ? rightFits || !leftFits : !leftFits)
      ? [x, top, x + side, bottom]
      : [x - side, top, x, bottom];
  });

/** The heights that are drawn, with more of them at the top where the square on the last row would not fit beside it. */
export const fitted = (
  rows: readonly ErrorRow[],
  [low, high]: Point,
  across: Point,
  [wide, tall]: Point,
): Point => {
  const last = rows.at(-1);
  if (!last) return [low, high];
  const side = Math.max(
    ...rows.flatMap(({ answer, prediction }) => [Math.abs(answer), Math.abs(prediction - answer)]),
  );
  const room = wide * (1 - (last.x - across[0]) / (across[1] - across[0]));
  return [low, Math.max(high, low + (tall * side) / Math.max(1, room))];
};

/** A square at least this wide, in px, holds two lines of words. */
export const HOLDS = 56;

/** The line y = wx from x = 0 to x = `far`, as far as it lies in the drawing. */
export const lineOf = (w: number, far: number, up: Point): readonly [Point, Point] => {
  const most = w > 0 ? up[1] / w : w < 0 ? up[0] / w : far;
  const end = Math.min(far, Math.max(0, most));
  return [
    [0, 0],
    [end, w * end],
  ];
};
