import type { Text } from '../../text.ts';
import type { Curve } from '../../worker/frame.ts';
import { heightOf, highestOf } from './lossScale.ts';

/** The curve of a run that was left, named by what was there. */
export interface Ghost {
  readonly id: number;
  readonly name: Text;
  readonly curve: Curve;
  /** Updates that it has in common with the present run: it is drawn from there on. */
  readonly parted: number;
}

/** A longer ghost does not stretch the time axis of a young run. */
const MOST_EPOCHS = 1000;

/** How far the ghosts go, in epochs and in height. */
export const ghostReach = (
  ghosts: readonly Ghost[],
  counts: boolean,
  known: number,
): { readonly epochs: number; readonly height: number } => ({
  epochs: Math.min(MOST_EPOCHS, Math.max(0, ...ghosts.map(({ curve }) => curve.epoch.at(-1) ?? 0))),
  height: Math.max(
    0,
    ...ghosts.map(({ curve }) =>
      counts ? highestOf(curve.wrong) : heightOf(curve.epoch, curve.loss, known),
    ),
  ),
});
