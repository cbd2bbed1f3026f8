import { useView } from '../../state/view.ts';
import { classes } from '../../ui/controls/classes.ts';
import { inPort, linkPath, outPort } from './bezier.ts';
import { focusOf, passes } from './focus.ts';
import type { ColumnPlace } from './layout.ts';
import { Band } from './Band.tsx';
import styles from './PassLinks.module.css';

interface PassLinksProps {
  /** The layer that the links lead to, counted from 0, and the columns before and after them. */
  readonly layer: number;
  readonly before: ColumnPlace;
  readonly after: ColumnPlace;
}

/** What a layer without weights gets: each number from the unit before it, straight across. */
export const PassLinks = ({ layer, before, after }: PassLinksProps) => {
  const focus = useView((view) => focusOf(view.hovered, view.selected));
  const band = before.grid || after.grid;
  return (
    <g className={styles.links} aria-hidden="true">
      {band && <Band before={before} after={after} />}
      {after.tiles.map((_tile, unit) => {
        const lit = passes(focus, layer, unit);
        if (band && !lit) return null;
        return (
          <path
            key={unit}
            className={classes(styles.link, focus && !lit && styles.dim)}
            d={linkPath(outPort(before, unit), inPort(after, unit, 0, 1))}
          />
        );
      })}
    </g>
  );
};
