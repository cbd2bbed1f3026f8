import { inputShape } from '../../data/inputs.ts';
import { probeKey } from '../frame.ts';
import { inputGrid, overGrid } from './grid.ts';
import type { Answer } from './probe.ts';

/** One unit of a layer (or all of them) over the input plane, large. */
export const plane: Answer<'plane'> = (run, probe, buffers) => {
  const { model } = run.trainer.settings;
  const layer = model.layers[probe.layer];
  // The page may still ask for a layer that has just been removed.
  if (!layer || (probe.unit ?? 0) >= layer.units) return {};
  // Pictures lie on no plane.
  if (inputShape(run.setup.design.data).length > 1) return {};
  const grid = inputGrid(run, probe.size);
  const { region, size, rows } = grid;
  const units = probe.unit === null ? layer.units : 1;
  const maps = Array.from({ length: units }, () => ({
    size,
    rows,
    region,
    values: buffers.take(size * rows),
  }));
  const { at } = model.inference.recorded[probe.layer]!.output;
  overGrid(model, grid, (first, count) => {
    maps.forEach(({ values }, index) => {
      const unit = probe.unit ?? index;
      for (let i = 0; i < count; i++) values[first + i] = model.arena.memory[at + i * layer.units + unit]!;
    });
  });
  return { planes: { [probeKey(probe)]: maps } };
};
