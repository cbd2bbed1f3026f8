import type { Text } from '../../text.ts';

const DIGITS = '₀₁₂₃₄₅₆₇₈₉';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const written = (count: number, digits: string): string =>
  String(count).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** A count as a subscript: 12 is "₁₂". */
export const subscript = (count: number): string => written(count, DIGITS);

/**
 * What a unit is called: inputs (layer −1) x₁, x₂, or as `inputs` names them; hidden units h₁, h₂, and h⁽²⁾₁ where there
 * are several layers before the output; the output ŷ, or where there are several ŷ₀, ŷ₁, as the classes that they stand
 * for are numbered. Layers and units count from 0.
 */
export const unitName = (
  layer: number,
  unit: number,
  units: readonly number[],
  inputs: readonly string[] = [],
): string => {
  const last = units.length - 1;
  if (layer < 0) return inputs[unit] ?? `x${subscript(unit + 1)}`;
  if (layer === last) return units[last] === 1 ? 'ŷ' : `ŷ${subscript(unit)}`;
  return last > 1 ? `h⁽${written(layer + 1, RAISED)}⁾${subscript(unit + 1)}` : `h${subscript(unit + 1)}`;
};

/** The weighted sum of a unit: z₁ before the only output, z₀, z₁ before several, z⁽¹⁾₁ before a hidden layer. */
export const sumName = (layer: number, unit: number, units: readonly number[]): string =>
  layer === units.length - 1
    ? `z${subscript(units[layer] === 1 ? 1 : unit)}`
    : `z⁽${written(layer + 1, RAISED)}⁾${subscript(unit + 1)}`;

/** All units of a layer together: ŷ, or h, or h⁽²⁾ where there are several layers before the output. */
export const layerSymbol = (layer: number, units: readonly number[]): string => {
  const last = units.length - 1;
  if (layer === last) return 'ŷ';
  return last > 1 ? `h⁽${written(layer + 1, RAISED)}⁾` : 'h';
};

/** The weight of one of so many inputs: w₁, w₂; just w where there is one. Inputs count from 0. */
export const weightName = (input: number, inputs: number): string =>
  inputs === 1 ? 'w' : `w${subscript(input + 1)}`;

/** What a layer is called at the head of its column: only one with neurons of its own is a hidden layer. */
export const layerName = (layer: number, layers: number, neurons = true): Text => {
  if (layer < 0) return { en: 'Input', ko: '입력층' };
  if (layer === layers - 1) return { en: 'Output', ko: '출력층' };
  if (!neurons) return { en: `Layer ${layer + 1}`, ko: `${layer + 1}층` };
  return { en: `Hidden ${layer + 1}`, ko: `은닉층 ${layer + 1}` };
};

/** A Keras name in the pieces between which it may go on below: "Batch" and "Normalization". */
export const breaks = (name: string): readonly string[] => name.split(/(?=[A-Z][a-z])/);
