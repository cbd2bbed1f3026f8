import type { Point } from '../../../ui/charts/scale.ts';
import { PLACES, type Slice, weightAt } from '../../../worker/landscape/landscape.ts';

/** What was seen of a weight at one moment: where it stood, the loss against it, and what the update did to it. */
export interface Moment {
  readonly step: number;
  readonly weight: number;
  /** The learning rate of its update. */
  readonly rate: number;
  /** As far as it was measured; null: not yet. */
  readonly slice: Pick<Slice, 'range' | 'losses' | 'present'> | null;
  /** The mean slope of the batch, and the weight after its update; null: not computed yet. */
  readonly update: { readonly slope: number; readonly after: number } | null;
}

/** The moments of one weight in one run, by their steps. */
export interface Kept {
  /** Of which run, weight and rows. */
  readonly key: string;
  readonly edits: unknown;
  readonly moments: ReadonlyMap<number, Moment>;
}

/** So many are kept; those in sight are fewer. */
const KEPT = 64;

/**
 * Adds what is seen now. An edit is made where time stands: it replaces what follows. A curve that is being measured anew
 * though it is the same, as while its own weight is dragged, stays whole.
 */
export const withMoment = (kept: Kept | null, key: string, edits: unknown, now: Moment): Kept => {
  const before = kept?.key === key ? [...kept.moments.values()] : [];
  const same = before.find(({ step }) => step === now.step);
  const valid = kept?.edits === edits ? before : before.filter(({ step }) => step < now.step);
  const others = valid.filter(({ step }) => step !== now.step);
  const slice = joined(same?.slice ?? null, now.slice, kept?.edits === edits ? 0 : ENOUGH);
  const moments = [...others, { ...now, slice }].toSorted((a, b) => a.step - b.step).slice(-KEPT);
  return { key, edits, moments: new Map(moments.map((one) => [one.step, one])) };
};

/** After an edit a curve is the same only if so many places of it say so. */
const ENOUGH = 4;

/** A slice as far as it is measured, and beyond that what is known of it, if it agrees wherever both are measured. */
const joined = (known: Moment['slice'], now: Moment['slice'], enough: number): Moment['slice'] => {
  if (!known || !now || String(known.range) !== String(now.range)) return now;
  const both = [...now.losses.keys()].filter(
    (at) => !Number.isNaN(now.losses[at]) && !Number.isNaN(known.losses[at] ?? Number.NaN),
  );
  if (both.length < enough || both.some((at) => now.losses[at] !== known.losses[at])) return now;
  return {
    ...now,
    losses: now.losses.map((loss, at) => (Number.isNaN(loss) ? (known.losses[at] ?? loss) : loss)),
  };
};

/** The places of a slice that are measured and finite, from left to right. */
export const curveOf = ({ range, losses }: Pick<Slice, 'range' | 'losses'>): readonly Point[] =>
  Array.from(losses, (loss, at): Point => [weightAt(range, at), loss]).filter(([, loss]) =>
    Number.isFinite(loss),
  );

/** The share of its places that is measured. */
export const measuredOf = ({ losses }: Pick<Slice, 'losses'>): number =>
  losses.reduce((sum, loss) => sum + (Number.isNaN(loss) ? 0 : 1), 0) / PLACES;

/** The loss on a curve over a weight, between the places that are measured; null beside them. */
export const lossOn = (curve: readonly Point[], weight: number): number | null => {
  const after = curve.findIndex(([at]) => at >= weight);
  const [right, left] = [curve[after], curve[after - 1]];
  if (!right) return null;
  if (right[0] === weight) return right[1];
  if (!left) return null;
  return left[1] + ((right[1] - left[1]) * (weight - left[0])) / (right[0] - left[0]);
};
