import type { Activation } from '../../engine/activations/index.ts';
import type { Target } from '../../data/target.ts';
import { roundUp } from '../../ui/charts/range.ts';

const NARROWEST = 4;
/** One softmax unit has nothing to be compared with: its share is the whole. */
const always1 = (): number => 1;

/** What of an activation is drawn: z from −reach to reach, across; and upward from low to high. */
export interface ActivationPlane {
  readonly value: (z: number) => number;
  readonly reach: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The reach of the z axis is 4, and for answers that are numbers as far as these go where nothing bounds the activation;
 * doubled until the furthest sum is on it, so that it does not creep while learning. Upward the plane covers what the
 * activation can give, and such answers.
 */
export const activationPlane = (
  { range, curve }: Activation,
  sums: ArrayLike<number> | null,
  target: Target,
): ActivationPlane => {
  const value = curve ?? always1;
  const furthest = Array.from(sums ?? []).reduce(
    (most, z) => (Number.isFinite(z) ? Math.max(most, Math.abs(z)) : most),
    0,
  );
  const open = range.low === null || range.high === null;
  let reach =
    target.kind === 'number' && open
      ? roundUp(Math.max(Math.abs(target.low), Math.abs(target.high)))
      : NARROWEST;
  while (reach < furthest && reach < 4096) reach *= 2;
  if (target.kind === 'classes') {
    return { value, reach, low: range.low ?? value(-reach), high: range.high ?? value(reach) };
  }
  return {
    value,
    reach,
    low: Math.min(target.low, range.low ?? target.low),
    high: Math.max(target.high, range.high ?? target.high),
  };
};
