import { useId } from 'react';
import { useModel, useTrainingRows } from '../../state/data.ts';
import { useViews } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { useClassNames } from '../evaluate/classNames.ts';
import { placeWords } from './rows.ts';
import { Shares } from './Shares.tsx';
import { sharesOf } from './softmax.ts';
import css from './SoftmaxTable.module.css';
import { usePointed, useRows } from './usePoints.ts';
import { words } from './softmaxWords.ts';

const DIGITS = 3;

/**
 * The softmax at one point, taken apart: scores, their powers of e, and each one's share of the sum. The point is the one
 * pointed at, else the one pinned, else the first validation point.
 */
export const SoftmaxTable = () => {
  const say = useSay();
  const id = useId();
  const nameOf = useClassNames();
  const rows = useRows();
  const training = useTrainingRows();
  const { pinned, hovered } = usePointed();
  const units = useModel().at(-1)?.units ?? 1;
  const { points } = useViews();
  const wanted = rows.findIndex((row) => row.id === (hovered ?? pinned));
  const at = wanted >= 0 ? wanted : training < rows.length ? training : 0;
  const row = rows[at];
  const shares = sharesOf(points?.sums.at(-1), points?.outputs.at(-1), units, rows.length, at);
  if (!row || !shares) return null;
  return (
    <section className={css.softmax} aria-labelledby={id}>
      <h3 id={id}>{say(words.softmax)}</h3>
      <p className={css.at}>
        {say(words.softmaxAt, { place: placeWords(row.at), answer: nameOf(row.answer) })}
      </p>
      <Shares shares={shares} digits={DIGITS} />
      <details className={css.more}>
        <summary>{say(words.moreExactly)}</summary>
        <p>{say(words.largestOff)}</p>
        <p>{say(words.noPromise)}</p>
      </details>
    </section>
  );
};
