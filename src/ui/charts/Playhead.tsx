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

interface FlagProps {
  /** In px. */
  readonly x: number;
  readonly words: string;
  readonly flag: readonly [from: number, to: number];
  readonly geometry: LossGeometry;
  /** It marks where the playhead is going, not where it is: in outline. */
  readonly sought?: boolean;
}

/** A line over a moment, and under the axis a flag that names it by its unit. */
export const Flag = ({ x, words, flag: [from, to], geometry, sought = false }: FlagProps) => {
  const { top, axis, flag: height, label } = geometry;
  return (
    <g data-sought={sought ? '' : undefined}>
      <line x1={x} x2={x} y1={top - 8} y2={axis} className={sought ? styles.sought : styles.playhead} />
      <rect
        x={from}
        y={axis}
        width={to - from}
        height={height}
        rx={4}
        className={sought ? styles.soughtFlag : styles.flag}
      />
      <text
        x={(from + to) / 2}
        y={axis + height / 2 + label * 0.36}
        textAnchor="middle"
        className={sought ? styles.soughtWords : styles.flagWords}
      >
        {words}
      </text>
    </g>
  );
};

interface PlayheadProps extends Omit<FlagProps, 'sought'> {
  /** The height of its value, in px. */
  readonly y: number;
}

/** Now: a line, the ball on the curve, and the flag. */
export const Playhead = ({ y, ...flag }: PlayheadProps) => (
  <>
    <Flag {...flag} />
    <circle cx={flag.x} cy={y} r={5} className={styles.ball} />
  </>
);
