// Building models of layers: what is refused, what is kept, and where things lie.

import { describe, expect, test } from 'vitest';
import { build, type Model } from '../../src/engine/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import { definitionOf, parametersOf } from '../../src/engine/layers/index.ts';
import type { Plan } from '../../src/engine/model.ts';
import { type Shape, sizeOf } from '../../src/engine/shape.ts';

const last: LayerSpec = { type: 'Dense', id: 90, units: 3, activation: 'softmax' };
const conv: LayerSpec = { type: 'Conv2D', id: 1, filters: 4, kernel_size: 3, activation: 'relu' };
const pool: LayerSpec = { type: 'MaxPooling2D', id: 2, pool_size: 2 };
const flat: LayerSpec = { type: 'Flatten', id: 3 };
const normal: LayerSpec = { type: 'BatchNormalization', id: 4 };

const planOf = (layers: readonly LayerSpec[], inputs: number | Shape = [6, 6, 1]): Plan => ({
  inputs,
  layers,
  loss: 'categorical_crossentropy',
  optimizer: 'SGD',
  batchSize: 8,
  seed: 5,
});

const built = (plan: Plan): Model => {
  const model = build(plan);
  if ('refused' in model) throw new Error(model.refused.en);
  return model;
};

const refusedBy = (plan: Plan) => {
  const answer = build(plan);
  if (!('refused' in answer)) throw new Error('This model was expected to be refused, and was built.');
  return answer;
};

/** The numbers of a layer's weights. */
const weightsOf = ({ arena, layers }: Model, id: number): number[][] =>
  layers
    .filter(({ spec }) => spec.id === id)
    .flatMap(({ weights }) =>
      weights.map(({ at, shape }) => Array.from(arena.memory.subarray(at, at + sizeOf(shape)))),
    );

describe('a model is refused, naming the layer', () => {
  test.each<[string, readonly LayerSpec[], number, RegExp]>([
    [
      'when a kernel is larger than what is left of the picture',
      [conv, pool, { ...conv, id: 7 }, flat, last],
      7,
      /kernel/,
    ],
    [
      'when strides and dilation go together',
      [{ ...conv, strides: 2, dilation_rate: 2 }, flat, last],
      1,
      /strides/,
    ],
    ['when a list comes where pictures are asked for', [flat, conv, last], 1, /\(None, 36\)/],
    ['when the output is no list', [conv, last], 90, /Flatten/],
    [
      'when a reshape does not fit',
      [{ type: 'Reshape', id: 8, target_shape: [5, -1] }, flat, last],
      8,
      /36 numbers/,
    ],
    ['when units are 0', [flat, { ...last, units: 0 }], 90, /units/],
    ['when units are not whole', [flat, { ...last, units: 2.5 }], 90, /units/],
    [
      'when a side of the kernel is NaN',
      [{ ...conv, kernel_size: [3, Number.NaN] }, flat, last],
      1,
      /kernel_size/,
    ],
    [
      'when a kernel has no end',
      [{ ...conv, kernel_size: Number.POSITIVE_INFINITY }, flat, last],
      1,
      /kernel_size/,
    ],
    ['when a rate is above 1', [{ type: 'Dropout', id: 8, rate: 1.5 }, flat, last], 8, /rate/],
    ['when a stride is −1', [{ ...pool, strides: -1 }, flat, last], 2, /strides/],
  ])('%s', (_name, layers, id, words) => {
    const { refused, layer } = refusedBy(planOf(layers));
    expect(layer).toBe(id);
    expect(refused.en).toMatch(words);
    expect(refused.ko).toMatch(/[가-힣]/);
  });

  test('and for its memory before anything is allocated, however large it is', () => {
    const { refused } = refusedBy(planOf([{ ...conv, filters: 1e9 }, flat, last]));
    expect(refused.en).toMatch(/needs \d+ MB/);
  });
});

test('without layers there is nothing to build, and the error says so', () => {
  expect(() => build(planOf([]))).toThrow(/at least one layer/);
});

test('the state holds the parameters, then the slots, then the moving statistics', () => {
  const { state, ranges, layers, arena } = built(planOf([conv, normal, pool, flat, last]));
  const [mean, variance] = layers[1]!.weights.slice(2);
  expect(ranges.weights).toBe(state.at);
  expect(ranges.count).toBe((9 + 1) * 4 + 2 * 4 + (16 + 1) * 3);
  expect(ranges.slots).toBe(ranges.weights + ranges.count);
  expect(mean!.at).toBe(ranges.slots + ranges.count);
  expect(state.at + state.count).toBe(variance!.at + 4);
  expect(Array.from(arena.memory.subarray(variance!.at, variance!.at + 4))).toEqual([1, 1, 1, 1]);
});

test('whether a layer learns changes nothing about where things lie', () => {
  const [learning, frozen] = [true, false].map((trainable) =>
    built(planOf([{ ...conv, trainable }, { ...normal, trainable }, pool, flat, last])),
  ) as [Model, Model];
  expect(frozen.state).toEqual(learning.state);
  expect(frozen.layers.map(({ at }) => at)).toEqual(learning.layers.map(({ at }) => at));
  expect(learning.ranges.parts.length).toBe(6);
  expect(frozen.ranges.parts.length).toBe(2);
});

test('first weights stay as they are when a layer is put before or between', () => {
  const alone = built(planOf([conv, flat, last]));
  const more = built(planOf([{ ...conv, id: 20, kernel_size: 1, filters: 1 }, conv, normal, flat, last]));
  expect(weightsOf(more, 1)).toEqual(weightsOf(alone, 1));
  expect(weightsOf(more, 90)).toEqual(weightsOf(alone, 90));
  expect(weightsOf(more, 20)[0]).not.toEqual(weightsOf(alone, 1)[0]);
});

test('first weights set by hand take the place of drawn ones', () => {
  const start = { kernel: Array.from({ length: 9 }, (_, i) => i), bias: [7] };
  const model = built(planOf([{ ...conv, filters: 1, start }, flat, last]));
  expect(weightsOf(model, 1)).toEqual([start.kernel, start.bias]);
});

test.each<[string, LayerSpec, Shape, readonly (readonly [number, number])[]]>([
  // As compute_fans of Keras 3.15.1 gives them.
  [
    'Conv2D 16 of 3 × 3 on 8 channels',
    { ...conv, filters: 16 },
    [14, 14, 8],
    [
      [72, 144],
      [16, 16],
    ],
  ],
  [
    'Conv2D 4 of 1 × 2 on 3 channels',
    { ...conv, kernel_size: [1, 2] },
    [5, 5, 3],
    [
      [6, 8],
      [4, 4],
    ],
  ],
  [
    'Dense 10 on 784',
    { ...last, units: 10 },
    [784],
    [
      [784, 10],
      [10, 10],
    ],
  ],
])('%s has the fans of Keras', (_name, spec, input, expected) => {
  const shapes = definitionOf(spec).weights(spec, input);
  expect(shapes.map(({ fanIn, fanOut }) => [fanIn, fanOut])).toEqual(expected);
});

test('a loss is computed from the sums before an Activation as it is before the activation of Dense', () => {
  const bits = [
    [{ ...last, activation: 'softmax' } as const],
    [
      { ...last, activation: 'linear' } as const,
      { type: 'Activation', id: 91, activation: 'softmax' } as const,
    ],
  ].map((ends) => {
    const { arena, inference, layers } = built(planOf(ends, 3));
    const { input, answers } = inference;
    const { kernels } = inference.tape;
    // Sums so far apart that the wrong class has a probability of 0.
    kernels.fill(layers[0]!.at, layers[0]!.count, 0);
    kernels.fill(layers[0]!.at, 1, 1e4);
    kernels.fill(input.at, 3, 1);
    kernels.fill(answers.at + 1, 1, 1);
    inference.tape.forward(1, 0, layers.length);
    return arena.memory[inference.loss.at];
  });
  expect(bits).toEqual([1e4, 1e4]);
});

test.each<[string, LayerSpec, Shape, number]>([
  // As model.summary() of Keras counts them.
  ['Conv2D 16 of 3 × 3 on 14 × 14 × 8', { ...conv, filters: 16 }, [14, 14, 8], 1168],
  ['Conv2D without bias', { ...conv, filters: 16, use_bias: false }, [14, 14, 8], 1152],
  ['Dense 10 on 784', { ...last, units: 10 }, [784], 7850],
  ['BatchNormalization on 16 channels', normal, [7, 7, 16], 64],
  ['MaxPooling2D', pool, [28, 28, 8], 0],
])('%s has as many parameters as Keras counts', (_name, spec, input, expected) => {
  expect(parametersOf(spec, input)).toBe(expected);
});
