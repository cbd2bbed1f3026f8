import { uniform } from '../../engine/random.ts';
import { answerNoiseField, pointsField } from '../fields.ts';
import { only } from '../target.ts';
import { along, oneInput, type SetDefinition } from './set.ts';

const SLOPE = 0.7;
const HEIGHT = 0.2;

/** y = 0.7x + 0.2 with noise on y: what one linear neuron finds. */
export const line: SetDefinition = {
  name: 'line',
  words: { en: 'Line', ko: '직선' },
  line: { en: 'A number y for each x, along a straight line.', ko: 'x마다 수 y가 하나, 직선을 따라 놓인다.' },
  ...oneInput,
  targets: only({ kind: 'number', low: -1.2, high: 1.2 }),
  region: [-1.2, 1.2, -1.2, 1.2],
  noise: answerNoiseField(0.1, 0.5, 0.01),
  points: pointsField(30),
  preset: { noise: 0.1, points: 30 },
  generate: (spec) =>
    along(spec, (index) => {
      const x = 2 * uniform(spec.seed, 'data', 0, 0, index) - 1;
      return [x, SLOPE * x + HEIGHT];
    }),
};
