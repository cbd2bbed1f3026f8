import { useId } from 'react';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import { ClassMark } from './ClassMark.tsx';
import { useClassNames } from './classNames.ts';
import { lowest, MANY, perClass } from './confusion.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

/** Precision and recall of each class; the lowest of each is bold and said in words. */
export const PerClass = ({ counts }: { readonly counts: readonly (readonly number[])[] }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const id = useId();
  const rates = perClass(counts);
  const precise = lowest(rates.map(({ precision }) => precision));
  const found = lowest(rates.map(({ recall }) => recall));
  const bold = (value: number, least: { readonly value: number } | null) =>
    classes(value < 1 && value === least?.value && styles.least);
  return (
    <section aria-labelledby={id} className={styles.pane}>
      <header className={styles.head}>
        <h2 id={id}>{say(words.perClass)}</h2>
      </header>
      <table className={classes(styles.rates, rates.length >= MANY && styles.many)}>
        <caption className="visually-hidden">{say(words.rates)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.class)}</th>
            <th scope="col">{say(words.precision)}</th>
            <th scope="col">{say(words.recall)}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ precision, recall }, c) => (
            <tr key={nameOf(c)}>
              <th scope="row">
                {rates.length < MANY && <ClassMark of={c} />}
                {nameOf(c)}
              </th>
              <td className={bold(precision, precise)}>{fixed(precision, 3)}</td>
              <td className={bold(recall, found)}>{fixed(recall, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>
        {precise && say(words.precisionLine, { c: nameOf(precise.at), p: fixed(precise.value, 3) })}
        <br />
        {found && say(words.recallLine, { c: nameOf(found.at), r: fixed(found.value, 3) })}
      </p>
    </section>
  );
};
