import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SGD } from '../../src/engine/optimizers/sgd.ts';
import { apply, designAt, effectOf, inverse, rebase } from '../../src/experiment/apply.ts';
import type { Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { setOptimizer } from '../../src/experiment/optimizer.ts';
import { demos } from '../../src/experiment/demos.ts';
import { opening } from '../../src/experiment/presets.ts';
import { designs, patches } from './designs.ts';

const design = designAt(opening, 0);

test('applying a patch and then its inverse gives the design back', () => {
  fc.assert(
    fc.property(designs, patches, (before, patch) => {
      expect(apply(apply(before, patch), inverse(before, patch))).toEqual(before);
    }),
  );
});

test('the inverse names what the patch names, and no more', () => {
  const patch: Patch = {
    data: { answers: [0, 1, 1, 1] },
    fit: { batch_size: 2 },
    weights: [{ layer: 0, at: 0, value: 1 }],
  };
  expect(inverse(design, patch)).toEqual({ data: { answers: [0, 0, 0, 1] }, fit: { batch_size: 4 } });
});

test('designAt applies the first edits only', () => {
  const experiment = {
    ...opening,
    edits: [
      { step: 3, patch: moves.setRate(design, 0.1) },
      { step: 9, patch: moves.setBatchSize(design, 2) },
    ],
  };
  expect(designAt(experiment, 0)).toEqual(design);
  expect(designAt(experiment, 1).compile.optimizer.learning_rate).toBe(0.1);
  expect(designAt(experiment, 1).fit.batch_size).toBe(4);
  expect(designAt(experiment, 2).fit.batch_size).toBe(2);
  expect(Object.keys(designAt(experiment, 2))).not.toContain('edits');
});

test('settings that a loss does not have are left out, and undo brings back those that it had', () => {
  const smooth = apply(design, { compile: { loss_settings: { label_smoothing: 0.25 } } });
  expect(smooth.compile.loss_settings).toEqual({ label_smoothing: 0.25 });
  // Huber has a delta, and no label_smoothing; the perceptron loss has neither.
  const huber: Patch = { compile: { loss: 'huber' } };
  const after = apply(smooth, huber);
  expect(after.compile).not.toHaveProperty('loss_settings');
  expect(apply(after, inverse(smooth, huber))).toEqual(smooth);
  const both = { delta: 2, label_smoothing: 0.25 };
  expect(apply(after, { compile: { loss_settings: both } }).compile.loss_settings).toEqual({ delta: 2 });
  const strange = { ...opening, compile: { ...opening.compile, loss_settings: { delta: 2 } } };
  expect(designAt(strange, 0)).toEqual(design);
  const kept = { ...smooth.compile.loss_settings };
  const same = apply(design, { compile: { loss_settings: kept } });
  expect(apply(same, moves.setRate(design, 0.1)).compile.loss_settings).toBe(kept);
});

test('a part that a patch does not name stays the same object', () => {
  const parts = ['data', 'model', 'compile', 'fit'] as const;
  fc.assert(
    fc.property(designs, patches, (before, patch) => {
      const after = apply(before, patch);
      expect(parts.filter((part) => !patch[part] && after[part] !== before[part])).toEqual([]);
    }),
  );
});

test('asked again, the design of an experiment has the same data, whatever was edited since', () => {
  // Written out, though it is what stands there anyway: `apply` leaves it out.
  const written = { ...opening, data: { ...opening.data, standardize: false, features: [] } };
  const moved = { step: 4, patch: moves.movePoint(design, 0, [0.1, 0.1]) };
  const [one, other] = [setRateAt(2, 0.1), setRateAt(9, 0.2)];
  const before = { ...written, edits: [one, moved] };
  const after = { ...written, edits: [one, moved, other] };
  for (const edits of [0, 1, 2]) {
    expect(designAt(after, edits).data).toBe(designAt(before, edits).data);
    expect(designAt(after, edits).fit).toBe(designAt(before, edits).fit);
  }
  expect(designAt(before, 0).data).toEqual(design.data);
  expect(designAt(before, 1).data).toBe(designAt(before, 0).data);
  expect(designAt(after, 3).data).toBe(designAt(before, 2).data);
  expect(designAt(before, 2).data).not.toEqual(design.data);
});

const setRateAt = (step: number, rate: number) => ({ step, patch: moves.setRate(design, rate) });

const KEEP: readonly (readonly [string, Patch])[] = [
  ['the learning rate', moves.setRate(design, 0.1)],
  ['the momentum', setOptimizer(design, SGD.momentum, 0.9)],
  ['the batch size', moves.setBatchSize(design, 1)],
  ['the epochs', moves.setEpochs(design, 10)],
  ['the shuffle', moves.setShuffle(design, false)],
  ['the loss', moves.setLoss(design, 'mean_squared_error')],
  ['an activation', moves.setActivation(design, 1, 'step')],
  ['a metric', moves.toggleMetric(design, 'mse')],
  ['another gate', moves.chooseGate(design, [0, 1, 1, 0])],
  ['a cell of the truth table', moves.toggleAnswer(design, 0)],
  ['a point moved', moves.movePoint(design, 0, [0.1, 0.1])],
  ['a point added', moves.addPoint(design, [0.5, 0.5], 1)],
  ['a point removed', moves.removePoint(design, 0)],
  ['a weight', moves.setWeight(0, 0, 2)],
  ['the line', moves.setLine(1, 1, -1.5)],
  ['the perceptron rule', moves.learnByRule(design)],
];

test.each(KEEP)('%s keeps the weights', (_what, patch) => {
  expect(effectOf(design, patch)).toBe('keep');
});

const RESTART: readonly (readonly [string, Patch])[] = [
  ['other data', moves.chooseSet(design, 'circle')],
  ['the noise', moves.setNoise(design, 0.1)],
  ['the number of points', moves.setPoints(design, 100)],
  ['a new sample', moves.newSample(design)],
  ['the validation share', moves.setSplit(design, 0.5)],
  ['a hidden layer', moves.addLayer(design)],
  ['the units', moves.setUnits(design, 1, 2)],
  ['new weights', moves.newWeights(design)],
  ['a network built by hand', moves.buildXor(design)],
];

test.each(RESTART)('%s starts over', (_what, patch) => {
  expect(effectOf(design, patch)).toBe('restart');
});

test('from other data to a gate starts over', () => {
  const circle = apply(design, moves.chooseSet(design, 'circle'));
  expect(effectOf(circle, moves.chooseGate(circle, [0, 1, 1, 0]))).toBe('restart');
});

test('a restart has no edits, what they did in it, and no first weights of another shape', () => {
  const experiment = { ...opening, edits: [{ step: 5, patch: moves.chooseGate(design, [0, 1, 1, 0]) }] };
  const patch: Patch = {
    model: {
      layers: [
        { type: 'Dense', id: 2, units: 2, activation: 'tanh', start: { kernel: [1, 2, 3, 4], bias: [5, 6] } },
        { type: 'Dense', id: 1, units: 1, activation: 'sigmoid', start: { kernel: [1, 2, 3], bias: [0] } },
      ],
    },
  };
  const after = rebase(experiment, 1, patch);
  expect(after.edits).toEqual([]);
  expect(after.data.answers).toEqual([0, 1, 1, 0]);
  expect(after.model.layers[0]).toEqual(patch.model?.layers[0]);
  expect(after.model.layers[1]).toEqual({ type: 'Dense', id: 1, units: 1, activation: 'sigmoid' });
});

test('the opening is the opening minute’s preset, and each demo its gate', () => {
  // words.md §1: w₁ = 0.9, w₂ = −0.7, b = −0.5, two of the four rows of AND right.
  expect(opening.model.layers[0]).toMatchObject({ start: { kernel: [0.9, -0.7], bias: [-0.5] } });
  expect(demos.or).toEqual({ ...opening, data: { ...opening.data, answers: [0, 1, 1, 1] } });
  expect(demos.nand.data.answers).toEqual([1, 1, 1, 0]);
  expect(demos.xor.data.answers).toEqual([0, 1, 1, 0]);
});
