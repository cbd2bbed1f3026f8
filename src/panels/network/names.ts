import type { Text } from '../../text.ts';

const DIGITS = '₀₁₂₃₄₅₆₇₈₉';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const written = (count: number, digits: string): string =>
  String(count).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** A count from 1 as a subscript: 12 is "₁₂". */
export const subscript = (count: number): string => written(count, DIGITS);

/**
 * What a unit is called: inputs (layer −1) x₁, x₂; hidden units h₁, h₂, and h⁽²⁾₁ where there are several hidden
 * layers; the output ŷ, or ŷ₁, ŷ₂ where there are several. Layers and units count from 0.
 */
export const unitName = (layer: number, unit: number, units: readonly number[]): string => {
  const last = units.length - 1;
  if (layer < 0) return `x${subscript(unit + 1)}`;
  if (layer === last) return units[last] === 1 ? 'ŷ' : `ŷ${subscript(unit + 1)}`;
  return last > 1 ? `h⁽${written(layer + 1, RAISED)}⁾${subscript(unit + 1)}` : `h${subscript(unit + 1)}`;
};

/** What a layer is called at the head of its column. */
export const layerName = (layer: number, layers: number): Text => {
  if (layer < 0) return { en: 'Input', ko: '입력층' };
  if (layer === layers - 1) return { en: 'Output', ko: '출력층' };
  return { en: `Hidden ${layer + 1}`, ko: `은닉층 ${layer + 1}` };
};
