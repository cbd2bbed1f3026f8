import { textWidth } from './textWidth.ts';
import { ticks } from './ticks.ts';

/** Ticks of an axis of a plane: few, on round numbers. */
export const ticksOf = (low: number, high: number): number[] => ticks(low, high, high - low < 2.5 ? 2 : 3);

const TYPE = 12;
/** "h⁽²⁾₁₂" still stands among the ticks. */
const LONGEST = 48;

/** Is a name too long to stand among the ticks? Then the axis gives it a row of its own. */
export const isLongName = (name: string): boolean => textWidth(name, TYPE) > LONGEST;
