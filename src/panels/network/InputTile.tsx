import { memo } from 'react';
import { classes } from '../../ui/controls/classes.ts';
import type { ShownRange } from '../../ui/charts/range.ts';
import type { Map2d } from '../../worker/frame.ts';
import styles from './InputTile.module.css';
import type { Place } from './TileMarks.tsx';
import { UnitMap } from './UnitMap.tsx';

interface InputTileProps {
  readonly name: string;
  /** Left and top in the drawing, and side, in px. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Its value over the input plane. */
  readonly map: Map2d;
  readonly range: ShownRange;
  readonly dots: readonly Place[];
  readonly pointed: Place | null;
  /** The tour speaks of something else. */
  readonly dim: boolean;
}

/** An input, seen as every neuron is: its own value over the input plane, white at 0. */
export const InputTile = memo(({ name, x, y, size, map, range, dots, pointed, dim }: InputTileProps) => (
  <div
    className={classes(styles.place, dim && styles.dim)}
    style={{ left: x, top: y, width: size, height: size }}
  >
    <span className={styles.name}>{name}</span>
    <UnitMap map={map} range={range} region={map.region} size={size} dots={dots} pointed={pointed} />
  </div>
));
InputTile.displayName = 'InputTile';
