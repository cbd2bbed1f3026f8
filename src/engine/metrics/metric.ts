import type { Text } from '../../text.ts';

/** How answers reach Keras: a number for one output, else an integer or a one-hot row. */
export type Answers = 'number' | 'integer' | 'one-hot';

/** A metric in use: it is shown rows one by one and says what they make together. */
export interface Meter {
  /** Outputs and answers of one row: `units` values from `at` on in both, answers a number or one-hot. */
  add(outputs: ArrayLike<number>, answers: ArrayLike<number>, at: number): void;
  /** Over all rows so far; NaN where there is nothing to say, as in Keras. */
  result(): number;
}

/** A metric: what it is called, and a meter for outputs of so many units. */
export interface Metric {
  readonly name: string;
  readonly words: Text;
  readonly line: Text;
  /** What Keras makes of the name, where that depends on outputs and answers; else its long name. */
  readonly resolved: (answers: Answers) => string;
  /** True where Keras cannot compare integer answers with several outputs. */
  readonly oneHotOnly?: true;
  readonly meter: (units: number) => Meter;
}

/** A number a row, and their mean. */
export type RowValue = (
  outputs: ArrayLike<number>,
  answers: ArrayLike<number>,
  at: number,
  units: number,
) => number;

export const meanOf =
  (row: RowValue) =>
  (units: number): Meter => {
    let sum = 0;
    let rows = 0;
    return {
      add(outputs, answers, at) {
        sum += row(outputs, answers, at, units);
        rows += 1;
      },
      result: () => sum / rows,
    };
  };

/** The place of the largest value of a row; the first of equal ones. */
export const largest = (values: ArrayLike<number>, at: number, units: number): number => {
  let best = 0;
  for (let unit = 1; unit < units; unit++) if (values[at + unit]! > values[at + best]!) best = unit;
  return best;
};
