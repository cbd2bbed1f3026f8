import type { DataSet } from '../../data/data.ts';
import type { Point } from '../../ui/charts/scale.ts';
import { APART, fixed, setting } from '../../ui/format.ts';
import { digitsOf } from '../evaluate/digits.ts';

/** A data row as the planes show it. */
export interface Row {
  readonly id: number;
  /** Its inputs. */
  readonly at: Point;
  readonly answer: number;
  readonly validation: boolean;
  /** ŷ as it is read, or the winning class of several outputs; null while no outputs are known for this data. */
  readonly shown: string | null;
  /** ŷ of the first output; NaN while it is not known. */
  readonly value: number;
  /** Never where answers are numbers: a prediction is only more or less far off. */
  readonly wrong: boolean;
}

/** The class answered: above 0.5 for one output, the largest of several (the first of equals). */
const answered = (outputs: ArrayLike<number>, row: number, units: number): number => {
  if (units === 1) return (outputs[row] ?? 0) > 0.5 ? 1 : 0;
  let winner = 0;
  for (let unit = 1; unit < units; unit += 1) {
    if ((outputs[row * units + unit] ?? 0) > (outputs[row * units + winner] ?? 0)) winner = unit;
  }
  return winner;
};

/**
 * The rows of a data set with what the output layer says of them. `outputs` is rows × units; of another length it belongs
 * to an older model or data set and is left out. The first `training` rows are trained on; `nameOf` names classes.
 */
export const readRows = (
  set: DataSet,
  training: number,
  outputs: ArrayLike<number> | undefined,
  units: number,
  nameOf: (answer: number) => string = String,
): Row[] => {
  const known = outputs?.length === set.rows * units ? outputs : undefined;
  const { target } = set;
  const single = units === 1 || target.kind === 'number';
  const digits = target.kind === 'number' ? digitsOf(target) : 2;
  return Array.from({ length: set.rows }, (_, row) => {
    const answer = set.answers[row] ?? 0;
    const value = known?.[row * units] ?? Number.NaN;
    const read = single ? fixed(value, digits) : known && nameOf(answered(known, row, units));
    return {
      id: set.ids[row] ?? row,
      at: [set.places[2 * row] ?? 0, set.places[2 * row + 1] ?? 0],
      answer,
      validation: row >= training,
      shown: known && read ? read : null,
      value,
      wrong: known !== undefined && target.kind === 'classes' && answered(known, row, units) !== answer,
    };
  });
};

/** A number rounded to so many decimals. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** ŷ − y as it is read beside both: the difference of what is printed. */
export const errorWords = ({ value, answer }: Row, digits: number): string =>
  fixed(rounded(value, digits) - rounded(answer, digits), digits);

/** A place as it is read: whole numbers as they are, others with two decimals: "(0, 1)", "(0.42, −0.10)". */
export const placeWords = ([across, up]: Point): string => {
  const whole = Number.isInteger(across) && Number.isInteger(up);
  const number = (value: number) => (whole ? setting(value) : fixed(value, 2));
  return `(${number(across)}${APART}${number(up)})`;
};
