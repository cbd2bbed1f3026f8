import type { Field } from '../engine/fields.ts';
import type { ActivationName } from '../engine/activations/index.ts';
import {
  activationOf,
  definitionOf,
  layers as kinds,
  type LayerSpec,
  type LayerType,
} from '../engine/layers/index.ts';
import type { Answers } from '../data/data.ts';
import { GATES } from '../data/gates.ts';
import { inputShape } from '../data/inputs.ts';
import { fittingStarts, withoutStart } from './apply.ts';
import { setLoss } from './compile.ts';
import { chooseSet } from './material.ts';
import { fittingBatch, fittingPairing } from './pairing.ts';
import type { Design, Patch, WeightChange } from './experiment.ts';
import { nextSeed } from './fields.ts';
import { type Setting, withSetting } from './settings.ts';

export { setLoss, setLossSetting, setMetricSetting, setRate, toggleMetric } from './compile.ts';
export {
  chooseSet,
  chooseTarget,
  learnFrom,
  newSample,
  setFeature,
  setNoise,
  setPicture,
  setPoints,
  setStandardize,
} from './material.ts';
export { addPoint, movePoint, removePoint } from './points.ts';

/** The most layers a model can have, the output layer included. */
export const MOST_LAYERS = 12;

/*
 * A move is what one control does to a design, as the patch that does it. A move that cannot be made is an empty
 * patch. Numbers come from controls that refused what a Field does not allow.
 */

/** The gate with these answers; from other data it goes back to the gate with its noise and points. */
export const chooseGate = (design: Design, answers: Answers): Patch => {
  if (design.data.set === 'gate') return { data: { answers } };
  const move = chooseSet(design, 'gate');
  return { ...move, data: { ...move.data, answers } };
};

/** Turns the answer of one row of the truth table, 0–3, into the other one. */
export const toggleAnswer = (design: Design, row: number): Patch => {
  const [first, second, third, fourth] = design.data.answers.map((answer, at) =>
    at === row ? 1 - answer : answer,
  );
  return chooseGate(design, [first ?? 0, second ?? 0, third ?? 0, fourth ?? 0]);
};

/** Other first weights: the next seed, and no first weights set by a preset. */
export const newWeights = (design: Design): Patch => ({
  seed: nextSeed(design.seed),
  ...(design.model.layers.some((layer) => 'start' in layer && layer.start) && {
    model: { layers: design.model.layers.map(withoutStart) },
  }),
});

/**
 * A hidden layer, Dense(4, tanh) if no other kind is named, at a place counted from 0, before the output if not told.
 * The perceptron rule knows no hidden layers: where it was on, the output becomes a sigmoid with the loss that fits.
 */
export const addLayer = (
  design: Design,
  at = design.model.layers.length - 1,
  type: LayerType = 'Dense',
): Patch => {
  const { layers } = design.model;
  if (layers.length >= MOST_LAYERS) return {};
  const id = Math.max(...layers.map((layer) => layer.id)) + 1;
  const hidden: LayerSpec = kinds[type].create(id);
  const move = design.compile.loss === 'perceptron' ? changeToSigmoid(design) : {};
  const before = move.model?.layers ?? layers;
  return {
    ...move,
    model: { layers: fittingIn(design, [...before.slice(0, at), hidden, ...before.slice(at)]) },
  };
};

/** Takes a hidden layer out; the output layer stays. */
export const removeLayer = (design: Design, id: number): Patch => {
  const { layers } = design.model;
  if (layers.at(-1)?.id === id || !layers.some((layer) => layer.id === id)) return {};
  return {
    model: {
      layers: fittingIn(
        design,
        layers.filter((layer) => layer.id !== id),
      ),
    },
  };
};

export const setUnits = (design: Design, id: number, units: number): Patch => ({
  model: {
    layers: fittingIn(
      design,
      design.model.layers.map((layer) =>
        layer.id === id && layer.type === 'Dense' ? { ...layer, units } : layer,
      ),
    ),
  },
});

export const setActivation = (design: Design, id: number, activation: ActivationName): Patch => ({
  model: {
    layers: design.model.layers.map((layer) => (layer.id === id ? withActivation(layer, activation) : layer)),
  },
});

/** One setting of a layer, by its field; what Keras takes by itself is left out. */
export const setLayer = (design: Design, id: number, field: Field, value: Setting | null): Patch => ({
  model: {
    layers: fittingIn(
      design,
      design.model.layers.map((layer) =>
        layer.id === id ? withSetting(layer, field, value, definitionOf(layer).create(id)) : layer,
      ),
    ),
  },
});

/** First weights of a preset go where they were for another shape; whether the layers fit each other is checked elsewhere. */
const fittingIn = ({ data }: Design, layers: readonly LayerSpec[]): readonly LayerSpec[] =>
  fittingStarts(layers, inputShape(data));

export const setBatchSize = (_design: Design, batch_size: number): Patch => ({ fit: { batch_size } });

/** Where the run stops; null: it runs until paused. */
export const setEpochs = (_design: Design, epochs: number | null): Patch => ({ fit: { epochs } });

export const setSplit = (_design: Design, validation_split: number): Patch => ({ fit: { validation_split } });

export const setShuffle = (_design: Design, shuffle: boolean): Patch => ({ fit: { shuffle } });

/** One weight or bias of the running model: `at` counts through the layer's kernel (row-major), then its bias. */
export const setWeight = (layer: number, at: number, value: number): Patch => ({
  weights: [change(layer, at, value)],
});

/** The line of a single neuron: w₁x₁ + w₂x₂ + b = 0. */
export const setLine = (first: number, second: number, bias: number): Patch => ({
  weights: [change(0, 0, first), change(0, 1, second), change(0, 2, bias)],
});

// JSON knows no −0; a link must give back the same bits.
const change = (layer: number, at: number, value: number): WeightChange => ({ layer, at, value: value + 0 });

/** XOR = AND(OR, NAND) from three step-function neurons, set by hand, on the four exact points. */
export const buildXor = (design: Design): Patch => {
  const set = design.data.set === 'gate' && design.data.noise === 0 ? {} : chooseSet(design, 'gate');
  return {
    data: { ...set.data, answers: GATES.XOR, noise: 0 },
    model: {
      layers: [
        {
          type: 'Dense',
          id: 2,
          units: 2,
          activation: 'step',
          start: { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] },
        },
        { type: 'Dense', id: 1, units: 1, activation: 'step', start: { kernel: [1, 1], bias: [-1.5] } },
      ],
    },
    ...setLoss(design, 'binary_crossentropy'),
    fit: { batch_size: 4 },
  };
};

/** The same network with sigmoids instead of step functions, from first weights that nobody set. */
export const trainBuilt = (design: Design): Patch => ({
  ...newWeights(design),
  model: { layers: design.model.layers.map((layer) => withActivation(withoutStart(layer), 'sigmoid')) },
  ...setLoss(design, 'binary_crossentropy'),
});

const withActivation = (layer: LayerSpec, activation: ActivationName): LayerSpec =>
  'activation' in layer ? { ...layer, activation } : layer;

/** Rosenblatt's rule: the perceptron loss with plain SGD, one point at a time. */
export const learnByRule = (design: Design): Patch => ({
  compile: {
    ...setLoss(design, 'perceptron').compile,
    optimizer: { type: 'SGD', learning_rate: design.compile.optimizer.learning_rate, momentum: 0 },
  },
  fit: { batch_size: 1 },
});

/** Every step function becomes a sigmoid, and the perceptron rule the loss and batch_size that fit. */
export const changeToSigmoid = (design: Design): Patch => ({
  model: {
    layers: design.model.layers.map((layer) =>
      activationOf(layer) === 'step' ? withActivation(layer, 'sigmoid') : layer,
    ),
  },
  ...(design.compile.loss === 'perceptron' && {
    ...setLoss(design, fittingPairing(design.data).loss),
    fit: { batch_size: fittingBatch(design.data) },
  }),
});
