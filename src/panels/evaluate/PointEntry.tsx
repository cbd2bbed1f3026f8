import type { ReactNode } from 'react';
import { look, sameSelection, useView } from '../../state/view.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './PointEntry.module.css';

interface PointEntryProps {
  readonly id: number;
  /** What a screen reader says. */
  readonly label: string;
  /** How it is laid out: a class. */
  readonly layout: string | undefined;
  readonly children: ReactNode;
}

/** A data point in a list. Pointing at it shows it everywhere, a click pins it, in place of a picture drawn by hand. */
export const PointEntry = ({ id, label, layout, children }: PointEntryProps) => {
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const shown = useView((view) => view.pinned === id && view.drawn === null);
  return (
    <li>
      <button
        type="button"
        className={classes(styles.entry, layout, hovered && styles.hovered, shown && styles.selected)}
        aria-pressed={shown}
        aria-label={label}
        onPointerEnter={() => look({ hovered: point })}
        onPointerLeave={() => look({ hovered: null })}
        onFocus={() => look({ hovered: point })}
        onBlur={() => look({ hovered: null })}
        onClick={() => look({ pinned: shown ? null : id, drawn: null })}
      >
        {children}
      </button>
    </li>
  );
};
