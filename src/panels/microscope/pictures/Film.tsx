import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../../state/words.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { useMedia } from '../../../ui/useMedia.ts';
import { BackSign, ForwardSign, PauseSign, PlaySign } from '../../strip/icons.tsx';
import css from './pictures.module.css';
import { words } from './words.ts';

/** From one cell to the next, in ms. */
const BEAT = 400;

interface FilmProps {
  /** Goes so many cells on; from the last one the first is next. */
  readonly onMove: (cells: 1 | -1) => void;
}

/** The window moves on by itself, cell by cell, or by one press at a time; where motion is not wanted only so. */
export const Film = ({ onMove }: FilmProps) => {
  const say = useSay();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [playing, setPlaying] = useState(false);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  const runs = playing && !still;
  useEffect(() => {
    if (!runs) return undefined;
    const beat = setInterval(() => move.current(1), BEAT);
    return () => clearInterval(beat);
  }, [runs]);
  return (
    <div className={css.film} role="group" aria-label={say(words.film)}>
      <IconButton label={say(words.back)} onClick={() => onMove(-1)}>
        <BackSign />
      </IconButton>
      {!still && (
        <IconButton label={say(runs ? words.pause : words.play)} onClick={() => setPlaying(!runs)}>
          {runs ? <PauseSign /> : <PlaySign />}
        </IconButton>
      )}
      <IconButton label={say(words.next)} onClick={() => onMove(1)}>
        <ForwardSign />
      </IconButton>
    </div>
  );
};
