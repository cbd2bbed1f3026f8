import type { LossGeometry } from './lossGeometry.ts';
import { LABEL_GAP } from './labelGap.ts';
import { textWidth } from './textWidth.ts';
import styles from './PatienceBar.module.css';

export interface PatienceBarProps {
  /** The best epoch so far, the epochs waited for since then, and where the run would stop. */
  readonly from: number;
  readonly now: number;
  readonly stop: number;
  /** "patience 24 of 30: stops at 48, back to 18", and the same in short. */
  readonly words: string;
  readonly brief: string;
  readonly geometry: LossGeometry;
}

/** Above the time axis, in px. */
const HEIGHT = 8;

/** How long a run has waited for something better: what is used up dark, what is left light, and where it ends. */
export const PatienceBar = ({ from, now, stop, words, brief, geometry }: PatienceBarProps) => {
  const { left, right, axis, label, compact } = geometry;
  const x = (epoch: number) => Math.min(right, Math.max(left, geometry.x(epoch)));
  const y = axis - HEIGHT;
  const at = x(from) + LABEL_GAP;
  const shown = [words, brief].find((each) => at + textWidth(each, label) <= right);
  return (
    <g data-patience="">
      <line x1={x(from)} x2={x(stop)} y1={y} y2={y} className={styles.left} />
      <line x1={x(from)} x2={x(now)} y1={y} y2={y} className={styles.used} />
      {geometry.x(stop) <= right && (
        <line x1={x(stop)} x2={x(stop)} y1={y - 10} y2={axis} className={styles.end} />
      )}
      {!compact && shown && (
        <text x={at} y={y - 6} className={styles.words}>
          {shown}
        </text>
      )}
    </g>
  );
};
