import type { NumberField } from '../../engine/fields.ts';
import { normal } from '../../engine/random.ts';
import { same, type Text } from '../../text.ts';
import type { DataSpec, Generated, Region } from '../data.ts';
import type { PictureSet } from '../pictures/picture.ts';
import type { TargetChoice } from '../target.ts';

/** All there is to say about one kind of data. */
export interface SetDefinition {
  readonly name: string;
  readonly words: Text;
  /** One line that says what is to be learned. */
  readonly line: Text;
  /** Inputs of a row. With one, the plane that is drawn is x against y; with none its rows are pictures, without a plane. */
  readonly width: 0 | 1 | 2;
  /** What stands on the axes of the plane, across and up. */
  readonly axes: readonly [Text, Text];
  /** What can be learned; the first is learned where the spec does not say. */
  readonly targets: readonly [TargetChoice, ...TargetChoice[]];
  /** What is drawn of the plane. */
  readonly region: Region;
  readonly noise: NumberField;
  readonly points: NumberField;
  /** What a person gets on choosing it. */
  readonly preset: Pick<DataSpec, 'noise' | 'points' | 'standardize'>;
  /** What the rows are, where they are pictures. */
  readonly picture?: PictureSet;
  /** What else can be set of how they are made. */
  readonly settings?: readonly NumberField[];
  /** How many points it has without noise, if these are always the same ones; left out: as many as are asked for. */
  readonly exact?: number;
  /** Rows in the order of their ids, before hand changes and shuffling. */
  generate(spec: DataSpec): Generated;
}

/** Two inputs that have no other names. */
export const twoInputs: Pick<SetDefinition, 'width' | 'axes'> = {
  width: 2,
  axes: [same('x₁'), same('x₂')],
};

/** One input: the plane is x against y. */
export const oneInput: Pick<SetDefinition, 'width' | 'axes'> = {
  width: 1,
  axes: [same('x'), same('y')],
};

/**
 * Draws `spec.points` points: point i is of class i mod `classes`, so the classes differ by one point at most;
 * `place` gives its spot without noise, to which Gaussian noise of standard deviation spec.noise is added.
 */
export const scatter = (
  spec: DataSpec,
  classes: number,
  place: (index: number, answer: number) => readonly [number, number],
): Generated => {
  const places = new Float64Array(2 * spec.points);
  const answers = new Float64Array(spec.points);
  for (let index = 0; index < spec.points; index++) {
    const answer = index % classes;
    const [first, second] = place(index, answer);
    answers[index] = answer;
    places[2 * index] = first + noiseAt(spec, 2 * index);
    places[2 * index + 1] = second + noiseAt(spec, 2 * index + 1);
  }
  return { places, answers };
};

/** The noise on one coordinate (counts through points and their two inputs) or on one answer. */
export const noiseAt = (spec: DataSpec, index: number): number =>
  spec.noise * normal(spec.seed, 'noise', 0, 0, index);

/** Draws `spec.points` rows of one input at `place`, as (x, y), with noise on y. */
export const along = (spec: DataSpec, place: (index: number) => readonly [number, number]): Generated => {
  const drawn = answered(spec, (index) => {
    const [x, y] = place(index);
    return [x, y, y];
  });
  const places = drawn.places.map((value, at) => (at % 2 === 0 ? value : drawn.answers[(at - 1) / 2]!));
  return { places, answers: drawn.answers };
};

/** Draws `spec.points` rows as (x₁, x₂, y), with noise on y. */
export const answered = (
  spec: DataSpec,
  row: (index: number) => readonly [number, number, number],
): Generated => {
  const places = new Float64Array(2 * spec.points);
  const answers = new Float64Array(spec.points);
  for (let index = 0; index < spec.points; index++) {
    const [first, second, answer] = row(index);
    places.set([first, second], 2 * index);
    answers[index] = answer + noiseAt(spec, index);
  }
  return { places, answers };
};
