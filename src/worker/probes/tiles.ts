import type { Map2d } from '../frame.ts';
import { inputGrid, overGrid } from './grid.ts';
import type { Answer } from './probe.ts';

/** Every unit of every layer over the input plane, as small maps. */
export const tiles: Answer<'tiles'> = (run, probe, buffers) => {
  const { model } = run.trainer.settings;
  const grid = inputGrid(run, probe.size);
  const { region, size, rows } = grid;
  const maps: Map2d[][] = model.layers.map(({ units }) =>
    Array.from({ length: units }, () => ({ size, rows, region, values: buffers.take(size * rows) })),
  );
  overGrid(model, grid, (first, count) => {
    maps.forEach((row, layer) => {
      const { at } = model.inference.recorded[layer]!.output;
      row.forEach(({ values }, unit) => {
        for (let i = 0; i < count; i++) values[first + i] = model.arena.memory[at + i * row.length + unit]!;
      });
    });
  });
  return { tiles: maps };
};
