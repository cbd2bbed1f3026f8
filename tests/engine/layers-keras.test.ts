// Expected values: Keras 3.15.1 on JAX 0.10.2 (tests/golden/layers.py).

import { describe, expect, test } from 'vitest';
import { createArena, type Tensor } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { definitionOf } from '../../src/engine/layers/index.ts';
import { isRefusal, sizeOf } from '../../src/engine/shape.ts';
import { createTape } from '../../src/engine/tape.ts';
import { distance } from './golden.ts';
import { firstWeights, golden, type LayerCase, numbers, specOf } from './layers-golden.ts';

const CLOSE = 1e-5;

/** One forward and backward pass of one layer alone. */
const computed = ({ type, config, input, seed, training }: LayerCase) => {
  const [rows = 0, ...row] = input;
  const spec = specOf(type, config);
  const definition = definitionOf(spec);
  const arena = createArena('float32');
  const tape = createTape(arena, kernelsOver(arena), rows, training ?? false);
  const x = tape.rows(row);
  const shapes = definition.weights(spec, row);
  const weights = shapes.map(({ shape, statistic }): Tensor => {
    const tensor = arena.tensor(shape);
    if (!statistic) tape.watch(tensor, arena.reserve(sizeOf(shape)));
    return tensor;
  });
  const { output } = definition.record(tape, spec, weights, x);
  arena.allocate();
  const m = arena.memory;
  const read = (at: number, count: number) => m.slice(at, at + count);
  m.set(numbers(input, seed), x.at);
  weights.forEach((weight, index) => {
    m.set(firstWeights(shapes[index]!.name, weight.shape, seed + 2 + index), weight.at);
  });
  tape.forward(rows, 0, 0);
  const y = read(output.at, sizeOf(output.shape));
  tape.clear(rows);
  m.set(numbers(output.shape, seed + 1), tape.gradient(output));
  tape.backward(rows, 0, 0);
  tape.commit(rows);
  const learned = weights.filter((_, index) => !shapes[index]!.statistic && spec.trainable !== false);
  const statistics = weights.filter((_, index) => shapes[index]!.statistic);
  return {
    y,
    shape: output.shape,
    dx: read(tape.gradient(x), sizeOf(input)),
    dweights: learned.map((weight) => read(tape.gradient(weight), sizeOf(weight.shape))),
    after: statistics.map((weight) => read(weight.at, sizeOf(weight.shape))),
  };
};

const titled = golden.cases.map((one) => ({
  ...one,
  title: `${JSON.stringify(one.config)} of (${one.input.join(', ')})`,
}));

const types = [...new Set(titled.map(({ type }) => type))];

describe.each(types)('%s', (type) => {
  const own = titled.filter((one) => one.type === type);

  test.each(own)('$title has the shape, values and gradients of Keras', (one) => {
    const { y, shape, dx, dweights, after } = computed(one);
    expect(shape).toEqual(one.output);
    expect(distance(y, one.y), 'forward').toBeLessThanOrEqual(CLOSE);
    expect(distance(dx, one.dx), 'gradient of the input').toBeLessThanOrEqual(CLOSE);
    expect(dweights.length).toBe(one.dweights.length);
    one.dweights.forEach((expected, index) => {
      expect(distance(dweights[index]!, expected), `gradient of weight ${index}`).toBeLessThanOrEqual(CLOSE);
    });
    one.after?.forEach((expected, index) => {
      expect(distance(after[index]!, expected), `statistic ${index}`).toBeLessThanOrEqual(CLOSE);
    });
  });
});

test('at least 400 cases of 12 kinds of layer were made by Keras', () => {
  expect(golden.cases.length).toBeGreaterThanOrEqual(400);
  expect(types.length).toBeGreaterThanOrEqual(12);
});

/** Keras numbers its layers' names where nobody gives one; layers.py called each one "layer". */
const named = (keras: string): string =>
  keras.replace(/of layer '\w+'/, "of layer 'layer'").replace(/path='\w+\//, "path='layer/");

test.each(golden.refusals)(
  '$type $config refuses $input in the words of Keras',
  ({ type, config, input, message }) => {
    const spec = specOf(type, config);
    const answer = definitionOf(spec).outputShape(spec, input);
    expect(isRefusal(answer) && named(answer.keras)).toBe(message);
  },
);
