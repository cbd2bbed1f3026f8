import * as float64 from '../../engine/numerics/float64.ts';
import { uniform } from '../../engine/random.ts';
import { noiseField, pointsField } from '../fields.ts';
import { classesOf } from '../target.ts';
import { scatter, type SetDefinition, twoInputs } from './set.ts';

const DISC = 0.5;
const RING = [0.8, 1.1] as const;
const TURN = 2 * Math.PI;

/** A disc of class 1 inside a ring of class 0, both filled evenly over their area. */
export const circle: SetDefinition = {
  name: 'circle',
  words: { en: 'Circle', ko: '원' },
  line: { en: 'A disc inside a ring.', ko: '고리 안에 든 원판.' },
  ...twoInputs,
  targets: classesOf(2),
  region: [-1.4, 1.4, -1.4, 1.4],
  noise: noiseField(0.05),
  points: pointsField(200),
  preset: { noise: 0.05, points: 200 },
  generate: (spec) =>
    scatter(spec, 2, (index, answer) => {
      const angle = TURN * uniform(spec.seed, 'data', 0, 0, 2 * index);
      const share = uniform(spec.seed, 'data', 0, 0, 2 * index + 1);
      const [inner, outer] = answer === 1 ? [0, DISC] : RING;
      // The area grows with the square of the radius.
      const radius = Math.sqrt(inner * inner + share * (outer * outer - inner * inner));
      return [radius * float64.cos(angle), radius * float64.sin(angle)];
    }),
};
