import { fill } from '../../text.ts';
import type { Teller } from './situation.ts';
import { PRESS_PLAY } from './texts.ts';

/** A layer was put elsewhere: where it is now, once it is there. */
export const moved: Teller = ({ deed, design, frame }) => {
  if (deed.kind !== 'moved') return null;
  const { layers } = design.model;
  const at = layers.findIndex(({ id }) => id === deed.id);
  const layer = layers[at];
  if (!layer || at === deed.from) return null;
  return {
    so: fill(
      {
        en: '{type} is layer {place} of {all} now. Learning starts over.',
        ko: '{type:은/는} 이제 층 {all}개 중 {place}번째다. 학습은 처음부터다.',
      },
      { type: layer.type, place: at + 1, all: layers.length },
    ),
    todo: frame.playing ? null : PRESS_PLAY,
    buttons: [],
  };
};
