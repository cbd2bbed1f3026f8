import { activations } from '../../engine/activations/index.ts';
import type { ShapedLayer } from '../../experiment/widths.ts';
import type { LayerGradients } from '../../worker/gradients.ts';
import { rounded } from './printed.ts';

/**
 * A thousandth: at one learning rate the first layer then needs a thousand updates for the way that the output layer goes
 * in one, and a run of a few hundred epochs leaves it where it began. A thousand times as much is the same the other way
 * round: what the first layer can bear moves the output layer by nothing.
 */
const VANISHED = 1e-3;
const EXPLODED = 1e3;

/** What there is to say of how the slope comes through; layers count from 0. */
export type Finding =
  /** A step function lets nothing through. */
  | { readonly kind: 'step'; readonly layer: number }
  /** The slopes of the activations, each at most 1, leave next to nothing, or the weights do, or these make it too large. */
  | ({ readonly kind: 'vanishing' | 'small' | 'exploding' } & Way)
  /** Units of a relu that are 0 at every row: some of a layer, or all of it. */
  | {
      readonly kind: 'dead';
      readonly layer: number;
      readonly units: readonly number[];
      readonly whole: boolean;
    }
  | ({ readonly kind: 'fine' } & Way)
  /** The backward pass is on its way; the loss is no number; it has no slope; there is no way for it to go. */
  | { readonly kind: 'notYet' | 'noSlope' | 'flat' | 'single'; readonly layer: number };

/** The way from the output layer to the first one that learns. */
export interface Way {
  readonly layer: number;
  /** What arrives, as a share of what the output layer has: the mean sizes of δ. */
  readonly ratio: number;
  /** The mean f′ that it is multiplied by, as they are met, in two digits; and what they come to. */
  readonly factors: readonly number[];
  readonly product: number;
  /** What the weights on the way multiply it by. */
  readonly weights: number;
}

interface Seen {
  readonly model: readonly ShapedLayer[];
  /** The perceptron rule needs no slope of the output. */
  readonly rule: boolean;
  /** No batch is under way. */
  readonly atRest: boolean;
}

/** What is so, the gravest first. */
export const findingsOf = (
  layers: readonly LayerGradients[],
  { model, rule, atRest }: Seen,
): readonly Finding[] => {
  const first = model.findIndex(({ parameters }) => parameters > 0);
  const last = model.length - 1;
  const step = model.findLastIndex(
    ({ activation, index }) => !activations[activation].slopes && !(rule && index === last),
  );
  const steps: Finding[] = step < 0 ? [] : [{ kind: 'step', layer: step }];
  const dead = deadIn(layers, model);
  const [arrives, begins] = [layers[first]?.delta, layers[last]?.delta];
  if (!arrives || !begins) return [...steps, { kind: atRest ? 'noSlope' : 'notYet', layer: first }, ...dead];
  if (steps.length > 0 || dead.some(({ whole }) => whole)) return [...steps, ...dead];
  if (begins.mean === 0) return [{ kind: 'flat', layer: last }, ...dead];
  if (first === last) return [{ kind: 'single', layer: first }, ...dead];
  const way = wayOf(layers, model, first, arrives.mean / begins.mean);
  if (way.ratio > EXPLODED) return [{ kind: 'exploding', ...way }, ...dead];
  if (way.ratio > VANISHED) return [{ kind: 'fine', ...way }, ...dead];
  // Whichever of the two leaves less is to blame; a relu passes on all there is where it is on.
  const curbed = model.slice(first, last).some(({ activation }) => !OPEN.has(activation));
  return [{ kind: curbed && way.product <= way.weights ? 'vanishing' : 'small', ...way }, ...dead];
};

/** Activations that another one would not let more through than. */
const OPEN: ReadonlySet<string> = new Set(['linear', 'relu']);

const wayOf = (
  layers: readonly LayerGradients[],
  model: readonly ShapedLayer[],
  first: number,
  ratio: number,
): Way => {
  const factors = model
    .slice(first, -1)
    .flatMap(({ activation, index }) => (activation === 'linear' ? [] : (layers[index]?.factor ?? [])))
    .map(rounded)
    .toReversed();
  const product = factors.reduce((all, factor) => all * factor, 1);
  return { layer: first, ratio, factors, product, weights: ratio / product };
};

/** The layer that has the largest share of its units dead, if one has any. */
const deadIn = (layers: readonly LayerGradients[], model: readonly ShapedLayer[]) => {
  const shares = layers.map(({ dead }, layer) => ({
    layer,
    units: dead,
    of: model[layer]?.outputShape.at(-1) ?? 1,
  }));
  const worst = shares.reduce((best, one) =>
    one.units.length / one.of > best.units.length / best.of ? one : best,
  );
  const { layer, units, of } = worst;
  return units.length > 0 ? [{ kind: 'dead' as const, layer, units, whole: units.length === of }] : [];
};
