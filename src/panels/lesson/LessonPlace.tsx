import { useEffect, useEffectEvent, useState } from 'react';
import { lessonOf } from '../../lessons/index.ts';
import type { Lesson, LessonFrame, Question } from '../../lessons/lesson.ts';
import { setWeight } from '../../experiment/moves.ts';
import { edit } from '../../state/experiment.ts';
import { useView } from '../../state/view.ts';
import { useMedia } from '../output/useMedia.ts';
import { LessonColumn } from './LessonColumn.tsx';
import { LessonScene } from './LessonScene.tsx';
import { close, turnTo } from './turning.ts';
import { useTurningKeys } from './useTurningKeys.ts';

/** The lesson that is open: its words in the left column, its sentence and its pictures beside them. */
export const LessonPlace = () => {
  const open = useView((view) => view.lesson);
  const lesson = open && lessonOf(open.name);
  const frame = lesson?.frames[open?.frame ?? 0];
  return lesson && frame && open ? <Opened lesson={lesson} frame={frame} index={open.frame} /> : null;
};

interface OpenedProps {
  readonly lesson: Lesson;
  readonly frame: LessonFrame;
  readonly index: number;
}

const Opened = ({ lesson, frame, index }: OpenedProps) => {
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const [film, setFilm] = useState(false);
  const [answers, setAnswers] = useState<Readonly<Record<string, Question['answer']>>>({});
  const last = lesson.frames.length - 1;
  const turn = (to: number, paced: boolean): void => void turnTo(lesson, to, paced && !calm);
  const back = (): void => {
    setFilm(false);
    if (index > 0) turn(index - 1, false);
  };
  const next = (): void => {
    setFilm(false);
    if (index < last) turn(index + 1, true);
    else void close();
  };
  const answer = (way: Question['answer']): void => {
    setFilm(false);
    setAnswers({ ...answers, [frame.name]: way });
  };
  const asked = frame.question && answers[frame.name] !== frame.question.answer ? frame.question : null;
  useTurningKeys({
    left: () => (asked && answers[frame.name] === undefined ? answer('left') : back()),
    right: () => (asked ? answer('right') : index < last && next()),
  });
  useFilm(film, frame, calm, () => {
    if (index < last) turn(index + 1, true);
    else setFilm(false);
  });
  return (
    <>
      <LessonColumn
        lesson={lesson}
        frame={frame}
        index={index}
        film={film}
        onFilm={() => {
          // From its end it begins anew.
          if (!film && index === last) turn(0, false);
          setFilm(!film);
        }}
        onBack={back}
        onNext={next}
      />
      <LessonScene
        frame={frame}
        answer={answers[frame.name] ?? null}
        onAnswer={answer}
        onAgain={() => turn(index, false)}
        onHold={() => setFilm(false)}
      />
    </>
  );
};

/** How long a frame of the film stays, in ms: so that its sentence can be read. */
const LEAST = 3000;
const PER_LETTER = 45;
const timeOf = ({ sentence: { en, ko } }: LessonFrame): number =>
  LEAST + PER_LETTER * Math.max(en.length, 1.6 * ko.length);

/** Where the film moves w by itself, from where it stands, and how soon from one place to the next. */
const SWEEP = [
  ...Array.from({ length: 23 }, (_, at) => 0.2 * at),
  ...Array.from({ length: 5 }, (_, at) => 0.2 - 0.2 * at),
];
const SWEEP_PACE = 110;

/** One frame after the other while the film runs; where a person would drag w, it moves by itself. */
const useFilm = (on: boolean, frame: LessonFrame, calm: boolean, next: () => void): void => {
  const turn = useEffectEvent(next);
  useEffect(() => {
    if (!on) return;
    const timers = [setTimeout(() => turn(), timeOf(frame))];
    if (frame.traces && !calm) {
      for (const [at, weight] of SWEEP.entries()) {
        const move = (): void => edit(setWeight(0, 0, Number(weight.toFixed(2)) + 0), { gesture: 'film' });
        timers.push(setTimeout(move, 800 + at * SWEEP_PACE));
      }
    }
    return () => timers.forEach(clearTimeout);
  }, [on, frame, calm]);
};
