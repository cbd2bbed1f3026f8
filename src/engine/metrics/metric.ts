import type { Text } from '../../text.ts';

/** A metric: one number a row, its mean reported. Values stand in `outputs` and `answers`, `units` a row. */
export interface Metric {
  readonly name: string;
  readonly words: Text;
  readonly line: Text;
  readonly row: (outputs: ArrayLike<number>, answers: ArrayLike<number>, at: number, units: number) => number;
}
