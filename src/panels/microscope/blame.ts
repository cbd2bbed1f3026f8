import { slopeAt } from '../../engine/slope.ts';
import type { PointAnatomy } from '../../worker/anatomy.ts';
import type { Weights } from '../../worker/frame.ts';
import type { Neuron } from './useNeuron.ts';

/** One way on which the error comes back: what the unit after it has, times the weight between them. */
export interface Way {
  readonly unit: number;
  readonly delta: number;
  readonly weight: number;
}

/** How ∂L/∂z of a neuron comes about at one point. */
export type Blame =
  /** Loss and activation together: the error itself (over so many outputs), is ∂L/∂z. */
  | {
      readonly kind: 'joined';
      readonly output: number;
      readonly answer: number;
      readonly outputs: number;
      readonly delta: number;
    }
  /** Σ δ × weight over the neurons after it, times f′(z). */
  | {
      readonly kind: 'ways';
      readonly ways: readonly Way[];
      readonly sum: number;
      readonly slope: number;
      readonly delta: number;
    }
  /** ∂L/∂a times f′(z): of the loss itself, or through a layer without weights. */
  | {
      readonly kind: 'plain';
      readonly last: boolean;
      readonly blame: number;
      readonly slope: number;
      readonly delta: number;
    };

/** The answer as label_smoothing makes it, of so many classes (keras.losses; one output stands for two). */
export const smoothed = (answer: number, smoothing: number, classes: number): number =>
  answer * (1 - smoothing) + smoothing / Math.max(2, classes);

export const blameOf = (
  { layer, unit, shaped, layers }: Neuron,
  { layers: seen, answers }: PointAnatomy,
  weights: readonly (Weights | null)[],
  smoothing: number,
): Blame | null => {
  const own = seen[layer];
  if (!own) return null;
  const delta = own.delta[unit] ?? Number.NaN;
  const last = layer === layers.length - 1;
  if (!own.blame) {
    const [output = Number.NaN, given = Number.NaN] = [own.outputs[unit], answers[unit]];
    const answer = smoothed(given, smoothing, answers.length);
    // The mean over outputs is the binary loss's; the other takes them all.
    const outputs = shaped.activation === 'softmax' ? 1 : shaped.units;
    return { kind: 'joined', output, answer, outputs, delta };
  }
  const slope = slopeAt(shaped.activation, own.sums[unit] ?? Number.NaN);
  const after = layers[layer + 1];
  const kernel = weights[layer + 1]?.kernel;
  const next = seen[layer + 1];
  if (after?.spec.type === 'Dense' && kernel && next) {
    const ways = Array.from({ length: after.units }, (_, to) => ({
      unit: to,
      delta: next.delta[to] ?? Number.NaN,
      weight: kernel[unit * after.units + to] ?? Number.NaN,
    }));
    return { kind: 'ways', ways, sum: own.blame[unit] ?? Number.NaN, slope, delta };
  }
  return { kind: 'plain', last, blame: own.blame[unit] ?? Number.NaN, slope, delta };
};
