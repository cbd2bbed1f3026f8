import { uniform } from '../../engine/random.ts';
import { answerNoiseField, pointsField } from '../fields.ts';
import { only } from '../target.ts';
import { answered, type SetDefinition, twoInputs } from './set.ts';

/** y = 0.6x₁ − 0.4x₂ + 0.1 with noise on y: a tilted plane over two inputs. */
export const plane: SetDefinition = {
  name: 'plane',
  words: { en: 'Plane', ko: '평면' },
  line: {
    en: 'A number y for each x₁ and x₂, on a tilted plane.',
    ko: 'x₁과 x₂마다 수 y가 하나, 기울어진 평면에 놓인다.',
  },
  ...twoInputs,
  targets: only({ kind: 'number', low: -1.2, high: 1.2 }),
  region: [-1.2, 1.2, -1.2, 1.2],
  noise: answerNoiseField(0.05, 0.5, 0.01),
  points: pointsField(120),
  preset: { noise: 0.05, points: 120 },
  generate: (spec) =>
    answered(spec, (index) => {
      const first = 2 * uniform(spec.seed, 'data', 0, 0, 2 * index) - 1;
      const second = 2 * uniform(spec.seed, 'data', 0, 0, 2 * index + 1) - 1;
      return [first, second, 0.6 * first - 0.4 * second + 0.1];
    }),
};
