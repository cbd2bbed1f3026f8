import { type ReactNode, useId } from 'react';
import { useSay } from '../../state/words.ts';
import { words } from './words.ts';
import detail from './EvaluateDetail.module.css';
import styles from './PointList.module.css';

/** The most points that are listed. */
const MOST = 60;

interface PointListProps<Row> {
  readonly title: string;
  /** At the right of the title. */
  readonly hint: string;
  /** How many points there are, where that is news. */
  readonly count?: number;
  /** First to last. */
  readonly rows: readonly Row[];
  /** What is said where there are none. */
  readonly none: string;
  readonly Entry: (props: { readonly row: Row }) => ReactNode;
}

/** Data points worth a look, in a list that scrolls inside itself. */
export const PointList = <Row extends { readonly id: number }>(props: PointListProps<Row>) => {
  const { title, hint, count, rows, none, Entry } = props;
  const say = useSay();
  const id = useId();
  return (
    <section aria-labelledby={id} className={detail.pane}>
      <header className={detail.head}>
        <h2 id={id}>
          {title} {count !== undefined && <span className={detail.number}>{count}</span>}
        </h2>
        <p className={detail.hint}>{hint}</p>
      </header>
      {rows.length === 0 && <p className={detail.hint}>{none}</p>}
      <div className={styles.room}>
        <ol className={styles.list}>
          {rows.slice(0, MOST).map((row) => (
            <Entry key={row.id} row={row} />
          ))}
        </ol>
      </div>
      {rows.length > MOST && <p className={detail.hint}>{say(words.more, { n: rows.length - MOST })}</p>}
    </section>
  );
};
