import type { Curve } from '../../worker/frame.ts';
import { curvePlaces } from './curvePlaces.ts';
import type { LossGeometry } from './lossGeometry.ts';
import type { Point } from './scale.ts';

/** Epochs up to which each epoch's end has its dot, if they are this far apart in px. */
const DOTTED_EPOCHS = 20;
const DOT_ROOM = 6;

type Span = readonly [from: number, to: number];

/** Where validation loss stands, and the ends of the first epochs on it, which have a dot each. */
export const validationIn = (
  curve: Curve,
  [from, to]: Span,
  { x, y }: LossGeometry,
): { readonly validation: readonly Point[]; readonly dots: readonly Point[] } => {
  const validation = curvePlaces(curve.epoch, curve.val_loss, [from, to], x, y);
  if ((curve.epoch.at(-1) ?? 0) > DOTTED_EPOCHS || x(1) - x(0) < DOT_ROOM) return { validation, dots: [] };
  const ends = curve.val_loss.map((value, index) =>
    Number.isInteger(curve.epoch[index]) ? value : Number.NaN,
  );
  return { validation, dots: curvePlaces(curve.epoch, ends, [from, to], x, y) };
};
