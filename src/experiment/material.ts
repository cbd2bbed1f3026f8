import type { MetricName } from '../engine/metrics/index.ts';
import { type DataSpec, targetOf } from '../data/data.ts';
import { type FeatureName, featureNames } from '../data/features.ts';
import { inputShape } from '../data/inputs.ts';
import { type SetName, sets } from '../data/sets/index.ts';
import { fittingLayers } from './apply.ts';
import { renamedFiles } from './callbackList.ts';
import { setLoss } from './compile.ts';
import type { Design, Patch } from './experiment.ts';
import { nextSeed } from './fields.ts';
import { fittingBatch, fittingPairing, fittingRate } from './pairing.ts';

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
    changes: [],
  };
  const { fit, ...others } = fitTo(design, { ...design.data, ...data });
  const callbacks = renamedFiles(design, set);
  return { data, ...others, fit: { ...fit, ...(callbacks && { callbacks }) } };
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
  const { features: before = [] } = design.data;
  const features = featureNames.filter((name) => (name === feature ? on : before.includes(name)));
  const inputs = inputShape({ ...design.data, features });
  return { data: { features }, model: { layers: fittingLayers(design.model.layers, inputs) } };
};

export const setStandardize = (_design: Design, standardize: boolean): Patch => ({ data: { standardize } });
