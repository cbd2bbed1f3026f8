import { activations } from '../../engine/activations/index.ts';
import type { DataSet } from '../../data/data.ts';
import { gateName } from '../../data/gates.ts';
import type { LayerSpec } from '../../engine/layers/index.ts';
import type { Text } from '../../text.ts';
import type { Weights } from '../../worker/frame.ts';

/** How near to 0 or 1 a value must be to count as that digit. */
const NEAR = 0.1;

const digit = (value: number): number | null =>
  Math.abs(value) <= NEAR ? 0 : Math.abs(value - 1) <= NEAR ? 1 : null;

/** The gate that four values at the corners (0, 0), (0, 1), (1, 0), (1, 1) equal; null if one of them is undecided. */
const gateOf = (values: readonly number[]): Text | null => {
  const [first, second, third, fourth] = values.map(digit);
  if (values.length !== 4 || first == null || second == null || third == null || fourth == null) return null;
  return gateName([first, second, third, fourth]);
};

/** The four rows of the table, each still at its corner of the unit square? */
const atCorners = (data: DataSet): boolean =>
  data.rows >= 4 &&
  [0, 1, 2, 3].every(
    (row) =>
      data.ids[row] === row && data.inputs[2 * row] === row >> 1 && data.inputs[2 * row + 1] === (row & 1),
  );

export interface HiddenColumn {
  /** Outputs of the hidden neuron, one a row of the data. */
  readonly values: readonly number[];
  /** The gate it equals at the four corners. */
  readonly gate: Text | null;
}

/** Columns of the hidden neurons, `outputs` being rows × units of their layer. */
export const hiddenColumns = (data: DataSet, outputs: ArrayLike<number>, units: number): HiddenColumn[] =>
  Array.from({ length: units }, (_, unit) => {
    const values = Array.from({ length: data.rows }, (_, row) => outputs[row * units + unit] ?? Number.NaN);
    return { values, gate: atCorners(data) ? gateOf(values.slice(0, 4)) : null };
  });

/** The gate that the output neuron makes of h₁ and h₂, read from its own two weights and bias. */
export const outputGate = (output: LayerSpec, weights: Weights | undefined): Text | null => {
  const curve = activations[output.activation].curve;
  const [v1, v2] = weights?.kernel ?? [];
  const [bias] = weights?.bias ?? [];
  if (!curve || v1 === undefined || v2 === undefined || bias === undefined || weights?.kernel.length !== 2) {
    return null;
  }
  return gateOf([bias, bias + v2, bias + v1, bias + v1 + v2].map(curve));
};
