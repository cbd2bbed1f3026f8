import { toggleAnswer } from '../../experiment/moves.ts';
import { edit } from '../../state/experiment.ts';
import { look, sameSelection, useView } from '../../state/view.ts';
import { useSay } from '../../state/words.ts';
import { classLook } from '../../ui/colors.ts';
import { classes } from '../../ui/controls/classes.ts';
import { fixed, setting } from '../../ui/format.ts';
import type { Answered } from '../evaluate/prediction.ts';
import { words } from './words.ts';
import styles from './TruthTable.module.css';

interface TableRowProps {
  /** The point's id, which is also the row of the truth table. */
  readonly id: number;
  readonly x: readonly [number, number];
  readonly answer: number;
  /** Outputs of the hidden neurons that have a column. */
  readonly between: readonly number[];
  readonly said: Answered | null;
  /** Are all neurons step functions? */
  readonly steps: boolean;
  /** Is there no room for the verdict in words? */
  readonly tight: boolean;
  readonly hidden: boolean;
}

const coordinate = (value: number): string => setting(Number(value.toFixed(Math.abs(value) < 9.995 ? 2 : 1)));
/** Two decimals; of large numbers as many as leave the column its width. */
const short = (value: number): string =>
  fixed(value, Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0);
/** What a step function gives is a digit. */
const digit = (value: number): string => (value === 0 || value === 1 ? String(value) : short(value));
const side = (value: number): string => classLook(value > 0.5 ? 1 : 0).ink;

/** The sign of a wrong answer; the word stands beside it, at least for a screen reader. */
const Cross = () => (
  <svg className={styles.cross} width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
    <path d="M1 1l6 6M7 1L1 7" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
);

/** One row of the truth table; pointing at it shows its point everywhere. */
export const TableRow = ({ id, x, answer, between, said, steps, tight, hidden }: TableRowProps) => {
  const say = useSay();
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const pinned = useView((view) => view.pinned === id);
  const [x1, x2] = [coordinate(x[0]), coordinate(x[1])];
  const toggle = () => edit((now) => toggleAnswer(now, id), { deed: { kind: 'cell' } });
  // Beside the hidden neurons it is one more of their values; without them it stands beside its verdict.
  const first = between.length > 0;
  const level = steps ? digit : short;
  const prediction = (
    <td style={said && !hidden ? { color: side(said.value) } : undefined}>
      {hidden ? '?' : said ? (first ? level(said.value) : short(said.value)) : '–'}
    </td>
  );
  return (
    <tr
      className={classes(hovered && styles.hovered, pinned && styles.pinned)}
      onPointerEnter={() => look({ hovered: point })}
      onPointerLeave={() => look({ hovered: null })}
      onFocus={() => look({ hovered: point })}
      onBlur={() => look({ hovered: null })}
    >
      <td>{x1}</td>
      <td>{x2}</td>
      {between.map((value, unit) => (
        // The neurons of a layer have no other name than their place.
        <td key={String(unit)} className={styles.between} style={hidden ? undefined : { color: side(value) }}>
          {hidden ? '?' : level(value)}
        </td>
      ))}
      {first && prediction}
      <td className={styles.cell}>
        <button
          type="button"
          className={styles.answer}
          style={{ color: classLook(answer).ink }}
          aria-label={say(words.change, { x1, x2, answer, other: 1 - answer })}
          onClick={toggle}
        >
          {answer}
        </button>
      </td>
      {!first && prediction}
      <td className={classes(styles.verdict, said && !hidden && !said.right && styles.wrong)}>
        {hidden ? (
          '?'
        ) : (
          <>
            {said?.right === false && <Cross />}
            {said && (
              <span className={tight ? 'visually-hidden' : undefined}>
                {say(said.right ? words.right : words.wrong)}
              </span>
            )}
          </>
        )}
      </td>
    </tr>
  );
};
