import { expect, test } from 'vitest';
import { decimalsOf, setByHand, summandsOf, type Term, terms } from '../../../src/panels/network/formula.ts';
import { unitName } from '../../../src/panels/network/names.ts';

const printed = (list: readonly Term[]): string =>
  list
    .map(({ sign, number, name }, index) => {
      const factor = [number, name].filter((part) => part !== null).join('·');
      return index > 0 ? ` ${sign} ${factor}` : `${sign}${factor}`;
    })
    .join('');
const HIDDEN = { kernel: Float32Array.of(1, -1, 1, -1), bias: Float32Array.of(-0.5, 1.5) };
const OPENING = { kernel: Float32Array.of(0.9, -0.7), bias: Float32Array.of(-0.5) };
const INPUTS = ['x₁', 'x₂'];

test('the opening neuron prints with three decimals, its signs as operators', () => {
  expect(printed(terms(summandsOf(OPENING, 0, INPUTS), false))).toBe('0.900·x₁ − 0.700·x₂ − 0.500');
});

test('numbers set by hand print as typed, without a factor of 1', () => {
  expect(printed(terms(summandsOf(HIDDEN, 0, INPUTS), true))).toBe('x₁ + x₂ − 0.5');
  expect(printed(terms(summandsOf(HIDDEN, 1, INPUTS), true))).toBe('−x₁ − x₂ + 1.5');
});

test('a summand of 0 is left out where numbers are short, and nothing at all is 0', () => {
  const zeros = { kernel: Float32Array.of(0, 2), bias: Float32Array.of(0) };
  expect(printed(terms(summandsOf(zeros, 0, INPUTS), true))).toBe('2·x₂');
  const nothing = { kernel: Float32Array.of(0, 0), bias: Float32Array.of(0) };
  expect(printed(terms(summandsOf(nothing, 0, INPUTS), true))).toBe('0');
});

test('what rounds to 0.000 carries no minus of its own', () => {
  const tiny = { kernel: Float32Array.of(-0.0001, 1), bias: Float32Array.of(0) };
  expect(printed(terms(summandsOf(tiny, 0, INPUTS), false))).toBe('0.000·x₁ + 1.000·x₂ + 0.000');
});

test('a summand knows its place in the layer: kernel row-major, then bias', () => {
  expect(summandsOf(HIDDEN, 1, INPUTS).map(({ at }) => at)).toEqual([1, 3, 5]);
});

test('two decimals at most are set by hand; trained weights are not', () => {
  expect(setByHand(OPENING.kernel)).toBe(true);
  expect(setByHand(Float32Array.of(0.9, 0.123))).toBe(false);
  expect(setByHand([Number.NaN])).toBe(false);
  expect(decimalsOf(Float32Array.of(1, -1.5))).toBe(1);
});

test('hidden units are h₁, h₂; with several hidden layers each says which', () => {
  expect([unitName(-1, 1, [2, 1]), unitName(0, 11, [12, 1]), unitName(1, 0, [12, 1])]).toEqual([
    'x₂',
    'h₁₂',
    'ŷ',
  ]);
  expect(unitName(1, 2, [4, 4, 1])).toBe('h⁽²⁾₃');
  // Several outputs are numbered as the classes that they stand for.
  expect(unitName(0, 2, [3])).toBe('ŷ₂');
});
