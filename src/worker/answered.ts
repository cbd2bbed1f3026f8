import type { Model } from '../engine/index.ts';
import { sizeOf } from '../engine/shape.ts';
import { infer } from './evaluate.ts';

/**
 * What a network with several outputs says to pictures (count × their numbers): told row by row, which output is the
 * largest, and how large.
 */
export const answer = (
  model: Model,
  inputs: Float32Array,
  meet: (row: number, unit: number, value: number) => void,
): void => {
  const { arena, inference, outputs: units } = model;
  const { at } = inference.recorded.at(-1)!.output;
  const count = inputs.length / sizeOf(inference.input.shape.slice(1));
  infer(model, { count, inputs, answers: new Float64Array(count * units) }, (from, read) => {
    for (let row = 0; row < read; row++) {
      let best = 0;
      for (let unit = 1; unit < units; unit++) {
        if (arena.memory[at + row * units + unit]! > arena.memory[at + row * units + best]!) best = unit;
      }
      meet(from + row, best, arena.memory[at + row * units + best]!);
    }
  });
};
