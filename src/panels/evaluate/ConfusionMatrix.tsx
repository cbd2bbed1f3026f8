import { type CSSProperties, type ReactNode, useId } from 'react';
import { useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { useClassNames } from './classNames.ts';
import { type Cells, Count } from './Count.tsx';
import { columnSums, MANY, shadeOf } from './confusion.ts';
import type { Answered } from './prediction.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

interface ConfusionMatrixProps {
  /** counts[answer][predicted] */
  readonly counts: readonly (readonly number[])[];
  /** The rows that are counted. */
  readonly rows: readonly Answered[];
  /** The choice between training and validation, where there is one. */
  readonly choice: ReactNode;
  /** The cell whose rows are looked at; left out: cells are not to be chosen. */
  readonly cells?: Cells;
}

/** From so many rows on the numbers of cells and sums are too long for their usual size. */
const LONG = 9000;

/** How often each answer was taken for each class. Counts run from the ground to blue; a pinned point frames its cell. */
export const ConfusionMatrix = ({ counts, rows, choice, cells }: ConfusionMatrixProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const id = useId();
  const pinned = useView((view) => view.pinned);
  const marked = cells?.chosen ?? rows.find((row) => row.id === pinned);
  const most = Math.max(1, ...counts.flat());
  const sums = columnSums(counts);
  const total = sums.reduce((sum, value) => sum + value, 0);
  const numbered = counts.map((row, answer) => ({
    answer,
    row: row.map((n, predicted) => ({ n, predicted, ...shadeOf(n / most) })),
  }));
  return (
    <section aria-labelledby={id} className={styles.pane}>
      <header className={styles.head}>
        <h2 id={id}>{say(words.matrix)}</h2>
        {choice}
      </header>
      <table
        className={classes(
          styles.matrix,
          counts.length >= MANY && styles.many,
          nameOf(0) !== '0' && styles.named,
          total >= LONG && styles.long,
        )}
      >
        <caption className={styles.hint}>{say(words.axes)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(words.answer)}</span>
            </th>
            {numbered.map(({ answer }) => (
              <th key={answer} scope="col">
                {nameOf(answer)}
              </th>
            ))}
            <th scope="col" className={styles.sum}>
              {say(words.sum)}
            </th>
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ answer, row }) => (
            <tr key={answer}>
              <th scope="row">{nameOf(answer)}</th>
              {row.map(({ n, predicted, blue, inverted }) => (
                <td
                  key={predicted}
                  className={classes(
                    styles.count,
                    inverted && styles.inverted,
                    marked?.answer === answer && marked.predicted === predicted && styles.marked,
                  )}
                  style={{ '--blue': `${blue}%` } as CSSProperties}
                  title={say(words.counted, { answer: nameOf(answer), predicted: nameOf(predicted), n })}
                >
                  <Count of={n} cell={{ answer, predicted }} cells={cells} />
                </td>
              ))}
              <td>{row.reduce((sum, { n }) => sum + n, 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.sum}>
              {say(words.sum)}
            </th>
            {sums.map((n, predicted) => (
              // The columns are the classes, named by their place.
              <td key={String(predicted)}>{n}</td>
            ))}
            <td>
              <strong>{total}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
};
