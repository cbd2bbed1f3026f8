import type { PictureSet } from '../../../data/pictures/index.ts';
import { useSay } from '../../../state/words.ts';
import { fixed } from '../../../ui/format.ts';
import { Thumbnail } from '../../design/pictures/Thumbnail.tsx';
import { useClassNames } from '../classNames.ts';
import { PointEntry } from '../PointEntry.tsx';
import type { Answered } from '../prediction.ts';
import { words } from './words.ts';
import styles from './PictureList.module.css';

/** One picture with its answer, the prediction and the output that decided. */
export const PictureEntry = ({ set, row }: { readonly set: PictureSet; readonly row: Answered }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const { id } = row;
  const [answer, predicted] = [nameOf(row.answer), nameOf(row.predicted)];
  const value = fixed(row.value, 3);
  return (
    <PointEntry id={id} layout={styles.entry} label={say(words.sample, { id, answer, predicted, value })}>
      <span className={styles.picture}>
        <Thumbnail set={set} id={id} />
      </span>
      <span className={styles.words}>
        {!row.right && <span>{answer} →</span>}
        <b>{predicted}</b>
        <span className={styles.value}>{value}</span>
      </span>
    </PointEntry>
  );
};
