import type { PictureSet } from '../../../data/pictures/index.ts';
import { look, sameSelection, useView } from '../../../state/view.ts';
import { useSay } from '../../../state/words.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { fixed } from '../../../ui/format.ts';
import { Thumbnail } from '../../design/pictures/Thumbnail.tsx';
import { useClassNames } from '../classNames.ts';
import type { Answered } from '../prediction.ts';
import { words } from './words.ts';
import styles from './PictureList.module.css';

/** One picture with its answer, the prediction and the output that decided. A click shows it everywhere. */
export const PictureEntry = ({ set, row }: { readonly set: PictureSet; readonly row: Answered }) => {
  const say = useSay();
  const nameOf = useClassNames();
  const { id } = row;
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const shown = useView((view) => view.pinned === id && view.drawn === null);
  const [answer, predicted] = [nameOf(row.answer), nameOf(row.predicted)];
  const value = fixed(row.value, 3);
  return (
    <li>
      <button
        type="button"
        className={classes(styles.entry, hovered && styles.hovered, shown && styles.selected)}
        aria-pressed={shown}
        aria-label={say(words.sample, { id, answer, predicted, value })}
        onPointerEnter={() => look({ hovered: point })}
        onPointerLeave={() => look({ hovered: null })}
        onFocus={() => look({ hovered: point })}
        onBlur={() => look({ hovered: null })}
        onClick={() => look({ pinned: shown ? null : id, drawn: null })}
      >
        <span className={styles.picture}>
          <Thumbnail set={set} id={id} />
        </span>
        <span className={styles.words}>
          {!row.right && <span>{answer} →</span>}
          <b>{predicted}</b>
          <span className={styles.value}>{value}</span>
        </span>
      </button>
    </li>
  );
};
