import type { Point } from './scale.ts';

/** How a block is looked at, in degrees: turned about its upright axis, and from how far above. */
export interface Turn {
  readonly about: number;
  readonly above: number;
}

/** A block of 2 × 2 × HEIGHT seen from far away: its middle is at the middle of a drawing. */
export interface Turned {
  /** The pixel of a place: across and up from −1 to 1, high from 0 to 1. */
  px(across: number, up: number, high: number): Point;
  /** Does the far end lie at −1 across, and at −1 up? Cells are drawn from there on, the nearest last. */
  readonly farAcross: boolean;
  readonly farUp: boolean;
  /** The way to whoever looks, along the ground, and how much a line of sight rises on the way, as a share of the height. */
  readonly nearer: Point;
  readonly rise: number;
}

const HEIGHT = 1.05;
const FULL = Math.PI / 180;

export const LEAST_ABOVE = 12;
export const MOST_ABOVE = 85;

/** The same turn, kept within what can be looked at. */
export const turnBy = (turn: Turn, about: number, above: number): Turn => ({
  about: (((turn.about + about) % 360) + 360) % 360,
  above: Math.min(MOST_ABOVE, Math.max(LEAST_ABOVE, turn.above + above)),
});

/** A block turned, in a drawing of so many px. Parallel lines stay parallel: equal heights look equal. */
export const turned = ({ about, above }: Turn, width: number, height: number): Turned => {
  const [s, c] = [Math.sin(about * FULL), Math.cos(about * FULL)];
  const [flat, upright] = [Math.sin(above * FULL), Math.cos(above * FULL)];
  // As large as fits however it is turned, so that it does not grow and shrink on the way.
  const unit = Math.min(width / (2 * Math.SQRT2), height / (2 * Math.SQRT2 * flat + HEIGHT * upright));
  return {
    px: (across, up, high) => [
      width / 2 + unit * (across * c - up * s),
      height / 2 - unit * ((across * s + up * c) * flat + (high - 0.5) * HEIGHT * upright),
    ],
    farAcross: s < 0,
    farUp: c < 0,
    nearer: [-s, -c],
    rise: flat / upright / HEIGHT,
  };
};
