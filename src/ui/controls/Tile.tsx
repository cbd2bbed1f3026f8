import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { letGo } from './letGo.ts';
import styles from './Tile.module.css';

export interface TileProps {
  /** The group of tiles it belongs to: a native radio group, so arrow keys move the choice. */
  readonly name: string;
  readonly words: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  /** The miniature; it fills the tile. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** A miniature with its name below; the accent frame says that it is on. */
export const Tile = ({ name, words, checked, onChoose, children, className }: TileProps) => (
  <label className={classes(styles.tile, className)}>
    <input
      type="radio"
      className="visually-hidden"
      name={name}
      checked={checked}
      onChange={onChoose}
      onClick={letGo}
    />
    <span className={styles.picture} aria-hidden="true">
      {children}
    </span>
    <span className={styles.words}>{words}</span>
  </label>
);
