import { sets } from '../../data/sets/index.ts';
import { type Inputs, writerOf } from '../../data/inputs.ts';
import { INFERENCE_ROWS, type Model } from '../../engine/index.ts';
import type { Region } from '../frame.ts';
import type { Run } from '../run.ts';

type Memory = Float32Array | Float64Array;

/** A grid over a region: columns, rows, and the layer of the inference tape that its places go into. */
export interface Grid {
  readonly region: Region;
  readonly size: number;
  readonly rows: number;
  readonly from: number;
  /** Writes what a place gives that layer, into memory from `at` on. */
  readonly write: (across: number, up: number, memory: Memory, at: number) => void;
  /** What all places give it, where that is known: places × width. */
  readonly known?: Memory;
  readonly at: number;
  /** Numbers that layer takes. */
  readonly width: number;
}

/** The grid over the data's own plane, into the first layer: `wanted` cells a side, or as many places along one input. */
export const inputGrid = (run: Run, wanted: number): Grid => {
  const { model } = run.trainer.settings;
  const { data, design, inputs } = run.setup;
  const alone = sets[design.data.set].width === 1;
  const grid: Grid = {
    region: data.region,
    size: alone ? wanted : affordable(model, wanted),
    rows: alone ? 1 : affordable(model, wanted),
    from: 0,
    write: writerOf(design.data, inputs),
    at: model.inference.input.at,
    width: inputs.names.length,
  };
  return { ...grid, known: knownOf(inputs, grid, model.arena.memory) };
};

/** The grids laid over the inputs of the present data, of which every frame takes the same two or three. */
let laid: { readonly inputs: Inputs | null; readonly grids: Map<string, Memory> } = {
  inputs: null,
  grids: new Map(),
};
const MOST_LAID = 4;

/** What the places of a grid give the first layer: it changes only with the data, and took longer than the layers. */
const knownOf = (inputs: Inputs, grid: Grid, memory: Memory): Memory => {
  const key = `${grid.size} × ${grid.rows}, ${memory.BYTES_PER_ELEMENT}`;
  if (laid.inputs !== inputs || laid.grids.size > MOST_LAID) laid = { inputs, grids: new Map() };
  const before = laid.grids.get(key);
  if (before) return before;
  const cells = grid.size * grid.rows;
  const places =
    memory instanceof Float64Array
      ? new Float64Array(cells * grid.width)
      : new Float32Array(cells * grid.width);
  lay(grid, 0, cells, places, 0);
  laid.grids.set(key, places);
  return places;
};

/** Writes what so many places from `first` on give, row by row from the top left, into memory from `at` on. */
const lay = (
  { region, size, rows, write, width }: Grid,
  first: number,
  count: number,
  memory: Memory,
  at: number,
): void => {
  const [left, right, bottom, top] = region;
  for (let i = 0; i < count; i++) {
    const column = (first + i) % size;
    const row = (first + i - column) / size;
    const across = left + ((column + 0.5) / size) * (right - left);
    const up = top - ((row + 0.5) / rows) * (top - bottom);
    write(across, up, memory, at + width * i);
  }
};

/**
 * Lays a grid over a region (row 0 at the top, middles of the cells) and runs it through the layers `from` … of the
 * inference tape; `read` sees each chunk while its values lie there.
 */
export const overGrid = (model: Model, grid: Grid, read: (first: number, count: number) => void): void => {
  const { size, rows, from, known, at, width } = grid;
  const { arena, inference, layers } = model;
  const cells = size * rows;
  for (let first = 0; first < cells; first += INFERENCE_ROWS) {
    const count = Math.min(INFERENCE_ROWS, cells - first);
    if (known) arena.memory.set(known.subarray(width * first, width * (first + count)), at);
    else lay(grid, first, count, arena.memory, at);
    inference.tape.forward(count, from, layers.length - 1);
    read(first, count);
  }
};

/** The grid that fits the work: `wanted` cells a side, fewer for a network too large to redraw at that size. */
const affordable = (model: Model, wanted: number): number => {
  // About ten milliseconds of the reference kernels.
  const products = 2e6;
  const most = Math.floor(Math.sqrt(products / Math.max(1, model.ranges.count)));
  return Math.max(12, Math.min(wanted, most));
};
