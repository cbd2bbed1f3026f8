import { useDataSet } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { NumberMark } from '../../ui/charts/PointMark.tsx';
import type { Point } from '../../ui/charts/scale.ts';
import { WrongMark } from '../../ui/charts/WrongMark.tsx';
import { classLook, classPath } from '../../ui/colors.ts';
import { classes } from '../../ui/controls/classes.ts';
import { later } from '../../ui/later.tsx';
import { useClassNames } from '../evaluate/classNames.ts';
import css from './OutputPanel.module.css';
import { Readout, usePointedRow } from './Readout.tsx';
import { useIsAlone, useLarge } from './usePoints.ts';
import type { Shown } from './useShown.ts';
import { words } from './words.ts';

const ErrorReadout = later(async () => (await import('./Numbers.tsx')).ErrorReadout);

interface NotesProps {
  readonly shown: Shown;
  readonly place: Point | null;
  /** On a small projector only what cannot be guessed is said. */
  readonly compact: boolean;
  /** Are the marks of the classes named here, and not beside? */
  readonly named: boolean;
}

/** What the marks on the plane mean; while something points at the plane, the value there instead. */
export const Notes = ({ shown, place, compact, named }: NotesProps) => {
  const row = usePointedRow(place);
  const answers = shown.unit === null;
  const error = answers && !shown.hidden ? row : null;
  const read = shown.hidden || error ? null : place;
  return (
    <div className={css.notes}>
      <Legend
        covered={read !== null || error !== null}
        compact={compact}
        named={named}
        answers={answers}
        hidden={shown.hidden}
      />
      {read && <Readout shown={shown} place={read} />}
      {error && <ErrorReadout row={error} />}
    </div>
  );
};

interface LegendProps {
  readonly covered: boolean;
  readonly compact: boolean;
  readonly named: boolean;
  /** Does the plane show what the network answers, rather than one unit? */
  readonly answers: boolean;
  readonly hidden: boolean;
}

const Legend = ({ covered, compact, named, answers, hidden }: LegendProps) => {
  const say = useSay();
  const large = useLarge();
  const alone = useIsAlone();
  const { target } = useDataSet();
  const reading = useFrame()?.reading;
  const wrong = reading ? reading.rows - reading.right + reading.valRows - reading.valRight : 0;
  const number = target.kind === 'number';
  // There points are discs of the colour of their answer, and so are their samples, without one.
  const coloured = number && !alone;
  // The curve of a hidden unit stands alone.
  if (alone && !answers) return null;
  return (
    <div className={classes(css.legend, covered && css.covered)}>
      {large ? (
        !compact && <p>{say(words.carry)}</p>
      ) : (
        <>
          {named && <ClassSamples />}
          <Sample words={say(words.train)}>
            {coloured ? <NumberMark colour="none" hollow={false} /> : <circle className={css.filled} r={4} />}
          </Sample>
          {(reading?.valRows ?? 0) > 0 && (
            <Sample words={say(words.validation)}>
              {coloured ? <NumberMark colour="none" hollow /> : <circle className={css.hollow} r={3.5} />}
            </Sample>
          )}
        </>
      )}
      {alone && !hidden && (
        <Sample words="ŷ">
          <path className={css.curve} d="M-10 3L10 -3" />
        </Sample>
      )}
      {coloured && <p>{say(words.colourIsAnswer)}</p>}
      {!number && answers && !hidden && (
        <Sample words={large ? say(words.answeredWrongly) : say(words.wrongCount, { count: wrong })}>
          <circle className={css.filled} r={4} />
          <WrongMark radius={8} />
        </Sample>
      )}
    </div>
  );
};

/** The marks of the classes, where there are more than two or they have names; Evaluate says them in its table. */
const ClassSamples = () => {
  const { target } = useDataSet();
  const nameOf = useClassNames();
  const evaluating = useView((view) => view.stage === 'evaluate');
  if (target.kind === 'number' || evaluating || (target.count === 2 && !target.names)) return null;
  return Array.from({ length: target.count }, (_, answer) => (
    <Sample key={answer} words={nameOf(answer)}>
      <path d={classPath(answer, 4)} fill={classLook(answer).ink} />
    </Sample>
  ));
};

const Sample = ({ words: said, children }: { words: string; children: React.ReactNode }) => (
  <p className={css.sample}>
    <svg width={24} height={24} viewBox="-12 -13 25 25" aria-hidden="true">
      {children}
    </svg>
    {said}
  </p>
);
