import { uniform } from '../../engine/random.ts';
import type { DataSpec, Generated } from '../data.ts';
import { answerNoiseField, pointsField } from '../fields.ts';
import { only } from '../target.ts';
import { along, oneInput, type SetDefinition } from './set.ts';

const SLOPE = 2;

/**
 * Three points on y = 2x whose x have a mean square of 1: the mean squared error of y = wx is exactly (w − 2)². With
 * noise, points scattered about that line.
 */
export const three: SetDefinition = {
  name: 'three',
  words: { en: 'Three points', ko: '세 점' },
  line: { en: 'Three points on y = 2x.', ko: 'y = 2x 위의 세 점.' },
  ...oneInput,
  targets: only({ kind: 'number', low: -4, high: 4 }),
  region: [-0.3, 2, -0.6, 4],
  noise: answerNoiseField(0, 0.5, 0.01),
  points: pointsField(30),
  preset: { noise: 0, points: 30 },
  exact: 3,
  generate: (spec) => (spec.noise === 0 ? exactly : scattered(spec)),
};

const exactly: Generated = {
  places: Float64Array.of(0.2, 0.4, 1, 2, 1.4, 2.8),
  answers: Float64Array.of(0.4, 2, 2.8),
};

const scattered = (spec: DataSpec): Generated =>
  along(spec, (index) => {
    const x = 1.6 * uniform(spec.seed, 'data', 0, 0, index);
    return [x, SLOPE * x];
  });
