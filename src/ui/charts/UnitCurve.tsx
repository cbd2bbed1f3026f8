import { area, line } from 'd3';
import { memo } from 'react';
import type { Map2d } from '../../worker/frame.ts';
import type { ShownRange } from './range.ts';
import styles from './UnitCurve.module.css';

interface UnitCurveProps {
  /** One row: values at the cell middles of the region, left to right. */
  readonly map: Map2d;
  readonly range: ShownRange;
  /** Side in px. */
  readonly size: number;
  /** The x that is pointed at anywhere on the page. */
  readonly pointed: number | null;
}

/** Kept free above and below, so that a curve at the end of its range is not cut. */
const EDGE = 0.08;
const TICK = 5;

/**
 * What a unit makes of the one input: its value over x, washed blue above the middle of its range and orange below it.
 * What lies outside the range is not drawn.
 */
export const UnitCurve = memo(({ map, range, size, pointed }: UnitCurveProps) => {
  const { middle, low, high } = range;
  const [left, right] = map.region;
  const up = (value: number): number =>
    size * (1 - EDGE) - ((value - low) / (high - low)) * size * (1 - 2 * EDGE);
  const across = (index: number): number => ((index + 0.5) / map.size) * size;
  const values = Array.from(map.values);
  const side = (pick: (value: number) => number): string =>
    area<number>()
      .x((_value, index) => across(index))
      .y0(up(middle))
      .y1((value) => up(Math.min(high, Math.max(low, pick(value)))))
      .digits(1)(values) ?? '';
  const curve =
    line<number>()
      .defined((value) => value >= low - EDGE * (high - low) && value <= high + EDGE * (high - low))
      .x((_value, index) => across(index))
      .y(up)
      .digits(1)(values) ?? '';
  const at = pointed === null ? null : ((pointed - left) / (right - left)) * size;
  return (
    <svg className={styles.curve} width={size} height={size} aria-hidden="true">
      <rect className={styles.ground} width={size} height={size} />
      <path className={styles.above} d={side((value) => Math.max(value, middle))} />
      <path className={styles.below} d={side((value) => Math.min(value, middle))} />
      <path className={styles.middle} d={`M0,${up(middle)}H${size}`} />
      <path className={styles.line} d={curve} />
      {at !== null && <path className={styles.pointed} d={`M${at},0V${TICK}M${at},${size - TICK}V${size}`} />}
    </svg>
  );
});
UnitCurve.displayName = 'UnitCurve';
