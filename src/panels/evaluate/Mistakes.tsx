import { useId } from 'react';
import { look, sameSelection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classLook } from '../../ui/colors.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed } from '../../ui/format.ts';
import { type Answered, sureness } from './prediction.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

/** The most wrong points that are listed. */
const MOST = 60;

interface MistakesProps {
  readonly rows: readonly Answered[];
  /** Units of the output layer. */
  readonly units: number;
}

/** The wrong points, surest first. Pointing at one shows it everywhere, a click selects it. */
export const Mistakes = ({ rows, units }: MistakesProps) => {
  const say = useSay();
  const id = useId();
  const wrong = rows
    .filter((row) => !row.right)
    .toSorted((one, other) => sureness(other, units) - sureness(one, units));
  return (
    <section aria-labelledby={id} className={styles.pane}>
      <header className={styles.head}>
        <h2 id={id}>
          {say(words.mistakes)} <span className={styles.number}>{wrong.length}</span>
        </h2>
        <p className={styles.hint}>{say(words.arrow)}</p>
      </header>
      {wrong.length === 0 && <p className={styles.hint}>{say(words.none)}</p>}
      <ol className={styles.mistakes}>
        {wrong.slice(0, MOST).map((row) => (
          <Mistake key={row.id} row={row} />
        ))}
      </ol>
      {wrong.length > MOST && <p className={styles.hint}>{say(words.more, { n: wrong.length - MOST })}</p>}
    </section>
  );
};

/** One wrong point: where it lies, its answer, the prediction, and the output that decided. */
const Mistake = ({ row }: { readonly row: Answered }) => {
  const say = useSay();
  const { id, answer, predicted } = row;
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const selected = useView((view) => sameSelection(view.selected, point));
  const [x1, x2] = [fixed(row.x[0], 2), fixed(row.x[1], 2)];
  const value = fixed(row.value, 3);
  return (
    <li>
      <button
        type="button"
        className={classes(styles.mistake, hovered && styles.hovered, selected && styles.selected)}
        aria-pressed={selected}
        aria-label={say(words.pointing, { x1, x2, answer, predicted, value })}
        onPointerEnter={() => look({ hovered: point })}
        onPointerLeave={() => look({ hovered: null })}
        onFocus={() => look({ hovered: point })}
        onBlur={() => look({ hovered: null })}
        onClick={() => look({ selected: selected ? null : point })}
      >
        <span className={styles.place}>
          ({x1}, {x2})
        </span>{' '}
        <span>
          <b style={{ color: classLook(answer).ink }}>{answer}</b> →{' '}
          <b style={{ color: classLook(predicted).ink }}>{predicted}</b>
        </span>{' '}
        <span className={styles.place}>{value}</span>
      </button>
    </li>
  );
};
