import { memo } from 'react';
import { gateName } from '../../data/gates.ts';
import { chooseGate, toggleAnswer } from '../../experiment/moves.ts';
import { edit, useDesign } from '../../state/experiment.ts';
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
  readonly hidden: boolean;
}

const coordinate = (value: number): string => setting(Number(value.toFixed(2)));
/** A digit where it is exactly one, else two decimals. */
const level = (value: number): string => (value === 0 || value === 1 ? String(value) : fixed(value, 2));
const side = (value: number): string => classLook(value > 0.5 ? 1 : 0).ink;

/** One row of the truth table; pointing at it shows its point everywhere. */
export const TableRow = memo(({ id, x, answer, between, said, hidden }: TableRowProps) => {
  const say = useSay();
  const design = useDesign();
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const selected = useView((view) => sameSelection(view.selected, point));
  const [x1, x2] = [coordinate(x[0]), coordinate(x[1])];
  const toggle = () => {
    const patch = toggleAnswer(design, id);
    const to = patch.data?.answers ?? design.data.answers;
    const mark = `${say(gateName(design.data.answers))} → ${say(gateName(to))}`;
    edit(chooseGate(design, to), { deed: { kind: 'cell' }, mark: { en: mark, ko: mark } });
  };
  return (
    <tr
      className={classes(hovered && styles.hovered, selected && styles.selected)}
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
      <td style={said && !hidden ? { color: side(said.value) } : undefined}>
        {hidden ? '?' : said ? (between.length > 0 ? level(said.value) : fixed(said.value, 2)) : '–'}
      </td>
      <td className={classes(styles.verdict, said && !hidden && !said.right && styles.wrong)}>
        {hidden ? '?' : said && say(said.right ? words.right : words.wrong)}
      </td>
    </tr>
  );
});
TableRow.displayName = 'TableRow';
