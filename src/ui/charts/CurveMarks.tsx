import type { Curve, Mark } from '../../worker/frame.ts';
import { type Language, say, type Text } from '../../text.ts';
import { nearestPoint } from './curvePlaces.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { LABEL_GAP } from './labelGap.ts';
import { keptApart, placeMarkLabels, shortWords, solvedFoot } from './markLabels.ts';
import { textWidth } from './textWidth.ts';
import styles from './LossChart.module.css';

/** What stands on the curve: what happened to the run, and the best of the epochs that a callback watches. */
export type ChartMark = Omit<Mark, 'kind'> & {
  readonly kind: Mark['kind'] | 'best';
  /** Shorter words, for where there is little room. */
  readonly brief?: Text;
};

interface CurveMarksProps {
  readonly marks: readonly ChartMark[];
  readonly curve: Curve;
  readonly values: Float32Array;
  /** Updates made by the playhead: what comes after it is drawn faint. */
  readonly step: number;
  /** Place of the playhead in px; words make way for it. */
  readonly playhead: number;
  readonly geometry: LossGeometry;
  readonly language: Language;
  /** Width in px that the first row of labels leaves free at the left. */
  readonly reserved: number;
}

/** Lines closer than this, in px, are drawn as one. */
const ONE_LINE = 3;

/** What happened on the curve: a dashed line with its words for an edit, a small tick with "4/4" for all right. */
export const CurveMarks = (props: CurveMarksProps) => {
  const { marks, curve, values, step, playhead, geometry, language, reserved } = props;
  const { left, right, top, axis, x, y, label, compact } = geometry;
  const faint = (mark: ChartMark) => (mark.step > step ? styles.ahead : undefined);
  const named = (...kinds: readonly ChartMark['kind'][]) =>
    marks
      .filter((mark) => kinds.includes(mark.kind))
      .map((mark) => {
        const words = say(mark.words, language);
        return { mark, words, x: x(mark.epoch), width: textWidth(words, label) };
      });

  const edits = named('edit', 'restored', 'best')
    .toSorted((a, b) => a.x - b.x)
    .filter(({ x: at }, index, all) => {
      const next = all[index + 1];
      return !next || next.x - at >= ONE_LINE;
    })
    .map((edit) => {
      const brief = edit.mark.brief ? say(edit.mark.brief, language) : shortWords(edit.words);
      return { ...edit, brief, short: brief === null ? null : textWidth(brief, label) };
    });
  const places = placeMarkLabels(edits, {
    left,
    right,
    rows: compact ? 1 : 2,
    taken: reserved > 0 ? [{ row: 0, from: left, to: left + reserved }] : [],
  });
  const solved = named('solved').map((mark) => {
    const { x: at, width } = mark;
    // Words make way for the playhead, and never leave the chart for the axis's numbers.
    const outside = at - width / 2 < left;
    const crossed = outside || Math.abs(playhead - at) < width / 2 + 4;
    const side = outside || playhead < at ? 1 : -1;
    return { ...mark, middle: crossed ? at + side * (6 + width / 2) : at };
  });
  const kept = keptApart(solved.map(({ middle, width }) => ({ x: middle, width })));

  return (
    <>
      {edits.map(({ mark, words, brief, x: at }, index) => {
        const place = places[index];
        const shift = place?.anchor === 'end' ? -LABEL_GAP : LABEL_GAP;
        return (
          <g key={`${mark.step} ${words}`} className={faint(mark)}>
            <line x1={at} x2={at} y1={top - 6} y2={axis} className={styles.edit} />
            {(!place || place.short) && (
              <line x1={at} x2={at} y1={top - 6} y2={axis} className={styles.hit}>
                <title>{words}</title>
              </line>
            )}
            {place && (
              <text
                x={at + shift}
                y={top + label / 3 + place.row * (label + 5)}
                textAnchor={place.anchor}
                className={styles.editWords}
              >
                {place.short ? brief : words}
              </text>
            )}
          </g>
        );
      })}
      {solved.map(({ mark, words, x: at, middle }, index) => {
        const height = y(values[nearestPoint(curve.epoch, mark.epoch)] ?? 0);
        const foot = solvedFoot(height, geometry);
        return (
          <g key={`${mark.step} ${mark.edits}`} className={faint(mark)}>
            <line x1={at} x2={at} y1={foot} y2={foot - 11} className={styles.solved} />
            {kept[index] && (
              <text x={middle} y={foot - 15} textAnchor="middle" className={styles.note}>
                {words}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
};
