import { memo, useMemo } from 'react';
import { type Language, say } from '../../text.ts';
import type { Curve } from '../../worker/frame.ts';
import type { ChartMark } from './CurveMarks.tsx';
import { curvePlaces, nearestPoint } from './curvePlaces.ts';
import { firstDrawn, placeNames, type Rect, traceOf } from './ghostNames.ts';
import type { Ghost } from './ghosts.ts';
import { linePath } from './linePath.ts';
import type { LossGeometry } from './lossGeometry.ts';
import { LABEL_GAP } from './labelGap.ts';
import { solvedFoot } from './markLabels.ts';
import { textWidth } from './textWidth.ts';
import styles from './LossChart.module.css';

interface GhostCurvesProps {
  readonly ghosts: readonly Ghost[];
  readonly counts: boolean;
  /** The curve of the present run: names keep clear of it. */
  readonly present: Curve;
  /** Place of the playhead in px; names keep clear of it too. */
  readonly playhead: number;
  /** What happened to the present run: its words stand in rows at the top, those of "all right" on the curve. */
  readonly marks: readonly ChartMark[];
  /** The tick of the newest moment and its words, where time is rewound: names keep clear of them. */
  readonly newest: { readonly x: number; readonly words: string } | null;
  readonly language: Language;
  readonly geometry: LossGeometry;
  readonly clip: string;
}

/** Room to both sides of the playhead, in px. */
const PLAYHEAD = 8;

/** What the tick of the newest moment and its words take of the plot. */
const newestSpan = (x: number, words: string, { right, axis, label }: LossGeometry): Rect => {
  const width = LABEL_GAP + textWidth(words, label);
  const left = x + width <= right ? x : x - width;
  return { left, right: left + width, top: axis - 8 - label, bottom: axis };
};

/** The curves of runs that were left, in grey from where they parted on, each named near its end by what was there. */
export const GhostCurves = (props: GhostCurvesProps) => {
  const { ghosts, counts, present, playhead, marks, newest, language, geometry, clip } = props;
  const { x, y, left, right, top, axis, label } = geometry;
  const named = useMemo(
    () =>
      ghosts.map((ghost) => {
        const values = counts ? ghost.curve.wrong : ghost.curve.loss;
        const words = say(ghost.name, language);
        const trace = traceOf(ghost.curve.epoch, values, firstDrawn(ghost), x, y);
        return { words, trace, width: textWidth(words, label) };
      }),
    [ghosts, counts, language, x, y, label],
  );
  const values = counts ? present.wrong : present.loss;
  const now = traceOf(present.epoch, values, 0, x, y);
  const solved = marks.filter(({ kind }) => kind === 'solved');
  const validation = counts ? [] : traceOf(present.epoch, present.val_loss, 0, x, y);
  const places = placeNames(named, {
    plot: {
      left,
      right,
      top: solved.length < marks.length || counts ? top + label : top - label / 2,
      bottom: axis,
    },
    height: label,
    taken: [
      ...(newest ? [newestSpan(newest.x, newest.words, geometry)] : []),
      { left: playhead - PLAYHEAD, right: playhead + PLAYHEAD, top: 0, bottom: axis },
      ...solved.map((mark) => {
        const foot = solvedFoot(y(values[nearestPoint(present.epoch, mark.epoch)] ?? 0), geometry);
        const half = textWidth(say(mark.words, language), label) / 2 + 4;
        const at = x(mark.epoch);
        return { left: at - half, right: at + half, top: foot - 15 - label, bottom: foot };
      }),
    ],
    traces: [now, validation],
  });
  return (
    <>
      {ghosts.map((ghost) => (
        <GhostCurve key={ghost.id} ghost={ghost} counts={counts} geometry={geometry} clip={clip} />
      ))}
      {ghosts.map(({ id }, index) => {
        const place = places[index];
        return (
          place && (
            <text key={id} x={place.left} y={place.bottom - 2} className={styles.ghostName}>
              {named[index]?.words}
            </text>
          )
        );
      })}
    </>
  );
};

type GhostCurveProps = Pick<GhostCurvesProps, 'counts' | 'geometry' | 'clip'> & { readonly ghost: Ghost };

const GhostCurve = memo(({ ghost, counts, geometry: { x, y }, clip }: GhostCurveProps) => {
  const values = counts ? ghost.curve.wrong : ghost.curve.loss;
  const path = useMemo(
    () => linePath(curvePlaces(ghost.curve.epoch, values, [firstDrawn(ghost), values.length], x, y), 1),
    [ghost, values, x, y],
  );
  return <path d={path} className={styles.ghost} clipPath={clip} data-curve="ghost" />;
});

export { ghostReach } from './ghosts.ts';
