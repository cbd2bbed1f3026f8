import { namedOptimizer } from '../engine/optimizers/index.ts';
import type { Design, Patch } from './experiment.ts';
import { chooseSet } from './material.ts';
import { forPictures } from './pictures.ts';

/** What three epochs take to read 97 of 100 drawn digits: how many pictures, and a rate that begins high and falls to 0. */
export const RECIPE = {
  pictures: 10_000,
  validation_split: 0.2,
  batch_size: 32,
  epochs: 3,
  learning_rate: 0.01,
  /** Updates of its epochs: the rate is 0 after the last one. */
  decay_steps: (3 * 10_000 * 0.8) / 32,
} as const;

/** Digits as they are drawn at first, the CNN, and fit() as the recipe has it: it comes to rest by itself. */
export const learnDigits = (design: Design): Patch => {
  const chosen = chooseSet(design, 'digits');
  const network = forPictures(design, 10, 'cnn');
  const { pictures, validation_split, batch_size, epochs, learning_rate, decay_steps } = RECIPE;
  const schedule = { type: 'CosineDecay', decay_steps } as const;
  return {
    ...chosen,
    ...network,
    data: { ...chosen.data, points: pictures },
    compile: { ...network.compile, optimizer: { ...namedOptimizer('Adam'), learning_rate, schedule } },
    fit: { ...chosen.fit, batch_size, validation_split, epochs },
  };
};
