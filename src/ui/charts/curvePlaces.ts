import { countTo, nearestTo } from './rising.ts';
import type { Point } from './scale.ts';

/** Turns epochs, or values, into px. */
export type Scale = (value: number) => number;

/** Points of a curve at or before an update: how many of them there are. */
export const reachedBy = (steps: Float64Array, step: number): number => countTo(steps, step);

/**
 * Where the points of a curve stand, in px: from `from` up to, not including, `to`. Points without a finite value are left out,
 * and joined over: validation loss is known at the end of an epoch only.
 */
export const curvePlaces = (
  epochs: Float64Array,
  values: Float32Array,
  [from, to]: readonly [number, number],
  x: Scale,
  y: Scale,
): Point[] => {
  const known: Point[] = [];
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (Number.isFinite(value)) known.push([x(epochs[index] ?? 0), y(value)]);
  }
  return known;
};

/** The index of the point nearest to a place on the time axis; −1 on an empty curve. */
export const nearestPoint = (epochs: Float64Array, epoch: number): number => nearestTo(epochs, epoch);
