import { fixed, setting } from '../../ui/format.ts';

/** One summand of z: a weight with the name of its input, or the bias (name null). */
export interface Summand {
  /** Its place in the layer: kernel row-major (inputs × units), then bias. */
  readonly at: number;
  readonly value: number;
  readonly name: string | null;
}

/** A summand as it is printed: "− 0.700·x₂" has the sign "−", the number "0.700" and the name "x₂". */
export interface Term extends Summand {
  readonly sign: '' | '+' | '−';
  /** null where only the name is printed, as in "x₁ + x₂". */
  readonly number: string | null;
}

/**
 * The terms of a weighted sum in order. `short` prints numbers as typed, leaves out a factor of 1 and a summand of 0;
 * otherwise every number has three decimals. The first term has a sign only if it is negative.
 */
export const terms = (summands: readonly Summand[], short: boolean): readonly Term[] => {
  const kept = short ? summands.filter(({ value }) => round(value) !== 0) : summands;
  return (kept.length > 0 ? kept : summands.slice(-1)).map((summand, index) => {
    const printed = short ? setting(Math.abs(round(summand.value))) : fixed(Math.abs(summand.value), 3);
    const negative = summand.value < 0 && Number(printed) !== 0;
    return {
      ...summand,
      sign: negative ? '−' : index > 0 ? '+' : '',
      number: short && printed === '1' && summand.name !== null ? null : printed,
    };
  });
};

/** The inputs' weights and, where it has one, the bias of one unit, in printing order. */
export const summandsOf = (
  { kernel, bias }: { readonly kernel: ArrayLike<number>; readonly bias: ArrayLike<number> },
  unit: number,
  inputNames: readonly string[],
): readonly Summand[] => {
  const units = kernel.length / inputNames.length;
  const biases = Array.from(bias).slice(unit, unit + 1);
  return [
    ...inputNames.map((name, input) => ({
      at: input * units + unit,
      value: kernel[input * units + unit] ?? Number.NaN,
      name,
    })),
    ...biases.map((value) => ({ at: kernel.length + unit, value, name: null })),
  ];
};

/** Float32 holds 0.7 as 0.699999988: two decimals are as far as a person types a round number. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** Are these numbers of the kind a person sets by hand (at most two decimals)? Training leaves none such. */
export const setByHand = (values: ArrayLike<number>): boolean =>
  Array.from(values).every((value) => Math.abs(value - round(value)) < 1e-6 * Math.max(1, Math.abs(value)));

/** The decimals that numbers set by hand need: 0, 1 or 2. */
export const decimalsOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce(
    (most, value) => Math.max(most, (setting(round(value)).split('.')[1] ?? '').length),
    0,
  );
