import { useState } from 'react';
import type { Lesson, LessonFrame } from '../../lessons/lesson.ts';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Chevron } from '../../ui/controls/Chevron.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { StageColumn } from '../header/StageColumn.tsx';
import { STAGE_PANEL } from '../header/stages.ts';
import css from './Lesson.module.css';
import { close } from './turning.ts';
import { words } from './words.ts';

interface LessonColumnProps {
  readonly lesson: Lesson;
  readonly frame: LessonFrame;
  readonly index: number;
  readonly film: boolean;
  readonly onFilm: () => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The left column of a lesson; a stage that is asked for meanwhile takes its place until one goes back. */
export const LessonColumn = (props: LessonColumnProps) => {
  const say = useSay();
  const stage = useView((view) => view.stage);
  const [here, stay] = useState(stage);
  if (stage === here) return <Words {...props} />;
  return (
    <div className={css.column}>
      <Button kind="quiet" className={css.toLesson} onClick={() => stay(stage)}>
        {say(words.toLesson)}
      </Button>
      <div className={css.stage}>
        <StageColumn foldable={false} folded={false} />
      </div>
    </div>
  );
};

const Words = ({ lesson, frame, index, film, onFilm, onBack, onNext }: LessonColumnProps) => {
  const say = useSay();
  const { title, text, task, note } = frame;
  const all = lesson.frames.length;
  const last = index === all - 1;
  return (
    // It stands where the stages have their panel.
    <div
      role="tabpanel"
      id={STAGE_PANEL}
      className={css.column}
      aria-label={say(words.lesson, { name: say(lesson.words) })}
      data-turns
    >
      <div className={css.text}>
        <header className={css.kicker}>
          <p>{say(words.lesson, { name: say(lesson.words) })}</p>
          <IconButton label={say(words.close)} onClick={() => void close()}>
            <svg width="11" height="11" viewBox="0 0 9 9">
              <path d="M1 1L8 8M8 1L1 8" stroke="currentColor" strokeWidth="1.25" />
            </svg>
          </IconButton>
        </header>
        <h2 className={css.title}>{say(title)}</h2>
        {text.map((paragraph) => (
          <p key={paragraph.en} className={css.body}>
            {say(paragraph)}
          </p>
        ))}
        {(task ?? note) && (
          <div className={css.aside}>
            {task && (
              <>
                <p className={css.hint}>{say(words.task)}</p>
                <p className={css.task}>{say(task)}</p>
              </>
            )}
            {note && (
              <details key={frame.name} className={css.note}>
                <summary>
                  <Chevron className={css.chevron} />
                  {say(note.title)}
                </summary>
                <p>{say(note.text)}</p>
              </details>
            )}
          </div>
        )}
      </div>
      <nav className={css.frames} aria-label={say(words.frames)}>
        <Button kind="quiet" aria-disabled={index === 0} className={css.back} onClick={onBack}>
          {say(words.back)}
        </Button>
        <span className={css.middle}>
          <IconButton label={say(film ? words.still : words.film)} aria-pressed={film} onClick={onFilm}>
            <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor">
              <path d={film ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1l8 5-8 5z'} />
            </svg>
          </IconButton>
          <span className={css.count}>
            <span aria-hidden="true">{`${index + 1} / ${all}`}</span>
            <span className="visually-hidden">{say(words.frame, { n: index + 1, all })}</span>
          </span>
        </span>
        <Button kind="quiet" className={css.next} onClick={onNext}>
          {say(last ? words.done : words.next)}
        </Button>
      </nav>
    </div>
  );
};
