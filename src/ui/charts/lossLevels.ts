import { ticks } from 'd3';
import { fixed, setting } from '../format.ts';

/** Losses on a grid of corners, row 0 at the top. */
export interface LossGrid {
  /** Corners a side: one more than cells. */
  readonly side: number;
  readonly losses: ArrayLike<number>;
}

/** How losses are told apart: round levels between the least of them and where nearly all lie below. */
export interface LossLevels {
  readonly low: number;
  readonly high: number;
  /** Does the same factor, not the same difference, lie between two levels? */
  readonly byFactor: boolean;
  readonly values: readonly number[];
}

/** The steepest walls go beyond the picture: so large a share of it lies below its top. */
const SHARE = 0.92;
/** From this factor between bottom and top on, equal differences leave the valley empty. */
const FACTOR = 12;
const MOST = 9;

/** The levels of some losses; null where none is a finite number. */
export const lossLevels = (losses: ArrayLike<number>): LossLevels | null => {
  const sorted = Float64Array.from(losses).filter(Number.isFinite).toSorted();
  const [low, most] = [sorted[0], sorted.at(-1)];
  if (low === undefined || most === undefined) return null;
  // Round levels of a bowl end where it does; of one with steep walls, below them.
  const share = sorted[Math.min(sorted.length - 1, Math.floor(SHARE * sorted.length))] ?? most;
  const high = Math.max(share, low + 1e-9);
  const byFactor = low > 0 && high / low > FACTOR;
  const values = byFactor ? factors(low, high) : ticks(low, high, MOST).filter((value) => value > low);
  return { low, high, byFactor, values };
};

/** Round numbers between two, each about as many times the one before. */
const factors = (low: number, high: number): readonly number[] => {
  const tens = Array.from(
    { length: Math.floor(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => Math.floor(Math.log10(low)) + i,
  );
  const found = DENSITIES.map((parts) =>
    tens
      .flatMap((ten) => parts.map((part) => Number((part * 10 ** ten).toPrecision(2))))
      .filter((value) => value > low && value < high),
  );
  return found.find((values) => values.length <= MOST) ?? found.at(-1) ?? [];
};
const DENSITIES = [[1, 1.5, 2, 3, 4, 5, 7], [1, 2, 3, 5, 7], [1, 2, 5], [1]] as const;

/** Where a loss lies between bottom (0) and top (1) of what is told apart; above it stays at the top. */
export const shareOf = ({ low, high, byFactor }: LossLevels, loss: number): number => {
  if (!(loss < high)) return 1;
  if (loss <= low) return 0;
  return byFactor ? Math.log(loss / low) / Math.log(high / low) : (loss - low) / (high - low);
};

/** A level as it is written: all with as many decimals as the finest of them needs. */
export const levelWords = ({ values, byFactor }: LossLevels): ((level: number) => string) => {
  if (byFactor) return setting;
  const decimals = values.map((value) => setting(value).split(/[.,]/)[1]?.length ?? 0);
  const digits = Math.max(0, ...decimals);
  return (level) => fixed(level, digits);
};
