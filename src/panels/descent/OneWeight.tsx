import type { ReactNode } from 'react';
import { setRate, setWeight } from '../../experiment/moves.ts';
import { useDataSet } from '../../state/data.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { ErrorSquares, type ErrorWords } from '../../ui/charts/ErrorSquares.tsx';
import type { ErrorRow } from '../../ui/charts/errorPlace.ts';
import { type Knob, LossOverWeight } from '../../ui/charts/LossOverWeight.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import { MeanSquare } from './MeanSquare.tsx';
import { type DescentMoment, moveOf } from './moment.ts';
import { MoveFormula } from './MoveFormula.tsx';
import { errorWords, exact, meanWords, rateWords, signed } from './numbers.ts';
import css from './OneWeight.module.css';
import { curveOf, errorRows, leastOver, lossOver, regionOf } from './oneWeight.ts';
import { RateSlider } from './RateSlider.tsx';
import { words } from './words.ts';

/** What of it is drawn: all of it, unless a lesson shows one thing after the other. */
export type Shown =
  | 'errors'
  | 'squares'
  | 'mean'
  | 'mean-square'
  | 'dot'
  | 'curve'
  | 'least'
  | 'tangent'
  | 'move'
  | 'trail';

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
      <section className={css.data} aria-label={say(words.data)}>
        <DataHead moment={moment} shows={shows} />
        <ErrorSquares
          rows={rows}
          words={errorsOf(rows)}
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
      </section>
      <section className={css.loss} aria-label={say(words.lossOver)}>
        <Loss moment={moment} shows={shows} rows={rows} dots={dots} setTo={setTo} large={large} />
        <div className={css.under}>
          {instead ??
            (shows('move') && (
              <>
                <RateSlider rate={moment.rate} />
                <MoveFormula moment={moment} />
              </>
            ))}
        </div>
      </section>
    </div>
  );
};

/** What is said of each row's error. */
const errorsOf = (rows: readonly ErrorRow[]): readonly ErrorWords[] => {
  const errors = rows.map(({ answer, prediction }) => prediction - answer);
  const { squares } = meanWords(errors.map((error) => error * error));
  return errors.map((error, at) => ({ error: errorWords(error), square: squares[at] ?? '' }));
};

const lineWords = (weight: number): string => `y = ${exact(weight)}${exact(weight) === '0' ? '·' : ''}x`;

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

interface LossProps extends Pick<OneWeightProps, 'moment' | 'shows'> {
  readonly rows: readonly ErrorRow[];
  readonly dots: readonly Point[];
  readonly setTo: (weight: number, gesture: string) => void;
  readonly large: boolean;
}

/** The loss over w. */
const Loss = ({ moment, shows, rows, dots, setTo, large }: LossProps) => {
  const say = useSay();
  const design = useDesign();
  const { weight, loss, rate, slope, after } = moment;
  const lossAt = lossOver(rows);
  const placeOf = (at: number): Point => [at, lossAt(at)];
  const move = moveOf(moment);
  const trail = shows('trail') ? moment.trail.map(placeOf) : [];
  const next = shows('move') && after !== null ? placeOf(after) : null;
  const here: Point = [weight, loss];
  const { across, up } = regionOf([here, ...trail, ...(next ? [next] : [])]);
  const least = shows('least') ? leastOver(rows) : null;
  const scheduled = design.compile.optimizer.schedule !== undefined;
  const numbers = ([at, high]: Point) => ({ w: exact(at), loss: exact(high) });
  const ball: Knob = {
    label: say(words.ball),
    value: weight,
    said: say(words.ballSaid, numbers(here)),
    step: 0.05,
    onMove: setTo,
  };
  const tip: Knob | null =
    move === null || !slope || scheduled
      ? null
      : {
          label: say(words.tip),
          value: weight + move,
          said: say(words.tipSaid, { rate: rateWords(rate), move: signed(move) }),
          step: 0.05,
          onMove: (to, gesture) => {
            const wanted = Number(((weight - to) / slope).toFixed(3));
            if (wanted > 0) edit((now) => setRate(now, wanted), { gesture });
          },
        };
  const [first] = trail;
  const started = trail.length === moment.step;
  return (
    <>
      <header className={css.head}>
        <h2>{say(words.lossOver)}</h2>
        <p>{trail.length > 0 && say(words.been)}</p>
      </header>
      {shows('dot') ? (
        <LossOverWeight
          across={across}
          up={up}
          names={[say(words.loss), 'w']}
          label={say(words.lossDrawing, numbers(here))}
          curve={shows('curve') ? curveOf(lossAt, across) : null}
          dots={dots}
          now={{ at: here, words: say(words.now, numbers(here)) }}
          slope={
            shows('tangent') && slope !== null
              ? { value: slope, words: say(words.slope, { slope: signed(slope) }) }
              : null
          }
          move={
            shows('move') && move !== null
              ? { value: move, words: say(words.move, { move: signed(move) }) }
              : null
          }
          next={next && { at: next, words: say(words.next, numbers(next)) }}
          trail={{
            places: trail,
            words: first ? say(started ? words.start : words.earlier, numbers(first)) : '',
          }}
          least={least === null ? null : { weight: least, words: say(words.least, { w: exact(least) }) }}
          ball={ball}
          tip={shows('move') ? tip : null}
          large={large}
        />
      ) : (
        <div />
      )}
    </>
  );
};
