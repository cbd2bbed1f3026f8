import styles from './LossChart.module.css';
import type { LossGeometry } from './lossGeometry.ts';
import { LABEL_GAP } from './labelGap.ts';
import { textWidth } from './textWidth.ts';

interface NewestTickProps {
  /** In px. */
  readonly x: number;
  readonly words: string;
  readonly geometry: LossGeometry;
}

/** Where training had come before one stepped back: a tick, and its words where there is room. */
export const NewestTick = ({ x, words, geometry: { left, right, axis, label } }: NewestTickProps) => {
  const width = LABEL_GAP + textWidth(words, label);
  const anchor = x + width <= right ? 'start' : 'end';
  return (
    <>
      <line x1={x} x2={x} y1={axis - 12} y2={axis + 2} className={styles.newest} />
      {(anchor === 'start' || x - width >= left) && (
        <text
          x={x + (anchor === 'start' ? LABEL_GAP : -LABEL_GAP)}
          y={axis - 8}
          textAnchor={anchor}
          className={styles.note}
        >
          {words}
        </text>
      )}
    </>
  );
};
