import { useView } from '../../../state/view.ts';
import { type CellFrame, CellMap } from './CellMap.tsx';
import { colourAt, type Ramp } from '../../network/pictures/paint.ts';

interface MapThumbProps {
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  readonly maps: number;
  readonly map: number;
  readonly ramp: Ramp;
  readonly full: number;
  /** Side in px, about. */
  readonly side: number;
  readonly frames?: readonly CellFrame[];
}

/** One map of a layer, small. */
export const MapThumb = (props: MapThumbProps) => {
  const { label, values, rows, columns, maps, map, ramp, full, side, frames = [] } = props;
  const theme = useView((view) => view.theme);
  return (
    <CellMap
      label={label}
      region={{ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }}
      cell={side / Math.max(rows, columns)}
      colourOf={({ row, column }) =>
        colourAt(ramp, theme, (values[(row * columns + column) * maps + map] ?? 0) / full)
      }
      frames={frames}
    />
  );
};
