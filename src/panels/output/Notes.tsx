import { useDataSet } from '../../state/data.ts';
import { useFrame } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { valueAt } from '../../ui/charts/boundary.ts';
import type { Point } from '../../ui/charts/scale.ts';
import { WrongMark } from '../../ui/charts/WrongMark.tsx';
import { classLook, classPath } from '../../ui/colors.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import css from './OutputPanel.module.css';
import { useLarge } from './usePoints.ts';
import type { Shown } from './useShown.ts';
import { words } from './words.ts';

interface NotesProps {
  readonly shown: Shown;
  readonly place: Point | null;
  /** On a small projector only what cannot be guessed is said. */
  readonly compact: boolean;
}

/** What the marks on the plane mean; while something points at the plane, the value there instead. */
export const Notes = ({ shown, place, compact }: NotesProps) => {
  const read = shown.hidden ? null : place;
  return (
    <div className={css.notes}>
      <Legend covered={read !== null} compact={compact} marksWrong={shown.unit === null && !shown.hidden} />
      {read && <Readout shown={shown} place={read} />}
    </div>
  );
};

/** x₁, x₂ and what the plane says there: the value, or the winning class and how sure it is. */
const Readout = ({ shown: { maps, name }, place }: { shown: Shown; place: Point }) => {
  const say = useSay();
  const values = maps.map((map) => valueAt(map, place) ?? Number.NaN);
  const most = Math.max(...values);
  const said =
    values.length > 1
      ? `${say(words.classNamed, { class: values.indexOf(most) })}, ${fixed(most, 2)}`
      : `${name} ${fixed(values[0] ?? Number.NaN, 2)}`;
  return (
    <p className={css.readout}>
      <span>
        x₁ {fixed(place[0], 2)}, x₂ {fixed(place[1], 2)} →
      </span>{' '}
      <strong>{said}</strong>
    </p>
  );
};

interface LegendProps {
  readonly covered: boolean;
  readonly compact: boolean;
  readonly marksWrong: boolean;
}

const Legend = ({ covered, compact, marksWrong }: LegendProps) => {
  const say = useSay();
  const large = useLarge();
  const { classes: count } = useDataSet();
  const reading = useFrame()?.reading;
  const evaluating = useView((view) => view.stage === 'evaluate');
  const wrong = reading ? reading.rows - reading.right + reading.valRows - reading.valRight : 0;
  return (
    <div className={classes(css.legend, covered && css.covered)}>
      {large ? (
        !compact && <p>{say(words.carry)}</p>
      ) : (
        <>
          {count > 2 &&
            !evaluating &&
            Array.from({ length: count }, (_, answer) => (
              <Sample key={answer} words={String(answer)}>
                <path d={classPath(answer, 4)} fill={classLook(answer).ink} />
              </Sample>
            ))}
          <Sample words={say(words.train)}>
            <circle className={css.filled} r={4} />
          </Sample>
          {(reading?.valRows ?? 0) > 0 && (
            <Sample words={say(words.validation)}>
              <circle className={css.hollow} r={3.5} />
            </Sample>
          )}
        </>
      )}
      {marksWrong && (
        <Sample words={large ? say(words.answeredWrongly) : say(words.wrongCount, { count: wrong })}>
          <circle className={css.filled} r={4} />
          <WrongMark radius={8} />
        </Sample>
      )}
    </div>
  );
};

const Sample = ({ words: said, children }: { words: string; children: React.ReactNode }) => (
  <p className={css.sample}>
    <svg width={24} height={24} viewBox="-12 -13 25 25" aria-hidden="true">
      {children}
    </svg>
    {said}
  </p>
);
