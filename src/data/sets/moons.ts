import * as float64 from '../../engine/numerics/float64.ts';
import { uniform } from '../../engine/random.ts';
import { noiseField, pointsField } from '../fields.ts';
import { classesOf } from '../target.ts';
import { scatter, type SetDefinition, twoInputs } from './set.ts';

/**
 * Two half circles of radius 1, one reaching into the other: class 0 is the upper one around (0, 0), class 1 the
 * lower one around (1, 0.5): the textbook's coordinates.
 */
export const moons: SetDefinition = {
  name: 'moons',
  words: { en: 'Two moons', ko: '반달 두 개' },
  line: { en: 'Two half circles, one inside the other.', ko: '서로 맞물린 반원 두 개.' },
  ...twoInputs,
  targets: classesOf(2),
  region: [-1.35, 2.35, -1.6, 2.1],
  noise: noiseField(0.1),
  points: pointsField(200),
  preset: { noise: 0.1, points: 200 },
  generate: (spec) =>
    scatter(spec, 2, (index, answer) => {
      // One point in each of equal stretches of the arc: even, and yet another sample with another seed.
      const stretch = Math.floor(index / 2) + uniform(spec.seed, 'data', 0, 0, index);
      const angle = (Math.PI * stretch) / Math.ceil(spec.points / 2);
      return answer === 0
        ? [float64.cos(angle), float64.sin(angle)]
        : [1 - float64.cos(angle), 0.5 - float64.sin(angle)];
    }),
};
