import type { ReactNode } from 'react';
import { classes } from '../../ui/controls/classes.ts';
import styles from './EvaluatePanel.module.css';

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** The number the stage is about: the largest on the page. */
  readonly main?: boolean;
  /** Another number to compare it with, at its right. */
  readonly beside?: string | undefined;
  /** What the number means, below it. */
  readonly children: ReactNode;
}

/** A number that stands for itself, with its name above and a line of words below. */
export const Figure = ({ name, value, main = false, beside, children }: FigureProps) => (
  <div>
    <h3 className={styles.name}>{name}</h3>
    <p className={styles.figures}>
      <span className={classes(styles.figure, main && styles.main)}>{value}</span>
      {beside && <span className={styles.beside}>{beside}</span>}
    </p>
    <p className={styles.hint}>{children}</p>
  </div>
);
