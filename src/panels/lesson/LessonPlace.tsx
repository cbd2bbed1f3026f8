import { useEffect, useState } from 'react';
import { lessonOf } from '../../lessons/index.ts';
import type { Lesson, LessonFrame, Question } from '../../lessons/lesson.ts';
import { useView } from '../../state/view.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { LessonColumn } from './LessonColumn.tsx';
import { LessonScene } from './LessonScene.tsx';
import { close, turnTo } from './turning.ts';
import { useFilm } from './useFilm.ts';
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
  // Where its column had the focus, that goes to the network when it is left.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.getElementById('network')?.focus();
    },
    [],
  );
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
