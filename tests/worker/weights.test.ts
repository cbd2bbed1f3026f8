// class_weight in a run: it counts in the training loss alone, and a change of it while it runs is part of the run.

import { expect, test } from 'vitest';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { evaluate, gradientNorm, norm } from '../../src/worker/evaluate.ts';
import { atOnce } from '../../src/worker/landscape/studies.ts';
import { evaluation } from '../../src/worker/probes/evaluation.ts';
import { advance, applyDue, type Run } from '../../src/worker/run.ts';
import { bitsOf, noisy, started } from './runs.ts';

const weighed = (class_weight: readonly number[], experiment: Experiment = noisy): Experiment => ({
  ...experiment,
  fit: { ...experiment.fit, class_weight },
});

const afterSteps = (run: Run, steps: number): Uint32Array => {
  while (run.trainer.counters.step < steps) advance(run, 'batch');
  return bitsOf(run);
};

test('training rows weigh what their class does, classes left out 1, and validation rows nothing at all', () => {
  const { setup } = started(weighed([0.25]));
  const { train, validation, data } = setup;
  expect([...train.weights!]).toEqual(
    Array.from(data.answers.slice(0, train.count), (y) => (y === 0 ? 0.25 : 1)),
  );
  expect(validation?.weights).toBeUndefined();
  expect(started(noisy).setup.train.weights).toBeUndefined();
});

test('numbers have no classes to weigh', () => {
  const onLine: Experiment = {
    ...noisy,
    data: { ...noisy.data, set: 'plane' },
    compile: { ...noisy.compile, loss: 'mean_squared_error' },
  };
  const run = started(weighed([0.25, 4], onLine));
  expect(run.setup.data.target.kind).toBe('number');
  expect(run.setup.train.weights).toBeUndefined();
});

test('classes that all weigh 1 are learned with the same bits as without weights, others are not', () => {
  const plain = afterSteps(started(noisy), 40);
  expect(afterSteps(started(weighed([1, 1])), 40)).toEqual(plain);
  expect(afterSteps(started(weighed([1, 3])), 40)).not.toEqual(plain);
});

test('weights that change while it runs give the same bits on every replay, and none after they are gone', () => {
  const changed = addEdit(noisy, 0, 13, { fit: { class_weight: [1, 5] } });
  const experiment = addEdit(changed, 1, 21, { fit: { class_weight: [] } });
  const bits = [1, 2].map(() => {
    const run = started(experiment);
    const bytes = afterSteps(run, 40);
    expect(run.setup.train.weights).toBeUndefined();
    return bytes;
  });
  expect(bits[0]).toEqual(bits[1]);
  expect(bits[0]).not.toEqual(afterSteps(started(noisy), 40));
});

test('the loss of training rows is the weighted one on the curve, and that of model.evaluate() in Evaluate', () => {
  const [run, plain] = [started(weighed([0.5, 3])), started(noisy)];
  const { model } = run.trainer.settings;
  const byHand = [...run.setup.train.weights!.keys()].reduce((sum, row) => {
    const one = { ...run.setup.train, count: 1 };
    const { answers, inputs, weights } = run.setup.train;
    const width = inputs.length / run.setup.train.count;
    const alone = {
      ...one,
      inputs: inputs.subarray(row * width, (row + 1) * width),
      answers: answers.subarray(row, row + 1),
      weights: weights!.subarray(row, row + 1),
    };
    return sum + evaluate(model, alone, []).loss;
  }, 0);
  const onCurve = evaluate(model, run.setup.train, []).loss;
  expect(onCurve).toBeCloseTo(byHand / run.setup.train.count, 10);
  const seen = evaluation(run, { kind: 'evaluation' }, createBuffers(), atOnce, false);
  const usual = evaluation(plain, { kind: 'evaluation' }, createBuffers(), atOnce, false);
  expect(seen).toEqual(usual);
  expect(Math.abs(onCurve - seen.evaluation!.train.loss)).toBeGreaterThan(0.01);
});

test('the gradient norm, which says that a run has settled, is that of the weighted loss', () => {
  const run = started(weighed([0.1, 7], { ...noisy, fit: { ...noisy.fit, batch_size: 128 } }));
  const { model } = run.trainer.settings;
  const chunked = gradientNorm(model, run.setup.train);
  for (let phase = 0; phase < 5; phase++) advance(run, 'phase');
  const whole = norm(model.arena.memory, model.ranges.gradients, model.ranges.count);
  expect(Math.abs(chunked / whole - 1)).toBeLessThan(1e-5);
  expect(Math.abs(chunked / gradientNorm(model, started(noisy).setup.train) - 1)).toBeGreaterThan(0.1);
});

test('a change of the weights makes the curve jump to the loss that is now in force', () => {
  const run = started(addEdit(noisy, 0, 8, { fit: { class_weight: [1, 4] } }));
  while (run.trainer.counters.step < 8) advance(run, 'batch');
  applyDue(run);
  const { model } = run.trainer.settings;
  const jumped = run.curve.read(null);
  expect(jumped.loss.at(-1)).toBeCloseTo(evaluate(model, run.setup.train, []).loss, 5);
});
