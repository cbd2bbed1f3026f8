import type { Shape } from '../engine/shape.ts';

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

/** The unit of a map whose output is largest: what there is most to see of. */
export const strongest = (outputs: Float32Array | null, map: number, shape: Shape): number => {
  const [height = 1, width = 1, maps = 1] = shape;
  const middle = unitAt({ row: Math.floor(height / 2), column: Math.floor(width / 2), map }, shape);
  if (!outputs) return middle;
  let best = middle;
  for (let unit = map; unit < outputs.length; unit += maps) {
    if (outputs[unit]! > outputs[best]!) best = unit;
  }
  return best;
};
