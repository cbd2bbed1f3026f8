import { type Language, say } from '../../text.ts';
import type { Curve } from '../../worker/frame.ts';
import { count, fixed } from '../format.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { textWidth } from './textWidth.ts';
import styles from './LossChart.module.css';

const UP_TO = { en: 'up to {n}', ko: '최고 {n}' };
/** Between the curve, the arrow and the words, in px. */
const GAP = 8;

interface BeyondPlace {
  readonly words: string;
  /** Where the arrow stands and where the words end, in px. */
  readonly from: number;
  readonly to: number;
}

/** A beginning that lies above the value axis, which ends at `limit`: how high it is, told beside where the curve comes down. */
export const beyondSpan = (
  { epoch, loss, val_loss }: Curve,
  limit: number,
  summit: number,
  { left, x, label }: LossGeometry,
  language: Language,
): BeyondPlace => {
  const words = say(UP_TO, language, { n: summit < 1000 ? fixed(summit, 3) : whole(summit) });
  const down = loss.findIndex((value, at) => value <= limit && !((val_loss[at] ?? 0) > limit));
  const from = Math.max(left, x(epoch[down] ?? 0)) + GAP;
  return { words, from, to: from + GAP + textWidth(words, label) + GAP };
};

const whole = (value: number): string => (value < 1e6 ? count(Math.round(value)) : fixed(value, 0));

/** The mark of a curve that goes on above the chart. */
export const Beyond = ({
  words,
  from,
  geometry: { top, label },
}: BeyondPlace & { readonly geometry: LossGeometry }) => (
  <g data-beyond="" transform={`translate(${from} ${top})`}>
    <path d="M0,4V-5M-3,-2L0,-5L3,-2" className={styles.beyond} />
    <text x={GAP} y={label / 3} className={styles.note}>
      {words}
    </text>
  </g>
);
