import { memo, useMemo } from 'react';
import { useView } from '../../state/view.ts';
import { classes } from '../../ui/controls/classes.ts';
import { HeatMap } from '../../ui/charts/HeatMap.tsx';
import type { Map2d, Region } from '../../worker/frame.ts';
import styles from './InputTile.module.css';
import { type Place, TileMarks } from './TileMarks.tsx';

interface InputTileProps {
  /** 0 is x₁, 1 is x₂. */
  readonly axis: number;
  readonly name: string;
  /** Left and top in the drawing, and side, in px. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly region: Region;
  readonly dots: readonly Place[];
  readonly pointed: Place | null;
  /** The tour speaks of something else. */
  readonly dim: boolean;
}

const CELLS = 24;

/** The value of one input at each place of the plane, at cell centres, row 0 at the top. */
const inputMap = (axis: number, region: Region): Map2d => {
  const [left, right, bottom, top] = region;
  const values = Float32Array.from({ length: CELLS * CELLS }, (_, cell) =>
    axis === 0
      ? left + (((cell % CELLS) + 0.5) / CELLS) * (right - left)
      : top - ((Math.floor(cell / CELLS) + 0.5) / CELLS) * (top - bottom),
  );
  return { size: CELLS, values, region };
};

/** An input, seen as every neuron is: its own value over the input plane, white at 0. */
export const InputTile = memo(({ axis, name, x, y, size, region, dots, pointed, dim }: InputTileProps) => {
  const theme = useView((view) => view.theme);
  const map = useMemo(() => inputMap(axis, region), [axis, region]);
  const furthest = Math.max(...region.map(Math.abs));
  return (
    <div
      className={classes(styles.place, dim && styles.dim)}
      style={{ left: x, top: y, width: size, height: size }}
    >
      <span className={styles.name}>{name}</span>
      <HeatMap map={map} range={{ middle: 0, low: -furthest, high: furthest }} theme={theme} size={size} />
      <TileMarks size={size} region={region} dots={dots} pointed={pointed} />
    </div>
  );
});
InputTile.displayName = 'InputTile';
