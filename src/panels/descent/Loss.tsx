import type { Shown } from '../../lessons/lesson.ts';
import { setRate } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { AreaMean } from '../../ui/charts/AreaMean.tsx';
import type { ErrorRow } from '../../ui/charts/errorPlace.ts';
import { type Knob, LossOverWeight } from '../../ui/charts/LossOverWeight.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import { type DescentMoment, moveOf } from './moment.ts';
import { exact, meanWords, rateWords, signed } from './numbers.ts';
import css from './OneWeight.module.css';
import { curveOf, errorsOf, leastOver, lossOver, regionOf } from './oneWeight.ts';
import { words } from './words.ts';

interface LossProps {
  readonly moment: DescentMoment;
  readonly shows: (what: Shown) => boolean;
  readonly rows: readonly ErrorRow[];
  /** Places that were tried. */
  readonly dots: readonly Point[];
  readonly setTo: (weight: number, gesture: string) => void;
  readonly large: boolean;
}

/** The pane of the loss: a heading, and below it the curve over w, or first one square of the mean. */
export const Loss = (props: LossProps) => {
  const say = useSay();
  const { moment, shows, rows, large } = props;
  const been = shows('trail') && moment.trail.length > 0;
  return (
    <>
      <header className={css.head}>
        <h2>{shows('dot') ? say(words.lossOver) : shows('mean-square') ? say(words.oneSquare) : ''}</h2>
        <p>{been && say(words.been)}</p>
      </header>
      {shows('dot') ? (
        <Curve {...props} />
      ) : shows('mean-square') ? (
        <Areas rows={rows} large={large} />
      ) : (
        <div />
      )}
    </>
  );
};

/** The squares, and one of their mean. */
const Areas = ({ rows, large }: Pick<LossProps, 'rows' | 'large'>) => {
  const say = useSay();
  const errors = errorsOf(rows);
  const { squares, mean } = meanWords(errors.map((error) => error * error));
  const side = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
  return (
    <AreaMean
      areas={errors.map((error, at) => ({ side: error, words: squares[at] ?? '' }))}
      mean={{ side, words: mean }}
      label={say(words.areasDrawing, { squares: squares.join(', '), mean })}
      large={large}
    />
  );
};

/** The loss over w. */
const Curve = ({ moment, shows, rows, dots, setTo, large }: LossProps) => {
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
  );
};
