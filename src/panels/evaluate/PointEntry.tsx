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

/** A data point in a list. Pointing at it shows it everywhere, a click pins it. */
export const PointEntry = ({ id, label, children }: PointEntryProps) => {
  const point = { kind: 'point', id } as const;
  const hovered = useView((view) => sameSelection(view.hovered, point));
  const pinned = useView((view) => view.pinned === id);
  return (
    <li>
      <button
        type="button"
        className={classes(styles.entry, hovered && styles.hovered, pinned && styles.selected)}
        aria-pressed={pinned}
        aria-label={label}
        onPointerEnter={() => look({ hovered: point })}
        onPointerLeave={() => look({ hovered: null })}
        onFocus={() => look({ hovered: point })}
        onBlur={() => look({ hovered: null })}
        onClick={() => look({ pinned: pinned ? null : id })}
      >
        {children}
      </button>
    </li>
  );
};
