import { useState } from 'react';
import type { PictureSet } from '../../../data/pictures/index.ts';
import { useDataSet, useTrainingRows } from '../../../state/data.ts';
import { look } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useClassNames } from '../../evaluate/classNames.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { words } from './words.ts';
import styles from './Samples.module.css';

/** So many stand in a row. */
const SHOWN = 4;

interface SamplesProps {
  readonly set: PictureSet;
  /** The id of the picture that is on the screen; null while a drawn one is. */
  readonly shown: number | null;
}

/** A few pictures that are not learned from, to look at: a click shows one. */
export const Samples = ({ set, shown }: SamplesProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const { ids, answers, rows } = useDataSet();
  const training = useTrainingRows();
  const [page, turn] = useState(0);
  const held = training < rows;
  const [from, count] = held ? [training, rows - training] : [0, rows];
  const first = (page * SHOWN) % Math.max(1, count);
  const places = Array.from({ length: Math.min(SHOWN, count) }, (_, k) => from + ((first + k) % count));
  return (
    <div className={styles.samples}>
      <header className={styles.head}>
        <h3 className={styles.name}>{say(held ? words.fromValidation : words.fromTraining)}</h3>
        {count > SHOWN && (
          <Button kind="quiet" onClick={() => turn(page + 1)}>
            {say(words.others)}
          </Button>
        )}
      </header>
      <ul className={styles.row}>
        {places.map((row) => {
          const id = ids[row] ?? 0;
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.sample}
                aria-pressed={shown === id}
                aria-label={say(words.sample, { id, answer: nameOf(answers[row] ?? 0) })}
                onClick={() => look({ pinned: id, drawn: null })}
              >
                <Thumbnail set={set} id={id} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
