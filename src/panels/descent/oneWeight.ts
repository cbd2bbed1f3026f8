import { type DataSet, trainingRows } from '../../data/data.ts';
import { inputWidth } from '../../data/inputs.ts';
import type { Design } from '../../experiment/experiment.ts';
import type { ErrorRow } from '../../ui/charts/errorPlace.ts';
import type { Point } from '../../ui/charts/scale.ts';

/**
 * Is y = wx all that is learned, by the mean squared error: one linear neuron with one input as it is, no bias, no
 * penalty, every class alike? Then the loss over w is a parabola, and everything can be drawn.
 */
export const isOneWeight = ({ data, model, compile, fit }: Design): boolean => {
  const [only, ...others] = model.layers;
  return (
    others.length === 0 &&
    only?.type === 'Dense' &&
    only.units === 1 &&
    only.activation === 'linear' &&
    only.use_bias === false &&
    !only.kernel_regularizer &&
    inputWidth(data) === 1 &&
    !data.standardize &&
    compile.loss === 'mean_squared_error' &&
    !fit.class_weight
  );
};

/** The rows that are trained on, left to right, with what y = wx predicts. */
export const errorRows = (design: Design, { places }: DataSet, weight: number): readonly ErrorRow[] => {
  const rows = trainingRows(design.data, design.fit.validation_split);
  return Array.from({ length: rows }, (_, row): ErrorRow => {
    const [x = Number.NaN, answer = Number.NaN] = [places[2 * row], places[2 * row + 1]];
    return { x, answer, prediction: weight * x };
  }).toSorted((a, b) => a.x - b.x);
};

/** Prediction minus answer, of each row. */
export const errorsOf = (rows: readonly ErrorRow[]): readonly number[] =>
  rows.map(({ answer, prediction }) => prediction - answer);

/** The mean squared error of y = wx over those rows, as a function of w. */
export const lossOver =
  (rows: readonly ErrorRow[]) =>
  (weight: number): number =>
    rows.reduce((sum, { x, answer }) => sum + (weight * x - answer) * (weight * x - answer), 0) / rows.length;

/** Where that is least. */
export const leastOver = (rows: readonly ErrorRow[]): number | null => {
  const squares = rows.reduce((sum, { x }) => sum + x * x, 0);
  const products = rows.reduce((sum, { x, answer }) => sum + x * answer, 0);
  return squares > 0 ? products / squares : null;
};

/** Places of a curve that is drawn. */
export const CURVE = 256;

/** A function over weights from one to another, as places of its curve. */
export const curveOf = (loss: (weight: number) => number, [from, to]: Point): readonly Point[] =>
  Array.from({ length: CURVE }, (_, at): Point => {
    const weight = from + ((to - from) * at) / (CURVE - 1);
    return [weight, loss(weight)];
  });

/** What is drawn of the weights, and of the loss, as long as nothing lies outside. */
const ACROSS: Point = [-0.6, 4.6];
const HIGH = 6.5;
const ROOM = 0.3;

/** What is to be drawn so that every place that is marked is in the drawing. */
export const regionOf = (marked: readonly Point[]): { readonly across: Point; readonly up: Point } => {
  const weights = marked.map(([weight]) => weight);
  const highest = Math.max(HIGH / 1.08, ...marked.map(([, loss]) => loss)) * 1.08;
  return {
    across: [
      Math.min(ACROSS[0], ...weights.map((weight) => weight - ROOM)),
      Math.max(ACROSS[1], ...weights.map((weight) => weight + ROOM)),
    ],
    up: [0, highest],
  };
};
