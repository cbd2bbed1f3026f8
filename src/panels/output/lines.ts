import type { ActivationName } from '../../engine/activations/index.ts';
import type { Line } from '../../ui/charts/line.ts';
import type { Weights } from '../../worker/frame.ts';

/**
 * The weighted sum at which one output turns from answer 0 to answer 1, i.e. where the activation passes 0.5 (step: where it
 * jumps); null for softmax of one unit, which is 1 everywhere.
 */
export const cutOf = (activation: ActivationName): number | null => {
  switch (activation) {
    case 'sigmoid':
    case 'step':
      return 0;
    case 'linear':
    case 'relu':
      return 0.5;
    case 'tanh':
      return Math.atanh(0.5);
    case 'softmax':
      return null;
  }
};

/** The line on which a unit with two inputs has the sum `cut`; `kernel` is 2 × units. Null if it has other inputs. */
export const lineOf = ({ kernel, bias }: Weights, unit: number, cut: number): Line | null => {
  const units = bias.length;
  const [w1, w2, b] = [kernel[unit], kernel[units + unit], bias[unit]];
  if (kernel.length !== 2 * units || w1 === undefined || w2 === undefined || b === undefined) return null;
  return { w1, w2, b: b - cut };
};
