import type { ReactNode } from 'react';
import { look, sameSelection, useView } from '../../state/view.ts';
import { classes } from '../../ui/controls/classes.ts';
import styles from './PointEntry.module.css';

interface PointEntryProps {
  readonly id: number;
  /** What a screen reader says. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A data point in a list. Pointing at it shows it everywhere, a click selects it. */
export const PointEntry = ({ id, label, children }: PointEntryProps) => {
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const selected = useView((view) => sameSelection(view.selected, point));
  return (
    <li>
      <button
        type="button"
        className={classes(styles.entry, hovered && styles.hovered, selected && styles.selected)}
        aria-pressed={selected}
        aria-label={label}
        onPointerEnter={() => look({ hovered: point })}
        onPointerLeave={() => look({ hovered: null })}
        onFocus={() => look({ hovered: point })}
        onBlur={() => look({ hovered: null })}
        onClick={() => look({ selected: selected ? null : point })}
      >
        {children}
      </button>
    </li>
  );
};
