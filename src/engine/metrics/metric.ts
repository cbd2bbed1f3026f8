import type { Text } from '../../text.ts';
import type { Field } from '../fields.ts';

/** How answers reach Keras: a number for one output, else an integer or a one-hot row. */
export type Answers = 'number' | 'integer' | 'one-hot';

/** A metric in use: it is shown rows one by one and says what they make together. */
export interface Meter {
  /**
   * Outputs and answers of one row: `units` values from `at` on in both, answers a number or one-hot. `weight` is how
   * much the row counts (1 if not told), as in update_state(sample_weight=…).
   */
  add(outputs: ArrayLike<number>, answers: ArrayLike<number>, at: number, weight?: number): void;
  /** Over all rows so far; NaN where there is nothing to say, as in Keras. */
  result(): number;
  /** All that it remembers of the rows: 0 everywhere before the first. Set to another's, it goes on from there. */
  readonly sums: Float64Array;
}

/** The settings that metrics have, under Keras's names; one that is left out has its field's `initial`. */
export interface MetricSettings {
  readonly k?: number;
  readonly thresholds?: number;
  readonly threshold?: number;
}
type MetricSetting = keyof MetricSettings;

/** A metric: what it is called, and a meter for outputs of so many units. */
export interface Metric {
  readonly name: string;
  readonly words: Text;
  readonly line: Text;
  /** What Keras makes of the name, where that depends on outputs and answers; else its long name. */
  readonly resolved: (answers: Answers, units: number) => string;
  /** Which way is better, as Keras's callbacks take it where their mode is "auto". */
  readonly direction: 'min' | 'max';
  readonly fields: readonly (Field & { readonly name: MetricSetting })[];
  /** True where Keras cannot compare integer answers with several outputs. */
  readonly oneHotOnly?: true;
  readonly meter: (units: number, settings?: MetricSettings) => Meter;
}

/** A number a row. */
export type RowValue = (
  outputs: ArrayLike<number>,
  answers: ArrayLike<number>,
  at: number,
  units: number,
) => number;

/** The mean of a number a row, each counted by its weight; 0 where nothing counts (keras.metrics.Mean). */
export const meanOf =
  (row: RowValue) =>
  (units: number): Meter => {
    // The sum, and the rows.
    const sums = new Float64Array(2);
    return {
      sums,
      add(outputs, answers, at, weight = 1) {
        sums[0]! += weight * row(outputs, answers, at, units);
        sums[1]! += weight;
      },
      result: () => (sums[1] === 0 ? 0 : sums[0]! / sums[1]!),
    };
  };

/**
 * The class that a one-hot row names; −1 where all of it is 0: an integer answer that no output stands for, which Keras
 * never counts as right.
 */
export const classOf = (answers: ArrayLike<number>, at: number, units: number): number => {
  const best = largest(answers, at, units);
  if (answers[at + best] !== 0) return best;
  for (let unit = 0; unit < units; unit++) if (answers[at + unit] !== 0) return best;
  return -1;
};

/** The place of the largest value of a row; the first of equal ones. */
export const largest = (values: ArrayLike<number>, at: number, units: number): number => {
  let best = 0;
  for (let unit = 1; unit < units; unit++) if (values[at + unit]! > values[at + best]!) best = unit;
  return best;
};
