import type { NumberField } from '../engine/fields.ts';
import { layers as kinds, type LayerSpec } from '../engine/layers/index.ts';
import type { MetricName } from '../engine/metrics/index.ts';
import { namedOptimizer } from '../engine/optimizers/index.ts';
import { type DataSpec, targetOf } from '../data/data.ts';
import { type FeatureName, featureNames } from '../data/features.ts';
import type { Imported } from '../data/imported.ts';
import { inputShape } from '../data/inputs.ts';
import { type SetName, sets } from '../data/sets/index.ts';
import { fittingLayers } from './apply.ts';
import { renamedFiles } from './callbackList.ts';
import { setLoss } from './compile.ts';
import type { Design, Patch } from './experiment.ts';
import { nextSeed } from './fields.ts';
import { fittingBatch, fittingPairing, fittingRate } from './pairing.ts';
import { forPictures } from './pictures.ts';

/*
 * Moves of the data: what is learned from, and of what.
 */

/** Another kind of data, with the output layer, loss and batch_size that fit it; hidden layers stay. */
export const chooseSet = (design: Design, set: SetName): Patch => {
  const { preset, targets } = sets[set];
  const data = {
    set,
    standardize: false,
    ...preset,
    target: targets[0].name,
    features: [],
    settings: {},
    asset: '',
    changes: [],
  };
  const { fit, ...others } = networkFor(design, { ...design.data, ...data });
  const callbacks = renamedFiles(design, set);
  return { data, ...others, fit: { ...fit, ...(callbacks && { callbacks }) } };
};

/**
 * The network for another kind of data. From points to pictures it is a CNN, back again a small network of its own;
 * else hidden layers stay.
 */
const networkFor = (design: Design, data: DataSpec): Patch => {
  const [before, after] = [sets[design.data.set].picture, sets[data.set].picture];
  if (after && !before) return forPictures(design, after.classes.length);
  if (after || !before) return fitTo(design, data);
  const hidden: LayerSpec[] = data.set === 'gate' ? [] : [kinds.Dense.create(2)];
  const plain: Design = {
    ...design,
    model: { layers: [...hidden, kinds.Dense.create(1)] },
    compile: { ...design.compile, optimizer: namedOptimizer('SGD') },
  };
  const move = fitTo(plain, data);
  const rate = fittingRate(targetOf(data));
  return {
    ...move,
    compile: { ...move.compile, optimizer: { ...namedOptimizer('SGD'), learning_rate: rate } },
  };
};

/** Another target of the same rows. Points added by hand had an answer of the other kind: they go. */
export const chooseTarget = (design: Design, target: string): Patch => {
  const changes = design.data.changes.filter(({ op }) => op !== 'add');
  const data = { target, changes };
  return { data, ...fitTo(design, { ...design.data, ...data }) };
};

/** Output layer, loss and batch_size that fit; where numbers take the place of classes, metrics and rate as well. */
const fitTo = (design: Design, data: DataSpec): Patch => {
  const { units, activation, loss } = fittingPairing(data);
  const layers = design.model.layers.map((layer, index, all) =>
    index === all.length - 1 && layer.type === 'Dense' ? { ...layer, units, activation } : layer,
  );
  const { optimizer } = design.compile;
  const [before, target] = [targetOf(design.data), targetOf(data)];
  const rate = fittingRate(target);
  const other = before.kind !== target.kind || fittingRate(before) !== rate;
  const metric: MetricName = target.kind === 'number' ? 'mae' : 'accuracy';
  return {
    model: { layers: fittingLayers(layers, inputShape(data)) },
    compile: {
      ...setLoss(design, loss).compile,
      ...(before.kind !== target.kind && { metrics: [metric] }),
      ...(other && optimizer.type === 'SGD' && { optimizer: { ...optimizer, learning_rate: rate } }),
    },
    fit: { batch_size: fittingBatch(data) },
  };
};

/** Points drawn anew lose what was changed by hand; a gate that gains or loses its noise changes batch_size with it. */
export const setNoise = (design: Design, noise: number): Patch => {
  const before = fittingBatch(design.data);
  const after = fittingBatch({ ...design.data, noise });
  return { data: { noise, changes: [] }, ...(before !== after && { fit: { batch_size: after } }) };
};

export const setPoints = (_design: Design, points: number): Patch => ({ data: { points, changes: [] } });

/** The next sample of the same kind of data. */
export const newSample = (design: Design): Patch => ({
  data: { seed: nextSeed(design.data.seed), changes: [] },
});

/** Takes an input made by hand in, or out again. First weights set for other inputs go. */
export const setFeature = (design: Design, feature: FeatureName, on: boolean): Patch => {
  if (sets[design.data.set].picture) return {};
  const { features: before = [] } = design.data;
  const features = featureNames.filter((name) => (name === feature ? on : before.includes(name)));
  const inputs = inputShape({ ...design.data, features });
  return { data: { features }, model: { layers: fittingLayers(design.model.layers, inputs) } };
};

/** One setting of how pictures are drawn. */
export const setPicture = ({ data }: Design, { name }: NumberField, value: number): Patch => ({
  data: { settings: { ...data.settings, [name]: value } },
});

export const setStandardize = ({ data }: Design, standardize: boolean): Patch =>
  sets[data.set].picture ? {} : { data: { standardize } };

/** Digits from files in place of drawn ones, as many as there may be. */
export const learnFrom = (design: Design, { hash, count }: Pick<Imported, 'hash' | 'count'>): Patch => {
  const { max } = sets.digits.points;
  const move = chooseSet(design, 'digits');
  return { ...move, data: { ...move.data, asset: hash, noise: 0, points: Math.min(count, max) } };
};
