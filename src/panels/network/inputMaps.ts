import type { DataSpec } from '../../data/data.ts';
import { type Inputs, writerOf } from '../../data/inputs.ts';
import { sets } from '../../data/sets/index.ts';
import type { ShownRange } from '../../ui/charts/range.ts';
import type { Map2d, Region } from '../../worker/frame.ts';

interface InputMap {
  readonly map: Map2d;
  readonly range: ShownRange;
}

const CELLS = 24;

/**
 * What goes into the network at each place of the plane (or along x where there is one input), at cell middles, row 0 at
 * the top: a map for each input, white at 0, its full colours at its furthest value.
 */
export const inputMaps = (data: DataSpec, inputs: Inputs, region: Region): readonly InputMap[] => {
  const [left, right, bottom, top] = region;
  const rows = sets[data.set].width === 1 ? 1 : CELLS;
  const write = writerOf(data, inputs);
  const row = inputs.names.map(() => 0);
  const maps = inputs.names.map(() => new Float32Array(CELLS * rows));
  const furthest = inputs.names.map(() => 0);
  const look = (first: number, second: number): void => {
    write(first, second, row, 0);
    row.forEach((value, input) => {
      furthest[input] = Math.max(furthest[input] ?? 0, Math.abs(value));
    });
  };
  for (let cell = 0; cell < CELLS * rows; cell++) {
    const column = cell % CELLS;
    const line = (cell - column) / CELLS;
    look(left + ((column + 0.5) / CELLS) * (right - left), top - ((line + 0.5) / rows) * (top - bottom));
    maps.forEach((values, input) => {
      values[cell] = row[input] ?? 0;
    });
  }
  // The cells' middles stop short of the edges.
  for (const first of [left, right]) for (const second of [bottom, top]) look(first, second);
  return maps.map((values, input) => {
    const reach = furthest[input] || 1;
    return { map: { size: CELLS, rows, values, region }, range: { middle: 0, low: -reach, high: reach } };
  });
};
