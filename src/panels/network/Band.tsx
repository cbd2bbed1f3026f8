import type { ColumnPlace } from './layout.ts';
import styles from './Band.module.css';

/** The band from one column's height to the other's, for links too many to be drawn one by one. */
export const Band = ({ before, after }: { readonly before: ColumnPlace; readonly after: ColumnPlace }) => {
  const a = side(before, true);
  const b = side(after, false);
  const middle = (a.x + b.x) / 2;
  return (
    <path
      className={styles.band}
      d={`M${a.x},${a.top}C${middle},${a.top} ${middle},${b.top} ${b.x},${b.top}V${b.bottom}C${middle},${b.bottom} ${middle},${a.bottom} ${a.x},${a.bottom}Z`}
    />
  );
};

const side = (column: ColumnPlace, right: boolean) => {
  const edges = column.tiles.map((tile) => tile.y);
  const x = right
    ? Math.max(...column.tiles.map((tile) => tile.x)) + column.tile
    : Math.min(...column.tiles.map((tile) => tile.x));
  return { x, top: Math.min(...edges), bottom: Math.max(...edges) + column.tile };
};
