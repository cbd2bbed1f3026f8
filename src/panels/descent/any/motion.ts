import { momentumOf, optimizerOf } from '../../../engine/optimizers/index.ts';
import type { Design } from '../../../experiment/experiment.ts';
import { same, type Text, withNames } from '../../../text.ts';
import { fixed } from '../../../ui/format.ts';
import type { Over } from '../../../worker/landscape/landscape.ts';
import type { Moment } from './kept.ts';
import { words } from './words.ts';

/** How a weight moves in one update: by the rule, and as it is really moved. */
export interface Motion {
  readonly from: number;
  readonly rate: number;
  /** Of the curve at `from`. */
  readonly slope: number;
  /** −η × slope. */
  readonly rule: number;
  /** The mean slope of the batch, and the move that the update makes; null where there is none. */
  readonly batchSlope: number | null;
  readonly real: number | null;
}

/** The motion that begins at a moment; null until its slope is computed. */
export const motionOf = ({ weight, rate, slice, update }: Moment, known: boolean): Motion | null => {
  const slope = slice?.present?.slope;
  if (slope === undefined || !known) return null;
  return {
    from: weight,
    rate,
    slope,
    rule: -rate * slope + 0,
    batchSlope: update?.slope ?? null,
    real: update && update.after - weight,
  };
};

/** Two slopes of the same rows, or two moves by them, differ by no more than this. */
const NEAR = 0.02;
const FLOAT32 = 4e-7;

/** Is the weight moved by something else than −η × slope? */
export const differs = ({ from, rule, real }: Motion): boolean =>
  real !== null &&
  Math.abs(real - rule) >
    NEAR * Math.max(Math.abs(rule), Math.abs(real)) + FLOAT32 * Math.max(1, Math.abs(from));

/** Does a move carry earlier slopes on, and nothing else but these? */
export const carries = ({ compile: { optimizer } }: Design): boolean =>
  momentumOf(optimizer) > 0 && (optimizer.weight_decay ?? optimizerOf(optimizer).decay ?? 0) === 0;

/** What moves it otherwise than −η × slope. */
export const whyOtherwise = (
  { compile: { optimizer } }: Design,
  rows: Over,
): { readonly label: Text; readonly line: Text } => {
  if (optimizer.type !== 'SGD') {
    const name = { name: same(optimizer.type) };
    return { label: withNames(words.optimizerMove, name), line: withNames(words.withOptimizer, name) };
  }
  if (optimizer.momentum > 0) return { label: words.momentumMove, line: words.withMomentum };
  return rows === 'all'
    ? { label: words.batchMove, line: words.withBatch }
    : { label: words.realMove, line: words.inTraining };
};

/** Decimals of a weight beside its move: three, more where the move is small, so that it is seen. */
export const digitsFor = (move: number): number =>
  move === 0 || !Number.isFinite(move)
    ? 3
    : Math.min(8, Math.max(3, Math.ceil(-Math.log10(Math.abs(move))) + 1));

/** A number with enough decimals to tell it from 0. */
export const plain = (value: number): string => fixed(value, digitsFor(value));

/** More decimals than this, beyond those that tell it from 0, a slope is not given. */
const MORE = 4;

/** The slope with so many decimals that −η × what is printed comes to the move as that is printed. */
export const slopeWords = (slope: number, rate: number, move: number): string => {
  const [least, digits] = [digitsFor(slope), digitsFor(move)];
  const comesTo = (decimals: number): boolean =>
    (-rate * Number(slope.toFixed(decimals))).toFixed(digits) === move.toFixed(digits);
  const wanted = Array.from({ length: MORE }, (_, more) => least + more).find(comesTo);
  return fixed(slope, wanted ?? least);
};

export const signed = (value: number, digits = digitsFor(value)): string => {
  const text = fixed(value, digits);
  return value > 0 && Number(value.toFixed(digits)) !== 0 ? `+${text}` : text;
};
