import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Column.module.css';

interface ColumnProps {
  readonly title: string;
  /** At the right of the title. */
  readonly hint?: string;
  /** In large text on a small screen the title gives its room to what is below it. */
  readonly yields?: boolean;
  readonly children: ReactNode;
}

/** What fills the left column: its heading, then one thing below the other; scrolls inside itself. */
export const Column = ({ title, hint, yields = false, children }: ColumnProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.column}>
      <header className={classes(styles.head, yields && styles.yields)}>
        <h2 id={id}>{title}</h2>
        {hint && <p className={styles.hint}>{hint}</p>}
      </header>
      {children}
    </section>
  );
};
