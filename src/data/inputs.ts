import { type Shape, sizeOf } from '../engine/shape.ts';
import type { DataSet, DataSpec } from './data.ts';
import { type FeatureName, featureNames, features } from './features.ts';
import { sets } from './sets/index.ts';

/** What goes into the network for a place: x₁ and x₂, then the inputs made from them, standardised if asked for. */
export interface Inputs {
  /** Their symbols: "x₁", "x₂", "x₁x₂". */
  readonly names: readonly string[];
  /** What is taken off each, and what the rest is divided by; 0 and 1 where it goes in as it is. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** The chosen features that the set's inputs allow, in their own order. */
export const featuresIn = ({ set, features: chosen = [] }: DataSpec): readonly FeatureName[] =>
  featureNames.filter(
    (name) =>
      chosen.includes(name) &&
      (sets[set].width === 2 || (sets[set].width === 1 && features[name].alone !== null)),
  );

/** The shape of one row of what goes into the network. */
export const inputShape = (spec: DataSpec): Shape =>
  sets[spec.set].picture?.shape ?? [sets[spec.set].width + featuresIn(spec).length];

/** How many numbers go into the network. */
export const inputWidth = (spec: DataSpec): number => sizeOf(inputShape(spec));

/** The symbols of what goes into the network. */
export const inputNames = (spec: DataSpec): readonly string[] => {
  const { picture } = sets[spec.set];
  if (picture) return pixelNames(picture.shape);
  const alone = sets[spec.set].width === 1;
  return [
    ...(alone ? ['x'] : ['x₁', 'x₂']),
    ...featuresIn(spec).map((name) => (alone ? features[name].alone : null) ?? features[name].symbol),
  ];
};

/** Pixels by row and column, counted from 0. */
const pixelNames = ([height, width]: readonly [number, number, 1]): readonly string[] =>
  Array.from({ length: height * width }, (_, at) => `(${Math.floor(at / width)}, ${at % width})`);

/** Are x₁ and x₂ all that goes in, as they are? */
export const isPlainInput = (spec: DataSpec): boolean =>
  sets[spec.set].width === 2 && featuresIn(spec).length === 0 && !spec.standardize;

/** The numbers of one place, before they are standardised, into `into` from `at` on. */
const write = (
  spec: DataSpec,
  made: readonly FeatureName[],
  first: number,
  second: number,
  into: { [index: number]: number },
  at: number,
): void => {
  const { width } = sets[spec.set];
  into[at] = first;
  if (width === 2) into[at + 1] = second;
  made.forEach((name, index) => {
    into[at + width + index] = features[name].of(first, second);
  });
};

/**
 * The inputs of a data set. To standardise, the mean and the standard deviation (divided by n) of the first `trained`
 * rows are used: rows that are not trained on stay unseen. An input that never changes is only shifted.
 */
export const inputsOf = (spec: DataSpec, data: DataSet, trained: number): Inputs => {
  const names = inputNames(spec);
  const width = names.length;
  const means = new Float64Array(width);
  const deviations = new Float64Array(width).fill(1);
  // Pixels go in as they are.
  if (!spec.standardize || sets[spec.set].picture) return { names, means, deviations };
  const all = rowsInto(spec, data, new Float64Array(data.rows * width), { names, means, deviations });
  for (let input = 0; input < width; input++) {
    let sum = 0;
    for (let row = 0; row < trained; row++) sum += all[row * width + input]!;
    const mean = sum / trained;
    let squares = 0;
    for (let row = 0; row < trained; row++) squares += square(all[row * width + input]! - mean);
    means[input] = mean;
    const variance = squares / trained;
    if (variance > rounding(mean, trained)) deviations[input] = Math.sqrt(variance);
  }
  return { names, means, deviations };
};

const square = (x: number): number => x * x;

/** A variance that is no larger can come from rounding the mean alone (scikit-learn's bound for a constant feature). */
const rounding = (mean: number, rows: number): number => square(rows * mean * Number.EPSILON);

/** Every row as it goes into the network: rows × width. */
export const networkRows = (spec: DataSpec, data: DataSet, inputs: Inputs): Float64Array =>
  rowsInto(spec, data, new Float64Array(data.rows * inputs.names.length), inputs);

const rowsInto = (spec: DataSpec, data: DataSet, into: Float64Array, inputs: Inputs): Float64Array => {
  const put = writerOf(spec, inputs);
  for (let row = 0; row < data.rows; row++) {
    put(data.places[2 * row]!, data.places[2 * row + 1]!, into, row * inputs.names.length);
  }
  return into;
};

/** Writes the network's inputs for a place of the plane into `into` from `at` on. */
export const writerOf = (
  spec: DataSpec,
  { names, means, deviations }: Inputs,
): ((first: number, second: number, into: { [index: number]: number }, at: number) => void) => {
  const made = featuresIn(spec);
  const plain = !spec.standardize;
  return (first, second, into, at) => {
    write(spec, made, first, second, into, at);
    if (plain) return;
    for (let i = 0; i < names.length; i++) into[at + i] = (into[at + i]! - means[i]!) / deviations[i]!;
  };
};
