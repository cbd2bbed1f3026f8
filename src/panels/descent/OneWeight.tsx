import type { ReactNode } from 'react';
import type { Shown } from '../../lessons/lesson.ts';
import { setWeight } from '../../experiment/moves.ts';
import { useDataSet } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { ErrorSquares, type ErrorWords } from '../../ui/charts/ErrorSquares.tsx';
import type { ErrorRow } from '../../ui/charts/errorPlace.ts';
import type { Point } from '../../ui/charts/scale.ts';
import { Loss } from './Loss.tsx';
import { MeanSquare } from './MeanSquare.tsx';
import type { DescentMoment } from './moment.ts';
import { MoveFormula, Stride } from './MoveFormula.tsx';
import { errorWords, exact, meanWords } from './numbers.ts';
import css from './OneWeight.module.css';
import { errorRows, errorsOf } from './oneWeight.ts';
import { RateSlider } from './RateSlider.tsx';
import { words } from './words.ts';

interface OneWeightProps {
  readonly moment: DescentMoment;
  readonly shows: (what: Shown) => boolean;
  /** Places that were tried. */
  readonly dots?: readonly Point[];
  /** Takes the place of the rate and the move under the curve. */
  readonly instead?: ReactNode;
}

/** The largest weight that is set by hand here. */
const FURTHEST = 50;
const held = (weight: number): number =>
  Math.min(FURTHEST, Math.max(-FURTHEST, Number(weight.toFixed(2)) + 0));

/** y = wx: its data and errors, and the loss over w with the ball, the tangent and the move of the moment. */
export const OneWeight = ({ moment, shows, dots = [], instead }: OneWeightProps) => {
  const say = useSay();
  const design = useDesign();
  const data = useDataSet();
  const large = useView((view) => view.largeText);
  const { weight } = moment;
  const rows = errorRows(design, data, weight);
  const setTo = (to: number, gesture: string): void => edit(setWeight(0, 0, held(to)), { gesture });
  return (
    <div className={css.view}>
      <div className={css.data}>
        <DataHead moment={moment} shows={shows} />
        <ErrorSquares
          rows={rows}
          words={wordsOf(rows)}
          weight={weight}
          across={[0, 2.3]}
          up={heightsOf(rows, weight)}
          names={['y', 'x']}
          label={say(words.dataDrawing, { w: exact(weight) })}
          line={lineWords(weight)}
          errors={shows('squares') ? 'squares' : shows('errors') ? 'gaps' : 'none'}
          knob={{
            label: say(words.line),
            value: weight,
            said: lineWords(weight),
            step: 0.05,
            onMove: setTo,
          }}
          large={large}
        />
        <MeanSquare rows={rows} shows={shows} />
      </div>
      <div className={css.loss} data-empty={!shows('dot') && !shows('mean-square')}>
        <Loss moment={moment} shows={shows} rows={rows} dots={dots} setTo={setTo} large={large} />
        <div className={css.under}>
          {instead ??
            (shows('move') && (
              <>
                <RateSlider rate={moment.rate} />
                <MoveFormula moment={moment} />
                <Stride moment={moment} />
              </>
            ))}
        </div>
      </div>
    </div>
  );
};

/** What is said of each row's error. */
const wordsOf = (rows: readonly ErrorRow[]): readonly ErrorWords[] => {
  const errors = errorsOf(rows);
  const { squares } = meanWords(errors.map((error) => error * error));
  return errors.map((error, at) => ({ error: errorWords(error), square: squares[at] ?? '' }));
};

/** "y = 3x", "y = x", "y = 0·x" */
const lineWords = (weight: number): string => {
  const factor = exact(weight);
  if (factor === '0') return 'y = 0·x';
  return `y = ${factor === '1' ? '' : factor === exact(-1) ? '−' : factor}x`;
};

/** What is drawn of y: the points and what is predicted of them. */
const heightsOf = (rows: readonly ErrorRow[], weight: number): Point => {
  const all = rows.flatMap(({ answer, prediction }) => [answer, prediction]);
  return [Math.min(0, ...all.map((y) => 1.1 * y)), Math.max(5.2, 1.53 * weight, ...all.map((y) => 1.1 * y))];
};

const DataHead = ({ moment, shows }: Pick<OneWeightProps, 'moment' | 'shows'>) => {
  const say = useSay();
  const of = shows('squares') ? say(words.squares) : shows('errors') ? say(words.errors) : '';
  // The line bears its name, unless it lies along the axis.
  const flat = Math.abs(moment.weight) < 0.5;
  const hint =
    flat && of
      ? say(words.named, { line: lineWords(moment.weight), of })
      : flat
        ? lineWords(moment.weight)
        : of;
  return (
    <header className={css.head}>
      <h2>{say(words.data)}</h2>
      <p>{hint}</p>
    </header>
  );
};
