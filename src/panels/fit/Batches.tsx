import { useFrame } from '../../state/run.ts';
import { useSay } from '../../state/words.ts';
import { classes } from '../../ui/controls/classes.ts';
import { words } from './words.ts';
import styles from './FitPanel.module.css';

/** The most batches that are drawn one by one. */
const MOST = 16;

/** The batches of an epoch as tokens that carry their size; the next one to be used is framed. */
export const Batches = ({ sizes }: { readonly sizes: readonly number[] }) => {
  const say = useSay();
  const batch = useFrame()?.position.batch ?? 0;
  // batch_size may have changed within the epoch: then it has more batches behind it than these.
  const next = Math.min(batch, sizes.length - 1);
  const tokens = sizes.map((size, at) => ({ size, place: at }));
  if (sizes.length === 0 || sizes.length > MOST) return null;
  return (
    <div className={styles.batches}>
      <p>{say(words.next, { i: next + 1, n: sizes.length })}</p>
      <ol className={styles.tokens} aria-hidden="true">
        {tokens.map(({ size, place }) => (
          <li key={place} className={classes(styles.token, place === next && styles.now)}>
            {size}
          </li>
        ))}
      </ol>
    </div>
  );
};
