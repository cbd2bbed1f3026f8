import * as float64 from '../../engine/numerics/float64.ts';
import { uniform } from '../../engine/random.ts';
import { noiseField, pointsField } from '../fields.ts';
import { classesOf } from '../target.ts';
import { scatter, type SetDefinition, twoInputs } from './set.ts';

/** One and a quarter turns from near the middle outwards; the second arm is the first, turned by half. */
const TURNS = 1.25;
const NEAR = 0.1;
const FAR = 1.1;

export const spiral: SetDefinition = {
  name: 'spiral',
  words: { en: 'Spiral', ko: '나선' },
  line: { en: 'Two arms wound round each other.', ko: '서로 감긴 두 팔.' },
  ...twoInputs,
  targets: classesOf(2),
  region: [-1.4, 1.4, -1.4, 1.4],
  noise: noiseField(0.03),
  points: pointsField(200),
  preset: { noise: 0.03, points: 200 },
  generate: (spec) =>
    scatter(spec, 2, (index, answer) => {
      const stretch = Math.floor(index / 2) + uniform(spec.seed, 'data', 0, 0, index);
      const along = stretch / Math.ceil(spec.points / 2);
      const radius = NEAR + (FAR - NEAR) * along;
      const angle = Math.PI * (2 * TURNS * along + answer);
      return [radius * float64.cos(angle), radius * float64.sin(angle)];
    }),
};
