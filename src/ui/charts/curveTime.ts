import type { Curve } from '../../worker/frame.ts';
import { countTo } from './rising.ts';

type Times = Pick<Curve, 'epoch' | 'step'>;

/**
 * Updates made by a place on the time axis (in epochs): between two points of the curve in proportion, after the last one
 * by so many updates an epoch.
 */
export const stepAt = ({ epoch, step }: Times, at: number, updates: number): number =>
  Math.max(0, Math.round(between(epoch, step, at, updates)));

/** The place on the time axis, in epochs, at which so many updates have been made. */
export const epochAfter = ({ epoch, step }: Times, made: number, updates: number): number =>
  between(step, epoch, made, 1 / updates);

/** Reads `to` where `from` has a value; beyond the ends it goes on by `slope`. Both rise. */
const between = (from: Float64Array, to: Float64Array, value: number, slope: number): number => {
  const next = countTo(from, value);
  const last = Math.max(0, next - 1);
  const [a, b] = [from[last] ?? 0, from[next]];
  const start = to[last] ?? 0;
  const rise = next === 0 || b === undefined ? slope : ((to[next] ?? start) - start) / (b - a);
  return start + (value - a) * rise;
};
