import { sets } from '../../data/sets/index.ts';
import { writerOf } from '../../data/inputs.ts';
import { INFERENCE_ROWS, type Model } from '../../engine/index.ts';
import type { Region } from '../frame.ts';
import type { Run } from '../run.ts';

/** A grid over a region: columns, rows, and the layer of the inference tape that its places go into. */
export interface Grid {
  readonly region: Region;
  readonly size: number;
  readonly rows: number;
  readonly from: number;
  /** Writes what a place gives that layer, into memory from `at` on. */
  readonly write: (across: number, up: number, memory: Float32Array | Float64Array, at: number) => void;
  readonly at: number;
  /** Numbers that layer takes. */
  readonly width: number;
}

/** The grid over the data's own plane, into the first layer: `wanted` cells a side, or as many places along one input. */
export const inputGrid = (run: Run, wanted: number): Grid => {
  const { model } = run.trainer.settings;
  const { data, design, inputs } = run.setup;
  const alone = sets[design.data.set].width === 1;
  return {
    region: data.region,
    size: alone ? wanted : affordable(model, wanted),
    rows: alone ? 1 : affordable(model, wanted),
    from: 0,
    write: writerOf(design.data, inputs),
    at: model.inference.input.at,
    width: inputs.names.length,
  };
};

/**
 * Lays a grid over a region (row 0 at the top, middles of the cells) and runs it through the layers `from` … of the
 * inference tape; `read` sees each chunk while its values lie there.
 */
export const overGrid = (model: Model, grid: Grid, read: (first: number, count: number) => void): void => {
  const { region, size, rows, from, write, at, width } = grid;
  const [left, right, bottom, top] = region;
  const { arena, inference, layers } = model;
  const cells = size * rows;
  for (let first = 0; first < cells; first += INFERENCE_ROWS) {
    const count = Math.min(INFERENCE_ROWS, cells - first);
    for (let i = 0; i < count; i++) {
      const column = (first + i) % size;
      const row = (first + i - column) / size;
      const across = left + ((column + 0.5) / size) * (right - left);
      const up = top - ((row + 0.5) / rows) * (top - bottom);
      write(across, up, arena.memory, at + width * i);
    }
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
