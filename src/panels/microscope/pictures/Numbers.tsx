import type { ReactNode } from 'react';
import { useView } from '../../../state/view.ts';
import { classes } from '../../../ui/controls/classes.ts';
import { fixed } from '../../../ui/format.ts';
import { writtenOn } from './colours.ts';
import { colourAt, type Ramp } from '../../network/pictures/paint.ts';
import css from './Numbers.module.css';

/** So many rows or columns of numbers can be read; more are a picture. */
export const MOST_READ = 5;

export interface NumberCell {
  readonly value: number;
  /** It lies in the padding: hatched. */
  readonly padding?: boolean;
}

interface NumbersProps {
  readonly label: string;
  readonly wide: number;
  readonly cells: readonly NumberCell[];
  readonly ramp: Ramp;
  /** The size at which a colour is full. */
  readonly full: number;
  readonly digits: number;
  /** Height of a row in px where numbers are read; side of a cell where they are not. */
  readonly height: number;
  /** The cell that is pointed at in this grid or one beside it. */
  readonly pointed: number | null;
  readonly onPoint: (cell: number | null) => void;
  /** The cell that stands out: the largest. */
  readonly marked?: number;
  /** Something else than the number in a cell, such as one that can be set. */
  readonly inCell?: (cell: number) => ReactNode;
  /** Are the numbers read, or only colours seen? Left out, as many as can be are read. */
  readonly read?: boolean;
}

/** Numbers in rows and columns, coloured by value. Too many to read are colours alone. */
export const Numbers = (props: NumbersProps) => {
  const { label, wide, cells, ramp, full, digits, height, pointed, onPoint, marked, inCell } = props;
  const theme = useView((view) => view.theme);
  const rows = Math.ceil(cells.length / wide);
  const { read = Math.max(rows, wide) <= MOST_READ } = props;
  return (
    <table
      className={classes(css.numbers, !read && css.small)}
      aria-label={label}
      onPointerLeave={() => onPoint(null)}
      style={{ ['--row' as string]: `${height}px`, ['--digits' as string]: digits + 3 }}
    >
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={String(row)}>
            {cells.slice(row * wide, (row + 1) * wide).map(({ value, padding }, column) => {
              const at = row * wide + column;
              const colour = colourAt(ramp, theme, value / full);
              return (
                <td
                  key={String(column)}
                  className={classes(
                    css.cell,
                    padding ? css.padding : css[writtenOn(colour)],
                    at === pointed && css.pointed,
                    at === marked && css.marked,
                  )}
                  style={{ ['--cell' as string]: `rgb(${colour.join(',')})` }}
                  onPointerEnter={() => onPoint(at)}
                >
                  {inCell ? inCell(at) : <span className={css.value}>{fixed(value, digits)}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
