import { activations } from '../../engine/activations/index.ts';
import type { Region } from '../frame.ts';
import { infer } from '../evaluate.ts';
import { type Grid, overGrid } from './grid.ts';
import type { Answer } from './probe.ts';

/** What the output layer makes of the plane of the two units before it. */
export const seen: Answer<'seen'> = (run, probe, buffers) => {
  const { model } = run.trainer.settings;
  const last = model.layers.length - 1;
  const before = model.layers[last - 1];
  if (!before || before.units !== 2) return {};
  const input = model.inference.recorded[last - 1]!.output.at;
  const { low, high } = activations[before.activation].range;
  const ends = low !== null && high !== null ? ([low, high] as const) : extent(run, input);
  const margin = (ends[1] - ends[0]) * 0.45;
  const region: Region = [ends[0] - margin, ends[1] + margin, ends[0] - margin, ends[1] + margin];
  const { units } = model.layers[last]!;
  const maps = Array.from({ length: units }, () => ({
    size: probe.size,
    rows: probe.size,
    region,
    values: buffers.take(probe.size ** 2),
  }));
  const { at } = model.inference.recorded[last]!.output;
  const grid: Grid = {
    region,
    size: probe.size,
    rows: probe.size,
    from: last,
    write: (across, up, memory, from) => {
      memory[from] = across;
      memory[from + 1] = up;
    },
    at: input,
    width: 2,
  };
  overGrid(model, grid, (first, count) => {
    maps.forEach(({ values }, unit) => {
      for (let i = 0; i < count; i++) values[first + i] = model.arena.memory[at + i * units + unit]!;
    });
  });
  return { seen: maps };
};

/** The smallest and largest value the two units take at the training rows. */
const extent = (run: Parameters<typeof seen>[0], at: number): readonly [number, number] => {
  const { model } = run.trainer.settings;
  let [low, high] = [0, 0];
  infer(model, run.setup.train, (_from, count) => {
    for (let i = 0; i < 2 * count; i++) {
      const value = model.arena.memory[at + i]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  });
  return high > low ? [low, high] : [0, 1];
};
