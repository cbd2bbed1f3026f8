import { count } from '../format.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { epochTicks, valueTick, valueTicks } from './lossScale.ts';
import { textWidth } from './textWidth.ts';
import styles from './LossChart.module.css';

interface LossAxesProps {
  readonly geometry: LossGeometry;
  readonly limits: { readonly epoch: number; readonly value: number };
  /** Flags below the axis, from and to in px: ticks under them stay unnamed. */
  readonly flags: readonly (readonly [from: number, to: number])[];
}

/** Gridlines with the values at their left, and the time axis in epochs. */
export const LossAxes = ({ geometry, limits, flags }: LossAxesProps) => {
  const { left, right, top, axis, x, y, tick, compact } = geometry;
  return (
    <>
      {valueTicks(limits.value, compact || axis - top < 2 * tick).map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x1={left} x2={right} className={value === 0 ? styles.axis : styles.grid} />
          <text x={left - 12} dy="0.35em" textAnchor="end" className={styles.tick}>
            {valueTick(value, limits.value)}
          </text>
        </g>
      ))}
      {epochTicks(limits.epoch, right - left).map((epoch) => {
        const words = count(epoch);
        const half = textWidth(words, tick) / 2;
        const hidden = flags.some(([from, to]) => x(epoch) + half > from - 4 && x(epoch) - half < to + 4);
        return (
          <g key={epoch} transform={`translate(${x(epoch)} ${axis})`}>
            <line y2={4} className={styles.axis} />
            {!hidden && (
              <text y={tick + 6} textAnchor="middle" className={styles.tick}>
                {words}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
};
