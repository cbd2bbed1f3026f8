import { INFERENCE_ROWS, type Model } from '../../engine/index.ts';
import type { Region } from '../frame.ts';

/**
 * Lays a grid of size × size points over a region (row 0 at the top, cell centres) and runs it through the layers
 * `from` … of the inference tape. The two coordinates are written into `at`, the input of layer `from`; `read` sees each
 * chunk while its values lie there.
 */
export const overGrid = (
  model: Model,
  region: Region,
  size: number,
  from: number,
  at: number,
  read: (first: number, count: number) => void,
): void => {
  const [left, right, bottom, top] = region;
  const { arena, inference, layers } = model;
  const cells = size * size;
  for (let first = 0; first < cells; first += INFERENCE_ROWS) {
    const count = Math.min(INFERENCE_ROWS, cells - first);
    for (let i = 0; i < count; i++) {
      const column = (first + i) % size;
      const row = (first + i - column) / size;
      arena.memory[at + 2 * i] = left + ((column + 0.5) / size) * (right - left);
      arena.memory[at + 2 * i + 1] = top - ((row + 0.5) / size) * (top - bottom);
    }
    inference.tape.forward(count, from, layers.length - 1);
    read(first, count);
  }
};

/** The grid that fits the work: `wanted` cells a side, fewer for a network too large to redraw at that size. */
export const affordable = (model: Model, wanted: number): number => {
  // About ten milliseconds of the reference kernels.
  const products = 2e6;
  const most = Math.floor(Math.sqrt(products / Math.max(1, model.ranges.count)));
  return Math.max(12, Math.min(wanted, most));
};
