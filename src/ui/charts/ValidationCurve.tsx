import type { Curve } from '../../worker/frame.ts';
import { curvePath } from './curvePath.ts';
import styles from './LossChart.module.css';
import type { LossGeometry } from './lossGeometry.ts';

interface ValidationCurveProps {
  readonly curve: Curve;
  /** The points to draw: from the first up to, not including, the second. */
  readonly span: readonly [from: number, to: number];
  readonly geometry: LossGeometry;
}

/** Epochs up to which each epoch's end has its dot, if they are this far apart in px. */
const DOTTED_EPOCHS = 20;
const DOT_ROOM = 6;

/** Validation loss, dashed, with hollow dots at the ends of the first epochs. Nothing without a validation set. */
export const ValidationCurve = ({ curve, span: [from, to], geometry }: ValidationCurveProps) => {
  const { x, y } = geometry;
  const path = curvePath(curve.epoch, curve.val_loss, [from, to], x, y);
  if (!path) return null;
  const ends: { readonly index: number; readonly epoch: number; readonly value: number }[] = [];
  for (let index = from; index < to; index += 1) {
    const epoch = curve.epoch[index] ?? Number.NaN;
    const value = curve.val_loss[index] ?? Number.NaN;
    if (epoch > DOTTED_EPOCHS) break;
    if (Number.isInteger(epoch) && Number.isFinite(value)) ends.push({ index, epoch, value });
  }
  const dotted = (curve.epoch.at(-1) ?? 0) <= DOTTED_EPOCHS && x(1) - x(0) >= DOT_ROOM;
  return (
    <>
      <path d={path} className={styles.validation} data-curve="validation" />
      {dotted &&
        ends.map(({ index, epoch, value }) => (
          <circle key={index} cx={x(epoch)} cy={y(value)} r={2.25} className={styles.epochEnd} />
        ))}
    </>
  );
};
