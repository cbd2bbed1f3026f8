import type { LossGeometry } from './lossGeometry.ts';
import { textWidth } from './textWidth.ts';
import styles from './LossChart.module.css';

/** From and to, in px, of the flag under the playhead: as wide as its words, and never beyond the axis. */
export const flagSpan = (
  words: string,
  at: number,
  { left, right, label }: LossGeometry,
): [from: number, to: number] => {
  const width = textWidth(words, label) + 24;
  const from = Math.max(left, Math.min(right - width, at - width / 2));
  return [from, from + width];
};

/** A pointer this near to the line of the playhead, in px, takes hold of it. */
const REACH = 7;

/** Does a place in the chart hold the playhead, by its line or its flag? */
export const holdsPlayhead = (
  [px, py]: readonly [number, number],
  at: number,
  [from, to]: readonly [number, number],
  { axis }: LossGeometry,
): boolean => (py > axis ? px >= from && px <= to : Math.abs(px - at) <= REACH);

interface SoughtProps {
  /** In px. */
  readonly x: number;
  readonly words: string;
  readonly flag: readonly [from: number, to: number];
  readonly geometry: LossGeometry;
}

/** Where the playhead is going: a line over the moment, and under the axis a flag in outline that names it. */
export const Sought = ({ x, words, flag: [from, to], geometry }: SoughtProps) => {
  const { top, axis, flag: height, label } = geometry;
  return (
    <g data-sought="">
      <line x1={x} x2={x} y1={top - 8} y2={axis} className={styles.sought} />
      <rect x={from} y={axis} width={to - from} height={height} rx={4} className={styles.soughtFlag} />
      <text
        x={(from + to) / 2}
        y={axis + height / 2 + label * 0.36}
        textAnchor="middle"
        className={styles.soughtWords}
      >
        {words}
      </text>
    </g>
  );
};
