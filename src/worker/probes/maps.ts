import { load } from '../../engine/index.ts';
import { sizeOf } from '../../engine/shape.ts';
import type { Run } from '../run.ts';
import type { Probe } from '../views.ts';
import type { Answer } from './probe.ts';

/** What every layer makes of one picture: a row of the data, or one that was drawn. */
export const maps: Answer<'maps'> = (run, probe, buffers) => {
  const { arena, inference, layers } = run.trainer.settings.model;
  if (!place(run, probe)) return {};
  inference.tape.forward(1, 0, layers.length - 1);
  const own = run.setup.design.model.layers.length;
  return {
    maps: {
      picture: probe.picture,
      input: buffers.copy(arena.memory, inference.input.at, sizeOf(inference.input.shape.slice(1))),
      layers: inference.recorded.slice(0, own).map(({ sums, output }) => ({
        sums: buffers.copy(arena.memory, sums.at, sizeOf(sums.shape.slice(1))),
        outputs: buffers.copy(arena.memory, output.at, sizeOf(output.shape.slice(1))),
      })),
    },
  };
};

/** Puts the picture into the inference tape; false where it is not there (any more), or of another size. */
const place = (run: Run, { picture }: Extract<Probe, { kind: 'maps' }>): boolean => {
  const { model } = run.trainer.settings;
  const { inference, arena } = model;
  if ('pixels' in picture) {
    if (picture.pixels.length !== sizeOf(inference.input.shape.slice(1))) return false;
    arena.memory.set(picture.pixels, inference.input.at);
    return true;
  }
  const row = run.setup.data.ids.indexOf(picture.id);
  if (row < 0) return false;
  const { train, validation } = run.setup;
  const held = row >= train.count;
  load(model, inference, held && validation ? validation : train, held ? row - train.count : row, 1, null);
  return true;
};
