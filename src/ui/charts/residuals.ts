import { near } from './graph.ts';
import { type PlaneScale, type Point, toPixels } from './scale.ts';

/** A row of data with one input: its place (x, y), and ŷ. */
export interface Residual {
  readonly at: Point;
  readonly value: number;
}

/** One residual as a square on the screen: its left and upper edge and its side, in pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/**
 * The square of a residual: its side is |ŷ − y| in the scale of y. It stands at x between y and ŷ, to the right, or to the
 * left where it would leave the plane and there is more room; null where ŷ is not finite.
 */
export const squareOf = ({ at, value }: Residual, scale: PlaneScale): Square | null => {
  if (!Number.isFinite(value)) return null;
  const [x, y] = toPixels(scale, at);
  const end = near(toPixels(scale, [at[0], value])[1], scale.size);
  const side = Math.abs(end - y);
  const fits = x + side <= scale.size || x <= scale.size / 2;
  return { left: fits ? x : x - side, top: Math.min(y, end), side };
};

/** Squares as one SVG path: those that overlap are filled as one area. */
export const squaresPath = (rows: readonly Residual[], scale: PlaneScale): string =>
  rows
    .flatMap((row) => squareOf(row, scale) ?? [])
    .map(({ left, top, side }) => `M${two(left)} ${two(top)}h${two(side)}v${two(side)}h${two(-side)}Z`)
    .join('');

/** Residuals as bars from y to ŷ, one SVG path. */
export const barsPath = (rows: readonly Residual[], scale: PlaneScale): string =>
  rows
    .flatMap((row) => {
      const square = squareOf(row, scale);
      return square ? [`M${two(toPixels(scale, row.at)[0])} ${two(square.top)}v${two(square.side)}`] : [];
    })
    .join('');

const two = (pixel: number): string => String(Math.round(pixel * 100) / 100);
