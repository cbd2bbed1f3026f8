import type { LossGeometry } from './lossGeometry.ts';
import { textWidth } from './textWidth.ts';

/** From and to, in px, of the flag under the playhead: as wide as its words, and never beyond the axis. */
export const flagSpan = (
  words: string,
  at: number,
  { left, right, label }: LossGeometry,
): [from: number, to: number] => {
  const width = textWidth(words, label) + 24;
  const from = Math.max(left, Math.min(right - width, at - width / 2));
  return [from, from + width];
};

/** A pointer this near to the line of the playhead, in px, takes hold of it. */
const REACH = 7;

/** Does a place in the chart hold the playhead, by its line or its flag? */
export const holdsPlayhead = (
  [px, py]: readonly [number, number],
  at: number,
  [from, to]: readonly [number, number],
  { axis }: LossGeometry,
): boolean => (py > axis ? px >= from && px <= to : Math.abs(px - at) <= REACH);
