import { expect, test } from 'vitest';
import { apply, designAt } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { chooseSet } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { runBeside } from '../../src/worker/create.ts';
import { isLarge, nothingEvaluated } from '../../src/worker/evaluated.ts';
import { advance } from '../../src/worker/run.ts';
import { bitsOf, started } from './runs.ts';

const digits: Experiment = {
  ...opening,
  ...apply(apply(designAt(opening, 0), chooseSet(designAt(opening, 0), 'digits')), { data: { points: 100 } }),
};

test('a run that nobody sees comes by the same bits from the same rows, and nothing of its way is measured or written', () => {
  const run = started(digits);
  expect(isLarge(run)).toBe(true);
  const beside = runBeside(digits);
  if ('refused' in beside) throw new Error(beside.refused.en);
  expect(beside.setup.train.inputs.buffer).toBe(run.setup.train.inputs.buffer);
  for (let epoch = 0; epoch < 2; epoch += 1) for (const one of [run, beside]) advance(one, 'epoch');
  expect(bitsOf(beside)).toEqual(bitsOf(run));
  expect(run.curve.read(null).epoch).toEqual(Float64Array.of(0, 1, 2));
  expect(run.evaluations.epochEnd).not.toBeNull();
  expect(beside.curve.read(null).epoch).toHaveLength(0);
  expect(beside.log.all()).toEqual([]);
  expect(beside.evaluations).toEqual(nothingEvaluated());
});

test('what the curve of a run begins with is what its first frame tells: all rows are evaluated once', () => {
  const run = started(digits);
  const { now } = run.evaluations;
  const { loss, val_loss, wrong } = run.curve.read(null);
  expect([loss[0], val_loss[0]]).toEqual([now!.train.loss, now!.held!.loss].map(Math.fround));
  expect(wrong[0]).toBe(now!.train.rows - now!.train.right);
});
