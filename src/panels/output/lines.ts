import { type Activation, type ActivationName, activations } from '../../engine/activations/index.ts';
import type { Line } from '../../ui/charts/line.ts';
import type { Weights } from '../../worker/frame.ts';

/**
 * The weighted sum at which one output turns from answer 0 to answer 1, i.e. where the activation passes 0.5 (step: where it
 * jumps); null for softmax of one unit, which is 1 everywhere.
 */
export const cutOf = (name: ActivationName): number | null => {
  const known = cuts.get(name);
  if (known !== undefined) return known;
  const { curve }: Activation = activations[name];
  const cut = curve && passing(curve, 0.5);
  cuts.set(name, cut);
  return cut;
};

const cuts = new Map<ActivationName, number | null>();

/** Where a curve first exceeds a value between −16 and 16, to nine decimals: every activation passes 0.5 once, rising. */
const passing = (curve: (z: number) => number, value: number): number => {
  let [low, high] = [-16, 16];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (curve(middle) > value) high = middle;
    else low = middle;
  }
  return Math.round(high * 1e9) / 1e9 + 0;
};

/** The line on which a unit with two inputs has the sum `cut`; `kernel` is 2 × units. Null if it has other inputs. */
export const lineOf = ({ kernel, bias }: Weights, unit: number, cut: number): Line | null => {
  const units = bias.length;
  const [w1, w2, b] = [kernel[unit], kernel[units + unit], bias[unit]];
  if (kernel.length !== 2 * units || w1 === undefined || w2 === undefined || b === undefined) return null;
  return { w1, w2, b: b - cut };
};
