import type { KeyboardEvent } from 'react';
import { useSay } from '../../state/words.ts';
import { useClassNames } from './classNames.ts';
import { words } from './words.ts';
import styles from './EvaluateDetail.module.css';

/** A cell of the confusion matrix. */
export interface Cell {
  readonly answer: number;
  readonly predicted: number;
}

/** Which cell is looked into, and how another one is. */
export interface Cells {
  readonly chosen: Cell | null;
  readonly choose: (cell: Cell | null) => void;
}

export const sameCell = (one: Cell | null, other: Cell): boolean =>
  one?.answer === other.answer && one.predicted === other.predicted;

interface CountProps {
  readonly of: number;
  readonly cell: Cell;
  readonly cells: Cells | undefined;
}

/** How often an answer was taken for a class; where cells can be chosen, a click shows the very rows. */
export const Count = ({ of, cell, cells }: CountProps) => {
  const say = useSay();
  const nameOf = useClassNames();
  const number = of === 0 ? <span className="visually-hidden">0</span> : of;
  if (!cells) return number;
  const chosen = sameCell(cells.chosen, cell);
  // One stop of Tab for all of them; arrows go on from there.
  const first = cells.chosen === null && cell.answer === 0 && cell.predicted === 0;
  return (
    <button
      type="button"
      className={styles.cell}
      tabIndex={chosen || first ? 0 : -1}
      aria-pressed={chosen}
      aria-label={say(words.counted, {
        answer: nameOf(cell.answer),
        predicted: nameOf(cell.predicted),
        n: of,
      })}
      onClick={() => cells.choose(chosen ? null : cell)}
      onKeyDown={moveFocus}
    >
      {number}
    </button>
  );
};

const WAYS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell of the table. */
const moveFocus = (event: KeyboardEvent<HTMLButtonElement>): void => {
  const way = WAYS[event.key];
  if (!way) return;
  const buttons = [...(event.currentTarget.closest('table')?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const classes = Math.sqrt(buttons.length);
  const [row, column] = [Math.floor(at / classes) + way[0], (at % classes) + way[1]];
  event.preventDefault();
  if (row >= 0 && row < classes && column >= 0 && column < classes) buttons[row * classes + column]?.focus();
};
