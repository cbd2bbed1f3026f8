import type { DataSpec, Generated } from '../data.ts';
import { noiseField, pointsField } from '../fields.ts';
import { classesOf } from '../target.ts';
import { noiseAt, type SetDefinition, twoInputs } from './set.ts';

/** x₁ and x₂ of the truth table's rows, in its order. */
export const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

export const gate: SetDefinition = {
  name: 'gate',
  words: { en: 'Gate', ko: '게이트' },
  line: { en: 'A truth table of two inputs.', ko: '입력 두 개의 진리표.' },
  ...twoInputs,
  targets: classesOf(2),
  region: [-0.45, 1.45, -0.45, 1.45],
  noise: noiseField(0),
  points: pointsField(160),
  preset: { noise: 0, points: 160 },
  exact: 4,
  generate: (spec) => (spec.noise === 0 ? table(spec) : clusters(spec)),
};

const table = (spec: DataSpec): Generated => ({
  places: Float64Array.from(CORNERS.flat()),
  answers: Float64Array.from(spec.answers),
});

/** Point i belongs to corner i mod 4, so the corners differ by one point at most. */
const clusters = (spec: DataSpec): Generated => {
  const places = new Float64Array(2 * spec.points);
  const answers = new Float64Array(spec.points);
  for (let index = 0; index < spec.points; index++) {
    const corner = index % 4;
    const [first, second] = CORNERS[corner] ?? [0, 0];
    answers[index] = spec.answers[corner] ?? 0;
    places[2 * index] = first + noiseAt(spec, 2 * index);
    places[2 * index + 1] = second + noiseAt(spec, 2 * index + 1);
  }
  return { places, answers };
};
