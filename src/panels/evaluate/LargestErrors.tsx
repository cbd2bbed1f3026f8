import { targetOf } from '../../data/data.ts';
import { sets } from '../../data/sets/index.ts';
import { useDesign } from '../../state/experiment.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import { placeWords } from '../output/rows.ts';
import { digitsOf } from './digits.ts';
import type { Estimate } from './estimates.ts';
import { PointEntry } from './PointEntry.tsx';
import { PointList } from './PointList.tsx';
import { words } from './words.ts';
import styles from './PointList.module.css';

/** The points whose prediction is furthest off, worst first. */
export const LargestErrors = ({ rows }: { readonly rows: readonly Estimate[] }) => {
  const say = useSay();
  const worst = rows.toSorted((one, other) => Math.abs(other.error) - Math.abs(one.error));
  return (
    <PointList
      title={say(words.largest)}
      hint={say(words.arrow)}
      rows={worst}
      none={say(words.notYet)}
      Entry={LargeError}
    />
  );
};

/** One point: its answer, the prediction, and how far that is above or below. */
const LargeError = ({ row }: { readonly row: Estimate }) => {
  const say = useSay();
  const { data } = useDesign();
  const digits = digitsOf(targetOf(data));
  const place = sets[data.set].width === 1 ? `x ${fixed(row.x[0], 2)}` : placeWords(row.x);
  const [answer, value] = [fixed(row.answer, digits), fixed(row.value, digits)];
  const error = `${row.error > 0 ? '+' : ''}${fixed(row.error, digits)}`;
  return (
    <PointEntry
      id={row.id}
      layout={styles.row}
      label={say(words.pointingError, { place, answer, value, error })}
    >
      <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
        <circle r="4" className={row.validation ? styles.hollowDot : styles.dot} />
      </svg>
      <span>
        {answer} → <b>{value}</b>{' '}
        <span className={classes(styles.value, row.error > 0 ? styles.above : styles.below)}>{error}</span>
      </span>{' '}
      <span className={styles.place}>{place}</span>
    </PointEntry>
  );
};
