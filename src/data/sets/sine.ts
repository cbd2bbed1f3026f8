import * as float64 from '../../engine/numerics/float64.ts';
import { uniform } from '../../engine/random.ts';
import { answerNoiseField, pointsField } from '../fields.ts';
import { only } from '../target.ts';
import { along, oneInput, type SetDefinition } from './set.ts';

/** y = sin x over a little less than one whole wave: a hidden layer is needed, or the input sin x. */
export const sine: SetDefinition = {
  name: 'sine',
  words: { en: 'Sine', ko: '사인 곡선' },
  line: { en: 'A number y for each x, along a wave.', ko: 'x마다 수 y가 하나, 물결을 따라 놓인다.' },
  ...oneInput,
  targets: only({ kind: 'number', low: -1.4, high: 1.4 }),
  region: [-3.5, 3.5, -1.4, 1.4],
  noise: answerNoiseField(0.05, 0.5, 0.01),
  points: pointsField(60),
  preset: { noise: 0.05, points: 60 },
  generate: (spec) =>
    along(spec, (index) => {
      // One point in each of equal stretches: no gap, and yet another sample with another seed.
      const x = -3 + (6 * (index + uniform(spec.seed, 'data', 0, 0, index))) / spec.points;
      return [x, float64.sin(x)];
    }),
};
