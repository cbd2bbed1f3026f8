import { useId } from 'react';
import { useModel, useTrainingRows } from '../../state/data.ts';
import { useViews } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { addingUp } from '../../ui/adding.ts';
import { classLook } from '../../ui/colors.ts';
import { fixed } from '../../ui/format.ts';
import { ClassMark } from '../evaluate/ClassMark.tsx';
import { useClassNames } from '../evaluate/classNames.ts';
import { placeWords } from './rows.ts';
import { sharesOf } from './softmax.ts';
import css from './SoftmaxTable.module.css';
import { usePointed, useRows } from './usePoints.ts';
import { words } from './words.ts';

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
  const powers = addingUp(
    shares.map(({ power }) => power),
    DIGITS,
  );
  const probabilities = addingUp(
    shares.map(({ probability }) => probability),
    DIGITS,
  );
  const total = (values: readonly number[]) =>
    fixed(
      values.reduce((sum, value) => sum + value, 0),
      DIGITS,
    );
  return (
    <section className={css.softmax} aria-labelledby={id}>
      <h3 id={id}>{say(words.softmax)}</h3>
      <p className={css.at}>
        {say(words.softmaxAt, { place: placeWords(row.at), answer: nameOf(row.answer) })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.class)}</th>
            <th scope="col">{say(words.score)} z</th>
            <th scope="col">
              e<sup>z − max</sup>
            </th>
            <th scope="col" colSpan={2}>
              {say(words.probability)}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ score, probability }, c) => (
            <tr key={c}>
              <th scope="row">
                <ClassMark of={c} /> {nameOf(c)}
              </th>
              <td>{fixed(score, DIGITS)}</td>
              <td>{fixed(powers[c] ?? Number.NaN, DIGITS)}</td>
              <td>{fixed(probabilities[c] ?? Number.NaN, DIGITS)}</td>
              <td className={css.bar} aria-hidden="true">
                <span style={{ inlineSize: `${100 * probability}%`, background: classLook(c).fill }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(words.sum)}</th>
            <td colSpan={2}>{total(powers)}</td>
            <td>{total(probabilities)}</td>
          </tr>
        </tfoot>
      </table>
      <details className={css.more}>
        <summary>{say(words.moreExactly)}</summary>
        <p>{say(words.largestOff)}</p>
        <p>{say(words.noPromise)}</p>
      </details>
    </section>
  );
};
