// Numbers as answers, trained by the engine on the pairings that Keras was asked about.

import { expect, test } from 'vitest';
import type { ActivationName } from '../../src/engine/activations/index.ts';
import { train } from '../../src/engine/index.ts';
import type { LossName } from '../../src/engine/losses/index.ts';
import { rebase } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { chooseSet, setPoints, setSplit } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { evaluate } from '../../src/worker/evaluate.ts';
import golden from '../golden/regression.json';
import { bitsOf, dense, started } from './runs.ts';

const asked = (data: string, units: number, activation: string, loss: string): Experiment => {
  const set = rebase(opening, 0, chooseSet(opening, data === 'scores' ? 'grades' : 'plane'));
  const few = rebase(set, 0, { ...setPoints(set, golden.rows), ...setSplit(set, 0) });
  return {
    ...few,
    model: { layers: [dense(1, units, activation as ActivationName)] },
    compile: {
      ...few.compile,
      loss: loss as LossName,
      optimizer: { type: 'Adam', learning_rate: data === 'scores' ? 0.5 : 0.05 },
    },
    fit: { ...few.fit, batch_size: golden.batch_size },
  };
};

const trained = golden.entries
  .filter((entry) => !('refused' in entry))
  .map((entry) => [`${entry.data}, ${entry.units} ${entry.activation}, ${entry.loss}`, entry] as const);

test.each(trained)(
  '%s: the weights move where they move in Keras, and stay where they stay there',
  (_name, entry) => {
    const run = started(asked(entry.data, entry.units, entry.activation, entry.loss));
    const parameters = 3 * entry.units;
    const before = bitsOf(run).slice(0, parameters);
    const epochs = train(run.trainer, 'epoch');
    for (let epoch = 0; epoch < 20; epoch++) epochs.next();
    const after = bitsOf(run).slice(0, parameters);
    expect(after.some((bits, at) => bits !== before[at])).toBe(entry.moved);
  },
);

const LEARNED = trained.filter(
  ([, { loss, activation, units }]) => loss.startsWith('mean') && activation === 'linear' && units === 1,
);

test.each(LEARNED)('%s: it comes down to what Keras comes down to', (_name, entry) => {
  const experiment = asked(entry.data, entry.units, entry.activation, entry.loss);
  // Keras was given answers without noise.
  const run = started({ ...experiment, data: { ...experiment.data, noise: 0 } });
  const epochs = train(run.trainer, 'epoch');
  for (let epoch = 0; epoch < 400; epoch++) epochs.next();
  const { model } = run.trainer.settings;
  const { metrics } = evaluate(model, run.setup.train, ['mae']);
  const { answers } = run.setup.data;
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const constant = answers.reduce((sum, answer) => sum + Math.abs(answer - mean), 0) / answers.length;
  expect((metrics['mae'] ?? Number.NaN) / constant).toBeLessThan(Number(entry.off) + 0.05);
});
