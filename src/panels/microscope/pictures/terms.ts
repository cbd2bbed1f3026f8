import type { ShapedLayer } from '../../../experiment/widths.ts';

/** One product in the sum of a Dense unit. */
export interface Term {
  /** Which of the numbers of one row or place that come in, and where it lies among all that come in. */
  readonly input: number;
  readonly from: number;
  /** Where its weight lies in the layer. */
  readonly at: number;
  readonly x: number;
  readonly w: number;
  readonly product: number;
}

/** The products of a Dense unit, the largest in size first. On maps each place is a row of its own: its channels. */
export const termsOfDense = (
  { inputShape, outputShape }: ShapedLayer,
  input: ArrayLike<number>,
  kernel: ArrayLike<number>,
  unit: number,
): readonly Term[] => {
  const [inputs, units] = [inputShape.at(-1) ?? 0, outputShape.at(-1) ?? 1];
  const first = Math.floor(unit / units) * inputs;
  return Array.from({ length: inputs }, (_, each) => {
    const at = each * units + (unit % units);
    const [x, w] = [input[first + each] ?? Number.NaN, kernel[at] ?? Number.NaN];
    return { input: each, from: first + each, at, x, w, product: x * w };
  }).sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
};
