import { expect, test } from 'vitest';
import type { Patch } from '../../src/experiment/experiment.ts';
import { movePoint, setBatchSize, setEpochs, setLoss, setRate } from '../../src/experiment/moves.ts';
import type { Run } from '../../src/worker/run.ts';
import { advance } from '../../src/worker/run.ts';
import { back, edit, seek } from '../../src/worker/seek.ts';
import { noisy, started } from './runs.ts';

/** What a design makes that takes time: the points, what goes into the network, the rows of both parts, the model. */
const madeOf = ({ setup: { data, inputs, train, validation, settings } }: Run) => ({
  data,
  inputs,
  train,
  validation,
  model: settings.model,
});

/** What of it is another object than before. */
const anew = (run: Run, before: ReturnType<typeof madeOf>): string[] => {
  const now = madeOf(run);
  const names = ['data', 'inputs', 'train', 'validation', 'model'] as const;
  return names.filter((name) => now[name] !== before[name]);
};

const standardized = { ...noisy, data: { ...noisy.data, standardize: true } };

test.each<[string, Patch]>([
  ['the learning rate', setRate(noisy, 0.1)],
  ['the epochs', setEpochs(noisy, 3)],
  ['a smaller batch', setBatchSize(noisy, 8)],
  ['a weight', { weights: [{ layer: 0, at: 0, value: 0.5 }] }],
  ['a callback', { fit: { callbacks: [{ type: 'EarlyStopping', patience: 2 }] } }],
])('an edit of %s makes no data, inputs or rows anew, nor does a step back over it', (_name, patch) => {
  const run = started(standardized);
  for (let batch = 0; batch < 20; batch += 1) advance(run, 'batch');
  const before = madeOf(run);
  edit(run, patch);
  expect(anew(run, before)).toEqual([]);
  advance(run, 'epoch');
  expect(anew(run, before)).toEqual([]);
  for (let batch = 0; batch < 12; batch += 1) {
    back(run, 'batch');
    expect(anew(run, before)).toEqual([]);
  }
});

test('after a point was moved, steps on either side of it make nothing anew', () => {
  const run = started(standardized);
  for (let batch = 0; batch < 20; batch += 1) advance(run, 'batch');
  edit(run, movePoint(standardized, 3, [0.2, 0.3]));
  const moved = madeOf(run);
  advance(run, 'epoch');
  back(run, 'epoch');
  back(run, 'batch');
  const first = madeOf(run);
  expect(first.data).not.toBe(moved.data);
  seek(run, 3);
  expect(anew(run, first)).toEqual([]);
});

test('another loss keeps the data and the inputs', () => {
  const run = started(standardized);
  const { data, inputs } = madeOf(run);
  edit(run, setLoss(standardized, 'mean_squared_error'));
  expect(run.setup.data).toBe(data);
  expect(run.setup.inputs).toBe(inputs);
});

test('rows are made anew where classes come to count otherwise', () => {
  const run = started(noisy);
  const before = run.setup.train;
  edit(run, { fit: { class_weight: [1, 3] } });
  expect(new Set(run.setup.train.weights)).toEqual(new Set([1, 3]));
  expect(run.setup.data.answers).toHaveLength(160);
  edit(run, { fit: { class_weight: [] } });
  expect(run.setup.train.weights).toBeUndefined();
  expect(run.setup.train).toEqual(before);
});
