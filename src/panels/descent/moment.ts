import type { Anatomy } from '../../worker/anatomy.ts';
import type { Frame } from '../../worker/frame.ts';

/** What gradient descent is doing to one weight at a moment: every number is the engine's. */
export interface DescentMoment {
  readonly step: number;
  readonly weight: number;
  /** Over the training rows, at these weights. */
  readonly loss: number;
  /** The learning rate of the next update. */
  readonly rate: number;
  /** The slope that this update goes by, and where it leaves the weight; null until they are computed. */
  readonly slope: number | null;
  readonly after: number | null;
  /** Where the weight was before each of the last updates, oldest first. */
  readonly trail: readonly number[];
}

/** −η × slope; null until the slope is computed. */
export const moveOf = ({ rate, slope }: Pick<DescentMoment, 'rate' | 'slope'>): number | null =>
  slope === null ? null : -rate * slope + 0;

/** The last updates whose places are kept in sight. */
const KEPT = 24;

/** The moment of a frame, for the first layer's weight `at`; null where the frame does not have it. */
export const momentOf = (
  frame: Frame,
  anatomy: Anatomy | undefined,
  places: ReadonlyMap<number, number>,
  at = 0,
): DescentMoment | null => {
  const weight = frame.weights[0]?.kernel[at];
  if (weight === undefined) return null;
  const { step } = frame.position;
  const update = anatomy?.batch.layer;
  const trail = Array.from({ length: Math.min(KEPT, step) }, (_, back) =>
    places.get(step - Math.min(KEPT, step) + back),
  );
  // Joined are only places that follow each other without a gap.
  const gap = trail.lastIndexOf(undefined);
  return {
    step,
    weight,
    loss: frame.reading.present,
    rate: frame.optimizer.learning_rate,
    slope: update?.slopes[at] ?? null,
    after: update?.after[at] ?? null,
    trail: trail.slice(gap + 1).flatMap((one) => (one === undefined ? [] : [one])),
  };
};

/** What a weight was at each update: as the trainer has kept it, and as it was seen. */
export const placesOf = (
  past: Frame['views']['past'],
  seen: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> => {
  const kept = past
    ? [...past.steps].map((step, index) => [step, past.values[index] ?? Number.NaN] as const)
    : [];
  return new Map([...kept, ...seen]);
};
