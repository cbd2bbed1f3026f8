// Whole models, through the trainer's own phases: the gradient of the mean loss by every weight in Float64.

import { describe, expect, test } from 'vitest';
import type { ActivationName } from '../../src/engine/activations/index.ts';
import { activationNames } from '../../src/engine/activations/index.ts';
import { build, createTrainer, load, type Model, type Rows, train } from '../../src/engine/index.ts';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import { type LossName, lossNames } from '../../src/engine/losses/index.ts';
import { type Draws, drawsOf, slopeOf, worstOf } from './differences.ts';

const INPUTS = 3;

interface Output {
  readonly loss: LossName;
  readonly activation: ActivationName;
  readonly units: number;
}

/** The pairings that make sense, fused and not. A step function passes no slope: the perceptron rule reads its sums. */
const OUTPUTS: readonly Output[] = [
  { loss: 'mean_squared_error', activation: 'linear', units: 1 },
  { loss: 'mean_squared_error', activation: 'linear', units: 3 },
  { loss: 'mean_squared_error', activation: 'sigmoid', units: 1 },
  { loss: 'mean_squared_error', activation: 'tanh', units: 2 },
  { loss: 'mean_squared_error', activation: 'relu', units: 2 },
  { loss: 'mean_squared_error', activation: 'softmax', units: 3 },
  { loss: 'binary_crossentropy', activation: 'sigmoid', units: 1 },
  { loss: 'binary_crossentropy', activation: 'sigmoid', units: 3 },
  { loss: 'binary_crossentropy', activation: 'softmax', units: 2 },
  { loss: 'categorical_crossentropy', activation: 'softmax', units: 3 },
  { loss: 'categorical_crossentropy', activation: 'sigmoid', units: 3 },
  { loss: 'sparse_categorical_crossentropy', activation: 'softmax', units: 5 },
  { loss: 'sparse_categorical_crossentropy', activation: 'sigmoid', units: 2 },
  { loss: 'mean_absolute_error', activation: 'linear', units: 2 },
  { loss: 'huber', activation: 'linear', units: 1 },
  { loss: 'huber', activation: 'softplus', units: 3 },
  { loss: 'mean_absolute_error', activation: 'exponential', units: 1 },
  { loss: 'perceptron', activation: 'step', units: 1 },
];

/** Two exponentials one after the other leave the range of numbers. */
const HIDDEN: readonly ActivationName[] = activationNames.filter(
  (name) => name !== 'step' && name !== 'exponential',
);

interface Built {
  readonly model: Model;
  readonly rows: Rows;
}

const builtOf = (draws: Draws, seed: number, depth: number, output: Output): Built => {
  const hidden = Array.from(
    { length: depth - 1 },
    (_, index): LayerSpec => ({
      type: 'Dense',
      id: index + 2,
      units: [1, 3, 4, 5][draws.below(4)]!,
      activation: HIDDEN[draws.below(HIDDEN.length)]!,
    }),
  );
  const count = [1, 2, 5, 7][draws.below(4)]!;
  const model = build({
    inputs: INPUTS,
    layers: [...hidden, { type: 'Dense', id: 1, units: output.units, activation: output.activation }],
    loss: output.loss,
    optimizer: 'SGD',
    batchSize: count + draws.below(3),
    seed,
    precision: 'float64',
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const { at, count: weights } = model.layers[0]!;
  for (let i = 0; i < weights; i++) model.arena.memory[at + i] = draws.number();
  const answers = Array.from({ length: count }, () => {
    const label = draws.below(Math.max(2, output.units));
    return Array.from({ length: output.units }, (_, unit) =>
      output.units === 1 ? label : Number(unit === label),
    );
  });
  const inputs = Float64Array.from({ length: count * INPUTS }, () => draws.number());
  return { model, rows: { count, inputs, answers: Float64Array.from(answers.flat()) } };
};

/** The sums at which an activation has a corner or an edge, or a second slope that jumps. */
const KINKS: Readonly<Partial<Record<ActivationName, readonly number[]>>> = {
  step: [0],
  relu: [0],
  leaky_relu: [0],
  elu: [0],
  selu: [0],
  softsign: [0],
  hard_sigmoid: [-3, 3],
};

/** Is a sum so near to 0 that moving a weight crosses the corner of relu or the edge of step? */
const nearKink = ({ model, rows }: Built, loss: LossName): boolean =>
  errorsOf(model, rows, loss).some(
    (error) => Math.abs(error) < 0.05 || Math.abs(Math.abs(error) - 1) < 0.05,
  ) ||
  model.inference.recorded.some(({ sums }, index) => {
    const { activation, units } = model.layers[index]!;
    const kinks = KINKS[activation] ?? [];
    const values = model.arena.memory.subarray(sums.at, sums.at + rows.count * units);
    return values.some((sum) => kinks.some((kink) => Math.abs(sum - kink) < 0.02));
  });

/** Output minus answer, for the losses of regression: they have a corner at 0 or at ±delta. */
const errorsOf = (model: Model, rows: Rows, loss: LossName): number[] => {
  if (loss !== 'mean_absolute_error' && loss !== 'huber') return [];
  const output = model.inference.recorded.at(-1)!.output.at;
  return [...rows.answers].map((answer, i) => model.arena.memory[output + i]! - answer);
};

/** The mean loss of all rows by the inference tape. */
const lossOf = ({ model, rows }: Built): number => {
  load(model, model.inference, rows, 0, rows.count, null);
  model.inference.tape.forward(rows.count, 0, model.layers.length);
  return model.arena.memory[model.inference.loss.at]!;
};

/** A built model that learns at all and whose sums keep clear of kinks; the seed counts up until one does. */
const clearOf = (from: number, depth: number, output: Output): Built & { readonly seed: number } => {
  for (let seed = from; ; seed++) {
    const built = builtOf(drawsOf(seed), seed, depth, output);
    lossOf(built);
    if (!nearKink(built, output.loss) && gradientOf(built).some((slope) => slope !== 0))
      return { ...built, seed };
  }
};

/** The training tape's gradient after the last backward phase, before the update. */
const gradientOf = ({ model, rows }: Built): number[] => {
  const trainer = createTrainer({
    model,
    rows,
    optimizer: { type: 'SGD', learning_rate: 1, momentum: 0 },
    batchSize: rows.count,
    shuffle: false,
    seed: 1,
  });
  const phases = train(trainer, 'phase');
  while (trainer.phase <= 2 * model.layers.length) expect(phases.next().value).toBe('phase');
  return [
    ...model.arena.memory.subarray(model.ranges.gradients, model.ranges.gradients + model.ranges.count),
  ];
};

describe.each(OUTPUTS)('$loss on $units × $activation', (output) => {
  test.each([1, 2, 3])('has the gradients of differences with %i layers', (depth) => {
    for (let draw = 0; draw < 6; draw++) {
      const built = clearOf(1000 * draw + 1, depth, output);
      const { model, seed } = built;
      const own = gradientOf(built);
      const m = model.arena.memory;
      // The rule holds ŷ constant, and the step function does: between its edges its slope is 0.
      const differences = own.map((_, i) => {
        const at = model.ranges.weights + i;
        const set = (x: number): void => {
          m[at] = x;
        };
        return slopeOf(m[at]!, set, () => lossOf(built));
      });
      expect(worstOf(own, differences), `seed ${seed}`).toBeLessThanOrEqual(1e-6);
    }
  });
});

test('every loss and activation there is has its place above', () => {
  expect([...new Set(OUTPUTS.map(({ loss }) => loss))].toSorted()).toEqual(lossNames.toSorted());
  const used = new Set([...HIDDEN, ...OUTPUTS.map(({ activation }) => activation)]);
  expect([...used].toSorted()).toEqual(activationNames.toSorted());
});

test('no slope goes back through a step function', () => {
  const model = build({
    inputs: INPUTS,
    layers: [
      { type: 'Dense', id: 2, units: 4, activation: 'tanh' },
      { type: 'Dense', id: 3, units: 3, activation: 'step' },
      { type: 'Dense', id: 1, units: 1, activation: 'sigmoid' },
    ],
    loss: 'binary_crossentropy',
    optimizer: 'SGD',
    batchSize: 5,
    seed: 7,
    precision: 'float64',
  });
  if ('refused' in model) throw new Error(model.refused.en);
  const draws = drawsOf(7);
  const inputs = Float64Array.from({ length: 5 * INPUTS }, () => draws.number());
  const own = gradientOf({ model, rows: { count: 5, inputs, answers: Float64Array.of(0, 1, 0, 1, 1) } });
  const last = model.layers[2]!;
  const before = model.ranges.count - last.count;
  expect(own.slice(0, before).every((slope) => slope === 0)).toBe(true);
  expect(own.slice(before).some((slope) => slope !== 0)).toBe(true);
});
