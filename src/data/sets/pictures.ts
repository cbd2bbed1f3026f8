import type { NumberField } from '../../engine/fields.ts';
import { same } from '../../text.ts';
import { importedAnswer } from '../imported.ts';
import { pictures, type PictureSet } from '../pictures/index.ts';
import { only } from '../target.ts';
import type { SetDefinition } from './set.ts';

/** How many pictures there are: at most as many as MNIST has for training. */
const countField = (initial: number): NumberField => ({
  kind: 'number',
  name: 'points',
  words: { en: 'Number of pictures', ko: '그림의 개수' },
  effect: 'restart',
  initial,
  min: 20,
  max: 60_000,
  integer: true,
  step: 100,
});

/** Pictures as a kind of data: row `id` is picture `id` of the seed, of class id mod the number of classes; or of files. */
const setOf = (picture: PictureSet): SetDefinition => {
  const { name, words, line, classes, fields, noise, preset } = picture;
  const count = classes.length;
  return {
    name,
    words,
    line,
    width: 0,
    axes: [same(''), same('')],
    targets: only({ kind: 'classes', count, names: classes }),
    region: [0, 1, 0, 1],
    noise,
    points: countField(preset.points),
    preset: { noise: noise.initial, points: preset.points },
    picture,
    settings: fields.filter((field) => field !== noise),
    generate: ({ points, asset }) => ({
      places: new Float64Array(2 * points),
      answers: Float64Array.from({ length: points }, (_, id) =>
        asset ? importedAnswer(asset, id) : id % count,
      ),
    }),
  };
};

export const digits = setOf(pictures.digits);
export const shifted_digits = setOf(pictures.shifted_digits);
export const shapes = setOf(pictures.shapes);
export const stripes = setOf(pictures.stripes);
