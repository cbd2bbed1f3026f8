import { layers as kinds, type LayerSpec } from '../engine/layers/index.ts';
import { setLoss } from './compile.ts';
import type { Design, Patch } from './experiment.ts';
import { MOST_LAYERS } from './moves.ts';
import { fittingPairing } from './pairing.ts';
import { type ShapedLayer, shapedLayers } from './widths.ts';

/*
 * A trained network for other answers: what it has learned to see stays, and what answers is made anew.
 */

/**
 * Layers of a network whose last part, its head, can be replaced: those that find features, up to the one that hands them
 * on as a list, and the head after them. Where nothing before that list has weights, as in an MLP, all but the output
 * layer find features. Null where none of them has any weights: there would be nothing to keep.
 */
export const featuresOf = (design: Pick<Design, 'data' | 'model'>): readonly ShapedLayer[] | null => {
  const layers = shapedLayers(design);
  const list = layers.findIndex(({ outputShape }) => outputShape.length === 1);
  const upTo = layers.slice(0, list + 1);
  const features = hasWeights(upTo) ? upTo : layers.slice(0, -1);
  return hasWeights(features) && features.length < layers.length ? features : null;
};

const hasWeights = (layers: readonly ShapedLayer[]): boolean =>
  layers.some(({ parameters }) => parameters > 0);

/** How many weights a network has, and how many of them are in layers that do not learn. */
export const weightCounts = (
  design: Pick<Design, 'data' | 'model'>,
): { readonly all: number; readonly frozen: number } => {
  const layers = shapedLayers(design);
  const sum = (some: readonly ShapedLayer[]) => some.reduce((total, layer) => total + layer.parameters, 0);
  return { all: sum(layers), frozen: sum(layers.filter(({ spec }) => spec.trainable === false)) };
};

/** Are all layers frozen that find features, or all free to learn? Null: some are, or there are none. */
export const areFrozen = (design: Pick<Design, 'data' | 'model'>): boolean | null => {
  const own = (featuresOf(design) ?? []).filter(({ parameters }) => parameters > 0);
  const [first] = own.map(isFrozen);
  return first !== undefined && own.every((layer) => isFrozen(layer) === first) ? first : null;
};

const isFrozen = ({ spec }: ShapedLayer): boolean => spec.trainable === false;

/** Freezes what finds features, or lets it learn again; the weights stay. */
export const freezeFeatures = (design: Design, frozen: boolean): Patch | null => {
  const features = featuresOf(design);
  if (!features) return null;
  const ids = new Set(features.flatMap(({ id, parameters }) => (parameters > 0 ? [id] : [])));
  return {
    model: {
      layers: design.model.layers.map((layer) => (ids.has(layer.id) ? held(layer, frozen) : layer)),
    },
  };
};

const held = (layer: LayerSpec, frozen: boolean): LayerSpec => {
  const { trainable: _before, ...others } = layer;
  return frozen ? { ...others, trainable: false } : others;
};

/**
 * Freezes what finds features, and puts one new output layer for the present answers in the place of all that comes after
 * it, with the loss that fits. Where the features are still pictures, Flatten comes first.
 */
export const replaceHead = (design: Design): Patch | null => {
  const features = featuresOf(design);
  if (!features) return null;
  const { units, activation, loss } = fittingPairing(design.data);
  const next = Math.max(...design.model.layers.map(({ id }) => id)) + 1;
  const kept = features.map(({ spec, parameters }) => (parameters > 0 ? held(spec, true) : spec));
  const flat = features.at(-1)?.outputShape.length === 1;
  const layers: readonly LayerSpec[] = [
    ...kept,
    ...(flat ? [] : [kinds.Flatten.create(next)]),
    { type: 'Dense', id: flat ? next : next + 1, units, activation },
  ];
  return layers.length > MOST_LAYERS ? null : { model: { layers }, ...setLoss(design, loss) };
};
