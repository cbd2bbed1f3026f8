// What inputs made by hand do for a single neuron, over 100 seeds each.

import { expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { train } from '../../src/engine/index.ts';
import { apply, rebase } from '../../src/experiment/apply.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { chooseSet, setFeature } from '../../src/experiment/moves.ts';
import { evaluate } from '../../src/worker/evaluate.ts';
import type { Run } from '../../src/worker/run.ts';
import { dense, onGate, started } from './runs.ts';

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

/** The training loss after so many epochs. */
const lossAfter = ({ trainer, setup }: Run, epochs: number) => {
  const run = train(trainer, 'epoch');
  for (let epoch = 0; epoch < epochs; epoch++) run.next();
  return evaluate(trainer.settings.model, setup.train, []).loss;
};

const withFeature = (experiment: Experiment, name: 'x1_x2' | 'sin_x1'): Experiment =>
  rebase(experiment, 0, setFeature(experiment, name, true));

test('with x₁x₂ as a third input one sigmoid neuron parts XOR from each of 100 seeds', () => {
  const failed = SEEDS.filter((seed) => {
    const xor = withFeature(onGate(GATES.XOR, [dense(1, 1, 'sigmoid')], seed), 'x1_x2');
    const { trainer } = started(xor);
    const epochs = train(trainer, 'epoch');
    while (trainer.counters.epoch < 1500 && trainer.counters.epochWrong !== 0) epochs.next();
    return trainer.counters.epochWrong !== 0;
  });
  expect(failed).toEqual([]);
});

const sine = (seed: number): Experiment => {
  const opened = onGate(GATES.AND, [dense(1, 1, 'sigmoid')], seed);
  const chosen = apply(opened, chooseSet(opened, 'sine'));
  return { ...opened, ...chosen };
};

test('with sin x as a second input one linear neuron comes down to the noise from each of 100 seeds', () => {
  // The noise has a standard deviation of 0.05, which leaves 0.0025 of squared error.
  const losses = SEEDS.map((seed) => lossAfter(started(withFeature(sine(seed), 'sin_x1')), 200));
  expect(Math.max(...losses)).toBeLessThan(0.005);
});

test('on x alone it keeps what no straight line can take away', () => {
  // The least of ∫(sin x − ax)² dx / 6 over −3 … 3 is 0.1648, at a = 0.3457; 48 points stray a little about it.
  const losses = SEEDS.map((seed) => lossAfter(started(sine(seed)), 400));
  expect(Math.min(...losses)).toBeGreaterThan(0.14);
  expect(Math.max(...losses)).toBeLessThan(0.21);
});
