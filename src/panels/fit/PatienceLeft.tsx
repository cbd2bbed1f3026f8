import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { words } from './words.ts';
import styles from './Callbacks.module.css';

/** The most pieces the bar is cut into; a longer patience has several epochs in each. */
const MOST = 30;

/** How long EarlyStopping has waited: a bar that fills up, and how many epochs are left. */
export const PatienceLeft = () => {
  const say = useSay();
  const reading = useFrame()?.callbacks.patience ?? null;
  if (!reading) return null;
  const { monitor, waited, patience, best } = reading;
  const pieces = Array.from({ length: Math.min(MOST, patience) }, (_, place) => ({
    place,
    used: waited >= ((place + 1) * patience) / Math.min(MOST, patience),
  }));
  const left = Math.max(0, patience - waited);
  const so = !best
    ? words.noneYet
    : waited === 0
      ? words.bestNow
      : waited === 1
        ? words.waitedOne
        : words.waited;
  return (
    <div className={styles.patience}>
      <div className={styles.bar} aria-hidden="true">
        {pieces.map(({ place, used }) => (
          <span key={place} className={classes(used && styles.used)} />
        ))}
      </div>
      <p className={styles.left}>
        {say(so, { n: waited, monitor, e: best?.epoch ?? 0 })} <strong>{say(words.left, { n: left })}</strong>
      </p>
    </div>
  );
};
