import { useState } from 'react';
import type { LessonFrame, Question, Shown } from '../../lessons/lesson.ts';
import { useDataSet } from '../../state/data.ts';
import { useDesign } from '../../state/experiment.ts';
import { useFrame } from '../../state/run.ts';
import { useWork } from '../../state/store.ts';
import { useSay } from '../../state/words.ts';
import type { Text } from '../../text.ts';
import type { Point } from '../../ui/charts/scale.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { classes } from '../../ui/controls/classes.ts';
import type { DescentMoment } from '../descent/moment.ts';
import { errorRows, isOneWeight } from '../descent/oneWeight.ts';
import { OneWeight } from '../descent/OneWeight.tsx';
import { useMoment } from '../descent/useMoment.ts';
import css from './Lesson.module.css';
import { toldAt, type Whereabouts } from './telling.ts';
import { words } from './words.ts';

interface LessonSceneProps {
  readonly frame: LessonFrame;
  /** What was answered to the frame's question. */
  readonly answer: Question['answer'] | null;
  readonly onAnswer: (way: Question['answer']) => void;
  /** Goes back to the frame's own moment. */
  readonly onAgain: () => void;
  /** A hand is laid on it. */
  readonly onHold: () => void;
}

/** The sentence of a frame, and what it shows, at the moment that the run has come to. */
export const LessonScene = (props: LessonSceneProps) => {
  const one = isOneWeight(useDesign());
  return (
    <div id="network" tabIndex={-1} className={css.scene} onPointerDown={props.onHold}>
      {one && <Scene {...props} />}
    </div>
  );
};

const Scene = ({ frame, answer, onAnswer, onAgain }: LessonSceneProps) => {
  const say = useSay();
  const moment = useMoment();
  const design = useDesign();
  const data = useDataSet();
  const playing = useFrame()?.playing ?? false;
  const where = useWhereabouts(frame);
  const dots = useDots(frame, moment);
  const rows = moment && errorRows(design, data, moment.weight);
  const told = useLast(moment && rows && toldAt(frame, moment, rows, where));
  if (!moment) return null;
  const { question, shows } = frame;
  return (
    <>
      <div className={css.narration}>
        <p className={css.sentence} aria-live={playing ? 'off' : 'polite'} aria-atomic="true">
          {told && say(told)}
        </p>
        {where === 'elsewhere' && !frame.anywhere && (
          <Button className={css.again} onClick={onAgain}>
            {say(words.again)}
          </Button>
        )}
      </div>
      <OneWeight
        moment={moment}
        shows={(what: Shown) => shows.includes(what)}
        dots={dots}
        instead={question && <Asked question={question} answer={answer} onAnswer={onAnswer} />}
      />
    </>
  );
};

interface AskedProps {
  readonly question: Question;
  readonly answer: Question['answer'] | null;
  readonly onAnswer: (way: Question['answer']) => void;
}

/** Left or right? Either may be tried; what is said to it says why. */
const Asked = ({ question, answer, onAnswer }: AskedProps) => {
  const say = useSay();
  return (
    <div className={css.asked} data-turns>
      {(['left', 'right'] as const).map((way) => (
        <Button
          key={way}
          aria-pressed={answer === way}
          className={classes(css.way, answer === way && css.chosen)}
          onClick={() => onAnswer(way)}
        >
          {say(words[way])}
        </Button>
      ))}
      <p role="status" className={css.verdict}>
        {answer && say(question[answer])}
      </p>
    </div>
  );
};

/** Has the run come to the frame's moment? Anything that was changed by hand leads elsewhere. */
const useWhereabouts = ({ experiment, update }: LessonFrame): Whereabouts =>
  useWork((now) => {
    if (now.experiment !== experiment || now.pending.length > 0 || !now.frame) return 'elsewhere';
    const { step, phase } = now.frame.position;
    if (step === update && phase === 0) return 'there';
    return step < update ? 'coming' : 'elsewhere';
  });

/** A place nearer than this to one that was tried leaves no other dot. */
const APART = 0.02;

/** The places that w was moved to while a frame traces them. */
const useDots = ({ name, traces = false }: LessonFrame, moment: DescentMoment | null): readonly Point[] => {
  const [tried, setTried] = useState<{ readonly name: string; readonly dots: readonly Point[] }>({
    name,
    dots: [],
  });
  if (!traces || !moment) {
    if (tried.dots.length > 0) setTried({ name, dots: [] });
    return [];
  }
  const { weight, loss } = moment;
  if (tried.dots.some(([other]) => Math.abs(other - weight) < APART)) return tried.dots;
  const dots: readonly Point[] = [...tried.dots, [weight, loss]];
  setTried({ name, dots });
  return dots;
};

/** The last text that there was: while the next one is to come, it stays. */
const useLast = (text: Text | null): Text | null => {
  const [last, keep] = useState(text);
  if (text && text.en !== last?.en) keep(text);
  return text ?? last;
};
