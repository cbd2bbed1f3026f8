import type { Point } from '../../../ui/charts/scale.ts';
import type { Anatomy } from '../../../worker/anatomy.ts';
import type { Frame } from '../../../worker/frame.ts';
import type { Slice } from '../../../worker/landscape/landscape.ts';
import { curveOf, type Kept, lossOn, measuredOf, type Moment } from './kept.ts';
import { type Motion, motionOf } from './motion.ts';

/** All that is to be seen of a weight at a moment. */
export interface Seen {
  readonly weight: number;
  /** What is drawn of the weights, and the loss over them as far as it is measured. */
  readonly range: readonly [number, number];
  readonly curve: readonly Point[];
  /** 0 … 1. */
  readonly measured: number;
  /** At the present weight; null: not measured yet. */
  readonly loss: number | null;
  /** Curves of the last moments and where the weight stood on each, oldest first. */
  readonly earlier: readonly (readonly Point[])[];
  readonly trail: readonly Point[];
  /** The move that is made or is to come; null: its slope is not computed yet. */
  readonly motion: Motion | null;
  /** Was it just made? */
  readonly made: boolean;
  /** Has the batch begun? */
  readonly underWay: boolean;
  readonly batch: { readonly rows: number; readonly number: number; readonly batches: number };
}

/** The moments before in sight. */
const BEFORE = 8;

/** What a frame tells of a weight. */
export const momentOf = (frame: Frame, slice: Slice, anatomy: Anatomy, at: number): Moment => {
  const layer = anatomy.batch.layer;
  const [slope, after] = [layer?.slopes[at], layer?.after[at]];
  return {
    step: frame.position.step,
    weight: slice.weight,
    rate: anatomy.batch.rate,
    slice,
    update: slope === undefined || after === undefined ? null : { slope, after },
  };
};

/** The moment `step` of those kept, with those before it. `byPhase`: time goes by phases, so that a boundary is an update just made. */
export const seenOf = (
  { moments }: Kept,
  { position: { step, phase } }: Pick<Frame, 'position'>,
  { batch }: Anatomy,
  byPhase: boolean,
): Seen | null => {
  const now = moments.get(step);
  if (!now?.slice) return null;
  const { weight, slice, update } = now;
  const curve = curveOf(slice);
  const last = moments.get(step - 1);
  const made = byPhase && phase === 0 && last?.update?.after === weight;
  const before = [...moments.values()]
    .filter((one) => one.step < step)
    .slice(-BEFORE)
    .flatMap(({ weight: at, slice: past }) => (past ? [{ at, past, curve: curveOf(past) }] : []));
  return {
    weight,
    range: slice.range,
    curve,
    measured: measuredOf(slice),
    loss: finite(slice.present?.loss ?? null) ?? lossOn(curve, weight),
    earlier: before.map((one) => one.curve),
    trail: before.flatMap(({ at, past: { present } }): readonly Point[] =>
      present && Number.isFinite(present.loss) ? [[at, present.loss]] : [],
    ),
    motion: made ? motionOf(last, true) : motionOf(now, update !== null),
    made,
    underWay: phase > 0,
    batch,
  };
};

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;
