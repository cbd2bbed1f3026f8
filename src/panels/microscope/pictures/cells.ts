import type { Shape } from '../../../engine/shape.ts';

/** One number of a layer: of maps the cell of one of them, counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly map: number;
}

/** Where in a layer's maps a unit lies: (row × columns + column) × maps + map; a list is one column of one map. */
export const cellOf = (unit: number, [, width = 1, maps = 1]: Shape): Cell => {
  const place = Math.floor(unit / maps);
  return { map: unit % maps, row: Math.floor(place / width), column: place % width };
};

export const unitAt = ({ row, column, map }: Cell, [, width = 1, maps = 1]: Shape): number =>
  (row * width + column) * maps + map;
