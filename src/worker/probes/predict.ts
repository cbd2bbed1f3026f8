import { writerOf } from '../../data/inputs.ts';
import type { Answer } from './probe.ts';

/** What the output layer says to one place that is no row of the data. */
export const predict: Answer<'predict'> = (run, { x }) => {
  const { arena, inference, layers, outputs } = run.trainer.settings.model;
  const { design, inputs } = run.setup;
  writerOf(design.data, inputs)(x[0], x[1], arena.memory, inference.input.at);
  inference.tape.forward(1, 0, layers.length - 1);
  const { at } = inference.recorded.at(-1)!.output;
  return { predict: Array.from(arena.memory.subarray(at, at + outputs)) };
};
