import styles from './LossChart.module.css';
import type { Language } from '../../text.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { momentName } from './momentName.ts';
import { flagSpan } from './playhead.ts';

interface SoughtFlag {
  /** In px. */
  readonly x: number;
  readonly words: string;
  readonly flag: readonly [from: number, to: number];
}

interface SoughtProps extends SoughtFlag {
  readonly geometry: LossGeometry;
}

/** What the playhead is going to is called, and where on the axis that stands. */
export const soughtFlag = (
  epoch: number,
  step: number,
  geometry: LossGeometry,
  language: Language,
): SoughtFlag => {
  const x = geometry.x(epoch);
  const words = momentName(epoch, step, language);
  return { x, words, flag: flagSpan(words, x, geometry) };
};

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
