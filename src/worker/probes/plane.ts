import { probeKey } from '../frame.ts';
import { affordable, overGrid } from './grid.ts';
import type { Answer } from './probe.ts';

/** One unit of a layer (or all of them) over the input plane, large. */
export const plane: Answer<'plane'> = (run, probe, buffers) => {
  const { model } = run.trainer.settings;
  const layer = model.layers[probe.layer];
  // The page may still ask for a layer that has just been removed.
  if (!layer || (probe.unit ?? 0) >= layer.units) return {};
  const size = affordable(model, probe.size);
  const { region } = run.setup.data;
  const units = probe.unit === null ? layer.units : 1;
  const maps = Array.from({ length: units }, () => ({ size, region, values: buffers.take(size * size) }));
  const { at } = model.inference.recorded[probe.layer]!.output;
  overGrid(model, region, size, 0, model.inference.input.at, (first, count) => {
    maps.forEach(({ values }, index) => {
      const unit = probe.unit ?? index;
      for (let i = 0; i < count; i++) values[first + i] = model.arena.memory[at + i * layer.units + unit]!;
    });
  });
  return { planes: { [probeKey(probe)]: maps } };
};
