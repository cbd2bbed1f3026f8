import type { Scale } from './curvePlaces.ts';
import { linear } from './linear.ts';
import type { Box } from './useBox.ts';

/** Where things stand in a loss chart, in px of its box. */
export interface LossGeometry {
  /** The plot: `top` is the upper end of the value axis, `axis` the time axis. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly axis: number;
  /** Epochs to px. */
  readonly x: Scale;
  /** Loss, or a count of points, to px. */
  readonly y: Scale;
  /** Px to epochs, kept inside the axis. */
  readonly epochAt: Scale;
  /** Type sizes; the style sheet uses the same ones. */
  readonly tick: number;
  readonly label: number;
  readonly flag: number;
  /** Too low for more than two ticks and one row of labels, as on a phone. */
  readonly compact: boolean;
}

const COMPACT_BELOW = 110;

/** Lays a loss chart out in a box. `limits` are the ends of the time axis (epochs) and of the value axis. */
export const lossGeometry = (
  { width, height }: Box,
  limits: { readonly epoch: number; readonly value: number },
  large: boolean,
): LossGeometry => {
  const compact = height < COMPACT_BELOW;
  const left = compact ? (large ? 38 : 26) : large ? 52 : 40;
  const right = Math.max(left + 1, width - (compact ? 4 : 8));
  const top = compact ? 14 : large ? 24 : 20;
  const flag = large ? 26 : 22;
  const axis = Math.max(top + 1, height - (compact ? flag + 2 : large ? 48 : 40));
  const x = linear([0, limits.epoch], [left, right]);
  return {
    left,
    right,
    top,
    axis,
    x,
    y: linear([0, limits.value], [axis, top]),
    epochAt: (px) => x.invert(Math.min(right, Math.max(left, px))),
    tick: large ? 16 : 11,
    label: large ? 16 : 12,
    flag,
    compact,
  };
};
