import { linePath } from './linePath.ts';
import { countTo, nearestTo } from './rising.ts';

/** Turns epochs, or values, into px. */
export type Scale = (value: number) => number;

/** Points of a curve at or before an update: how many of them there are. */
export const reachedBy = (steps: Float64Array, step: number): number => countTo(steps, step);

/**
 * One SVG path through the points from `from` up to, not including, `to`. Points without a finite value are left
 * out and joined over: validation loss is known at the end of an epoch only. '' if there is none.
 */
export const curvePath = (
  epochs: Float64Array,
  values: Float32Array,
  [from, to]: readonly [number, number],
  x: Scale,
  y: Scale,
): string => {
  const known: [number, number][] = [];
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (Number.isFinite(value)) known.push([x(epochs[index] ?? 0), y(value)]);
  }
  return linePath(known, 1);
};

/** The index of the point nearest to a place on the time axis; −1 on an empty curve. */
export const nearestPoint = (epochs: Float64Array, epoch: number): number => nearestTo(epochs, epoch);
