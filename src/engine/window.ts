import type { Shape } from './shape.ts';

/** One number for both directions, or rows and columns apart, as Keras takes them. */
export type Sides = number | readonly [number, number];
export type Padding = 'valid' | 'same';

/** How a window slides over the pictures of a batch; all sizes in cells. */
export interface Window {
  readonly height: number;
  readonly width: number;
  readonly outHeight: number;
  readonly outWidth: number;
  /** Rows and columns of the window. */
  readonly tall: number;
  readonly wide: number;
  readonly strideY: number;
  readonly strideX: number;
  readonly dilationY: number;
  readonly dilationX: number;
  /** Cells of padding above and to the left; where their number is odd, the one more lies below and to the right. */
  readonly top: number;
  readonly left: number;
}

/** Rows and columns apart. Throws where it is given neither a number nor two. */
export const pairOf = (sides: Sides): readonly [number, number] => {
  if (typeof sides === 'number') return [sides, sides];
  if (Array.isArray(sides) && sides.length === 2) return sides;
  throw new Error(
    `pairOf: expected a number, or two for rows and columns, received ${JSON.stringify(sides)}. Name both sides.`,
  );
};

/** Cells along one direction: how many the window stops at, and the padding before the first. */
const along = (cells: number, size: number, stride: number, dilation: number, padding: Padding) => {
  const reach = dilation * (size - 1) + 1;
  // valid: ⌊(n − reach) / stride⌋ + 1, the rest is left out; same: ⌊(n − 1) / stride⌋ + 1 (Keras, compute_conv_output_shape)
  const stops = Math.floor((padding === 'valid' ? cells - reach : cells - 1) / stride) + 1;
  const missing = Math.max(0, (stops - 1) * stride + reach - cells);
  return { stops, before: padding === 'valid' ? 0 : Math.floor(missing / 2) };
};

/** The window over pictures of a shape (rows, columns, …). A size that does not fit leaves 0 or fewer stops. */
export const windowOf = (
  [height = 0, width = 0]: Shape,
  size: Sides,
  strides: Sides,
  dilation: Sides,
  padding: Padding,
): Window => {
  const [[tall, wide], [strideY, strideX], [dilationY, dilationX]] = [
    pairOf(size),
    pairOf(strides),
    pairOf(dilation),
  ];
  const y = along(height, tall, strideY, dilationY, padding);
  const x = along(width, wide, strideX, dilationX, padding);
  return {
    height,
    width,
    outHeight: y.stops,
    outWidth: x.stops,
    tall,
    wide,
    strideY,
    strideX,
    dilationY,
    dilationX,
    top: y.before,
    left: x.before,
  };
};
