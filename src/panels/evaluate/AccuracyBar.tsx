import { useSay } from '../../state/words.ts';
import { percent } from '../../ui/format.ts';
import { classes } from '../../ui/controls/classes.ts';
import { words } from './words.ts';
import styles from './EvaluatePanel.module.css';

interface AccuracyBarProps {
  readonly name: string;
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
  /** The set to trust. */
  readonly strong?: boolean;
}

/** The accuracy on one set of points, as a number and as a bar. */
export const AccuracyBar = ({ name, rows, share, strong = false }: AccuracyBarProps) => {
  const say = useSay();
  return (
    <div className={classes(styles.accuracy, strong && styles.strong)}>
      <span>
        {name} <span className={styles.rows}>{rows}</span>
      </span>
      <span className={styles.share}>{percent(share)}</span>
      <meter
        className="visually-hidden"
        min={0}
        max={1}
        value={share}
        aria-label={say(words.accuracyOf, { set: name })}
      />
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
};
