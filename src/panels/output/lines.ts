import type { Inputs } from '../../data/inputs.ts';
import { type Activation, type ActivationName, activations } from '../../engine/activations/index.ts';
import type { Line, Segment } from '../../ui/charts/line.ts';
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

/** What standardising takes off an input and divides the rest by; 0 and 1 where there is none. */
const shiftOf = ({ means, deviations }: Inputs, at: number): readonly [mean: number, deviation: number] => [
  means[at] ?? 0,
  deviations[at] ?? 1,
];

/** A line over two inputs as they go into the network, as the line over x₁ and x₂ before they are standardised. */
export const overPlane = ({ w1, w2, b }: Line, inputs: Inputs): Line => {
  const [[m1, d1], [m2, d2]] = [shiftOf(inputs, 0), shiftOf(inputs, 1)];
  const [first, second] = [w1 / d1, w2 / d2];
  return { w1: first, w2: second, b: b - first * m1 - second * m2 };
};

/**
 * The inverse of overPlane for a line that was moved: standardised inputs turn the length of its weights with it, so they get
 * back the length of the weights before (1 where these were nothing).
 */
export const intoNetwork = ({ w1, w2, b }: Line, inputs: Inputs, before: Line): Line => {
  const [[m1, d1], [m2, d2]] = [shiftOf(inputs, 0), shiftOf(inputs, 1)];
  const moved = { w1: w1 * d1, w2: w2 * d2, b: b + w1 * m1 + w2 * m2 };
  const length = Math.hypot(moved.w1, moved.w2);
  const wanted = Math.hypot(before.w1, before.w2);
  const scale = (wanted >= 1e-6 ? wanted : 1) / length;
  return { w1: scale * moved.w1, w2: scale * moved.w2, b: scale * moved.b };
};

/** y = wx + b of one linear unit with one input, as the line wx − y + b = 0 over x before it is standardised; else null. */
export const graphOf = ({ kernel, bias }: Weights, inputs: Inputs): Line | null => {
  const [[w], [b]] = [kernel, bias];
  if (kernel.length !== 1 || w === undefined || b === undefined) return null;
  const [mean, deviation] = shiftOf(inputs, 0);
  const slope = w / deviation;
  return { w1: slope, w2: -1, b: b - slope * mean };
};

/** The weight and the bias that draw a line of graphOf. */
export const weightsOf = (graph: Line, inputs: Inputs): readonly [w: number, b: number] => {
  const [mean, deviation] = shiftOf(inputs, 0);
  return [graph.w1 * deviation, graph.b + graph.w1 * mean];
};

/** The line y = wx + b through two places; null where they are less than `apart` apart in x: no w is as steep. */
export const graphThrough =
  (apart: number) =>
  ([[x1, y1], [x2, y2]]: Segment): Line | null => {
    if (Math.abs(x2 - x1) < apart) return null;
    const slope = (y2 - y1) / (x2 - x1);
    return { w1: slope, w2: -1, b: y1 - slope * x1 };
  };
