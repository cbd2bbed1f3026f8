import type { NumberField } from '../../engine/fields.ts';
import { normal } from '../../engine/random.ts';
import type { Text } from '../../text.ts';
import type { DataSpec, Generated, Region } from '../data.ts';

/** All there is to say about one kind of data. Inputs are always the two numbers x₁ and x₂. */
export interface SetDefinition {
  readonly name: string;
  readonly words: Text;
  /** One line that says what is to be learned. */
  readonly line: Text;
  readonly classes: 2 | 3;
  /** What is drawn: a square of the input plane. */
  readonly region: Region;
  readonly noise: NumberField;
  readonly points: NumberField;
  /** What a person gets on choosing it. */
  readonly preset: { readonly noise: number; readonly points: number };
  /** Rows in the order of their ids, before hand changes and shuffling. */
  generate(spec: DataSpec): Generated;
}

/**
 * Draws `spec.points` points: point i is of class i mod `classes`, so the classes differ by one point at most;
 * `place` gives its spot without noise, to which Gaussian noise of standard deviation spec.noise is added.
 */
export const scatter = (
  spec: DataSpec,
  classes: number,
  place: (index: number, answer: number) => readonly [number, number],
): Generated => {
  const inputs = new Float64Array(2 * spec.points);
  const answers = new Int32Array(spec.points);
  for (let index = 0; index < spec.points; index++) {
    const answer = index % classes;
    const [first, second] = place(index, answer);
    answers[index] = answer;
    inputs[2 * index] = first + noiseAt(spec, 2 * index);
    inputs[2 * index + 1] = second + noiseAt(spec, 2 * index + 1);
  }
  return { inputs, answers };
};

/** The noise on one coordinate: counts through points and their two inputs. */
export const noiseAt = (spec: DataSpec, coordinate: number): number =>
  spec.noise * normal(spec.seed, 'noise', 0, 0, coordinate);
