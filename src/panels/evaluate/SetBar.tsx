import { classes } from '../../ui/controls/classes.ts';
import { count } from '../../ui/format.ts';
import styles from './EvaluatePanel.module.css';

interface SetBarProps {
  /** What is measured, for a screen reader: "Accuracy, validation". */
  readonly label: string;
  readonly name: string;
  readonly rows: number;
  readonly value: number;
  /** The value at which the bar is full. */
  readonly most: number;
  /** The value as it is read. */
  readonly reading: string;
  /** The set to trust. */
  readonly strong?: boolean;
}

/** What was measured on one set of points, as a number and as a bar. */
export const SetBar = ({ label, name, rows, value, most, reading, strong = false }: SetBarProps) => (
  <div className={classes(styles.set, strong && styles.strong)}>
    <span>
      {name} <span className={styles.rows}>{count(rows)}</span>
    </span>
    <span className={styles.reading}>{reading}</span>
    <meter className="visually-hidden" min={0} max={most} value={value} aria-label={label} />
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${(100 * value) / most}%` }} />
    </span>
  </div>
);
