import { useId } from 'react';
import { useSay } from '../../state/words.ts';
import { classLook, classPath } from '../../ui/colors.ts';
import { fixed } from '../../ui/format.ts';
import { perClass } from './confusion.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

/** Precision and recall of each class, and in words for the class that is found least. */
export const PerClass = ({ counts }: { readonly counts: readonly (readonly number[])[] }) => {
  const say = useSay();
  const id = useId();
  const classes = perClass(counts).map((rates, c) => ({ ...rates, c }));
  const known = classes.filter(({ recall, precision }) => Number.isFinite(recall + precision));
  const least = known.toSorted((one, other) => one.recall - other.recall)[0];
  return (
    <section aria-labelledby={id} className={styles.pane}>
      <header className={styles.head}>
        <h2 id={id}>{say(words.perClass)}</h2>
      </header>
      <table className={styles.rates}>
        <thead>
          <tr>
            <th scope="col">{say(words.class)}</th>
            <th scope="col">{say(words.precision)}</th>
            <th scope="col">{say(words.recall)}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map(({ c, precision, recall }) => (
            <tr key={c}>
              <th scope="row">
                <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
                  <path d={classPath(c, 4)} fill={classLook(c).fill} />
                </svg>
                {c}
              </th>
              <td>{fixed(precision, 3)}</td>
              <td>{fixed(recall, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {least && (
        <p className={styles.hint}>
          {say(words.precisionLine, { c: least.c, p: fixed(least.precision, 3) })}
          <br />
          {say(words.recallLine, { c: least.c, r: fixed(least.recall, 3) })}
        </p>
      )}
    </section>
  );
};
