import type { Point } from '../../../ui/charts/scale.ts';

/** What is to be seen of the loss: its least and greatest on the curve, and the places that are marked. */
interface Wanted {
  readonly curve: readonly number[];
  readonly marked: readonly number[];
}

/** At least this share of a curve's height is in sight, however steep its ends are. */
const SHARE = 0.6;
/** Room above what is needed, and below it, where a curve sinks to, in heights of what is needed. */
const ABOVE = 0.2;
const BELOW = 0.4;
/** A picture so many times higher than it need be is laid anew. */
const LOOSE = 4;
/** A curve that varies less than by this share of the loss itself is looked at closely, without the zero. */
const FLAT = 0.35;
/** Closer than to this share of the loss nothing is looked at: what is flat looks flat. */
export const CLOSEST = { wide: 0.02, close: 0.002 } as const;

/** The losses that are drawn. Those before are kept as long as they do, so that the picture stands still while a curve sinks. */
export const heightsFor = (before: Point | null, { curve, marked }: Wanted, closest: number): Point => {
  const all = [...curve, ...marked];
  if (all.length === 0) return before ?? [0, 1];
  const low = Math.min(...all);
  const top = Math.max(...all);
  // Nothing says how closely a loss that is 0 everywhere should be looked at.
  if (low === 0 && top === 0) return before && before[0] <= 0 && before[1] > 0 ? before : [0, 1];
  const least = Math.max(closest * Math.abs(top), Number.MIN_VALUE);
  const span = Math.max(Math.max(...marked, low) - low, SHARE * (top - low), least);
  const next = anew(low, span);
  const fits =
    before !== null &&
    low >= before[0] &&
    low + span <= before[1] &&
    before[1] - before[0] <= LOOSE * (next[1] - next[0]);
  return fits ? before : next;
};

const anew = (low: number, span: number): Point => {
  const unit = 10 ** Math.floor(Math.log10(span)) / 2;
  const high = Math.ceil((low + (1 + ABOVE) * span) / unit) * unit;
  const from = low >= 0 && span >= FLAT * (low + span) ? 0 : Math.floor((low - BELOW * span) / unit) * unit;
  return [low >= 0 ? Math.max(0, from) : from, high];
};
