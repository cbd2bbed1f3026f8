import { noiseField, pointsField } from '../fields.ts';
import { classesOf } from '../target.ts';
import { scatter, type SetDefinition, twoInputs } from './set.ts';

/** Corners of an equilateral triangle, 1.2 from its middle: the top one first, then left and right. */
const CENTRES = [
  [0, 1.2],
  [-0.6 * Math.sqrt(3), -0.6],
  [0.6 * Math.sqrt(3), -0.6],
] as const;

/** Three Gaussian clusters, a class each; the noise is their standard deviation. */
export const blobs: SetDefinition = {
  name: 'blobs',
  words: { en: 'Three blobs', ko: '군집 세 개' },
  line: { en: 'Three clusters, three classes.', ko: '군집 세 개, 클래스 세 개.' },
  ...twoInputs,
  targets: classesOf(3),
  region: [-2.4, 2.4, -2.2, 2.6],
  noise: noiseField(0.35, 0.05),
  points: pointsField(200),
  preset: { noise: 0.35, points: 200 },
  generate: (spec) => scatter(spec, 3, (_index, answer) => CENTRES[answer] ?? [0, 0]),
};
