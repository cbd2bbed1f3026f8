import { type Language, say, type Text } from '../../text.ts';
import type { Curve } from '../../worker/frame.ts';
import { count, fixed } from '../format.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { momentName } from './momentName.ts';
import styles from './LossChart.module.css';

const WORDS: Record<'loss' | 'val_loss' | 'wrong', Text> = {
  loss: { en: 'loss {n}', ko: 'loss {n}' },
  val_loss: { en: 'val_loss {n}', ko: 'val_loss {n}' },
  wrong: { en: '{n} wrong', ko: '틀린 점 {n}개' },
};

/** The values at one point of a curve: "epoch 120 · loss 0.412 · val_loss 0.430". */
const readingWords = (curve: Curve, index: number, counts: boolean, language: Language): string => {
  const epoch = curve.epoch[index] ?? 0;
  const validation = curve.val_loss[index] ?? Number.NaN;
  const parts = [momentName(epoch, curve.step[index] ?? 0, language)];
  if (counts) parts.push(say(WORDS.wrong, language, { n: count(curve.wrong[index] ?? 0) }));
  else parts.push(say(WORDS.loss, language, { n: fixed(curve.loss[index] ?? Number.NaN, 3) }));
  if (!counts && Number.isFinite(validation))
    parts.push(say(WORDS.val_loss, language, { n: fixed(validation, 3) }));
  return parts.join(' · ');
};

interface CurveReadingProps {
  readonly curve: Curve;
  readonly counts: boolean;
  readonly index: number;
  readonly geometry: LossGeometry;
  readonly language: Language;
}

/** A hairline at the point that is read, a ring on each curve, the values above the plot. */
export const CurveReading = ({ curve, counts, index, geometry, language }: CurveReadingProps) => {
  const { x, y, left, right, top, axis, label } = geometry;
  const at = x(curve.epoch[index] ?? 0);
  const values = counts ? [curve.wrong[index]] : [curve.loss[index], curve.val_loss[index]];
  const late = at > (left + right) / 2;
  return (
    <g>
      <line x1={at} x2={at} y1={top - 6} y2={axis} className={styles.hair} />
      {values.map(
        (value, which) =>
          value !== undefined &&
          Number.isFinite(value) && (
            <circle
              key={which === 0 ? 'train' : 'validation'}
              cx={at}
              cy={Math.max(top, y(value))}
              r={3.5}
              className={styles.read}
            />
          ),
      )}
      <text
        x={at}
        y={Math.max(label + 3, top - 9)}
        textAnchor={late ? 'end' : 'start'}
        className={styles.reading}
      >
        {readingWords(curve, index, counts, language)}
      </text>
    </g>
  );
};
