import { inputShape } from '../../data/inputs.ts';
import { infer } from '../evaluate.ts';
import type { Answer } from './probe.ts';

/** Every layer's sums and outputs at every row of the data set, and each row's loss. */
export const points: Answer<'points'> = (run, _probe, buffers) => {
  const { model } = run.trainer.settings;
  // Every layer at every picture would be hundreds of megabytes.
  if (inputShape(run.setup.design.data).length > 1) return {};
  const { arena, inference } = model;
  const rows = run.setup.data.rows;
  const outputs = model.layers.map(({ units }) => buffers.take(rows * units));
  const sums = model.layers.map(({ units }) => buffers.take(rows * units));
  const losses = buffers.take(rows);
  let before = 0;
  for (const part of [run.setup.train, run.setup.validation]) {
    if (!part) continue;
    infer(model, part, (from, count) => {
      model.layers.forEach(({ units }, layer) => {
        const recorded = inference.recorded[layer]!;
        for (let i = 0; i < count * units; i++) {
          outputs[layer]![(before + from) * units + i] = arena.memory[recorded.output.at + i]!;
          sums[layer]![(before + from) * units + i] = arena.memory[recorded.sums.at + i]!;
        }
      });
      for (let i = 0; i < count; i++) losses[before + from + i] = arena.memory[inference.rowLosses.at + i]!;
    });
    before += part.count;
  }
  return { points: { outputs, sums, losses } };
};
