// What the gates' preset is known to do, counted over 100 seeds each.

import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/data/data.ts';
import { GATES } from '../../src/data/gates.ts';
import { train } from '../../src/engine/index.ts';
import { rebase } from '../../src/experiment/apply.ts';
import { learnByRule } from '../../src/experiment/moves.ts';
import { evaluate } from '../../src/worker/evaluate.ts';
import type { Halt } from '../../src/worker/frame.ts';
import { advance } from '../../src/worker/run.ts';
import { dense, onGate, started } from './runs.ts';

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

/** Epochs until every row is answered rightly; null if that takes more than `most`. */
const solvedAfter = (answers: Answers, layers: Parameters<typeof onGate>[1], seed: number, most: number) => {
  const { trainer } = started(onGate(answers, layers, seed));
  const epochs = train(trainer, 'epoch');
  while (trainer.counters.epoch < most) {
    epochs.next();
    if (trainer.counters.epochWrong === 0) return trainer.counters.epoch;
  }
  return null;
};

describe('at the preset of the gates', () => {
  test.each(['AND', 'OR', 'NAND'] as const)(
    'one sigmoid neuron separates %s from each of 100 seeds',
    (gate) => {
      const failed = SEEDS.filter(
        (seed) => solvedAfter(GATES[gate], [dense(1, 1, 'sigmoid')], seed, 1000) === null,
      );
      expect(failed).toEqual([]);
    },
  );

  test('on XOR one sigmoid neuron ends within 0.001 above 0.693147, never below it, and never has all right', () => {
    const spoiled = SEEDS.filter((seed) => {
      const { trainer, setup } = started(onGate(GATES.XOR, undefined, seed));
      const epochs = train(trainer, 'epoch');
      let [least, fewest] = [Number.POSITIVE_INFINITY, 4];
      for (let epoch = 0; epoch < 3000; epoch++) {
        epochs.next();
        least = Math.min(least, trainer.counters.epochLoss);
        fewest = Math.min(fewest, trainer.counters.epochWrong);
      }
      const { loss, right } = evaluate(trainer.settings.model, setup.train, []);
      return !(least >= 0.693147 && loss >= 0.693147 && loss <= 0.694147 && fewest > 0 && right < 4);
    });
    expect(spoiled).toEqual([]);
  });

  test('2-4-1 with tanh solves XOR within 2,000 epochs from at least 97 of 100 seeds', () => {
    const layers = [dense(2, 4, 'tanh'), dense(1, 1, 'sigmoid')];
    const solved = SEEDS.filter((seed) => solvedAfter(GATES.XOR, layers, seed, 2000) !== null);
    expect(solved.length).toBeGreaterThanOrEqual(97);
  });
});

describe('the perceptron rule', () => {
  const XOR = 0b0110;
  const XNOR = 0b1001;
  const answersOf = (gate: number): Answers => [(gate >> 3) & 1, (gate >> 2) & 1, (gate >> 1) & 1, gate & 1];

  /** How the rule comes to rest, and how many points are right there. */
  const restOf = (gate: number, seed: number): { readonly halt: Halt | null; readonly right: number } => {
    const design = onGate(answersOf(gate), [dense(1, 1, 'step')], seed);
    const run = started(rebase(design, 0, learnByRule(design)));
    while (!run.halt && run.trainer.counters.epoch < 100) advance(run, 'epoch');
    return { halt: run.halt, right: evaluate(run.trainer.settings.model, run.setup.train, []).right };
  };

  test.each(Array.from({ length: 16 }, (_, gate) => gate))(
    'within 100 epochs from each of 100 seeds, gate %i of 16 is parted, or repeats if it is XOR or XNOR',
    (gate) => {
      const expected = gate === XOR || gate === XNOR ? 'repeats' : 'parted';
      const rests = SEEDS.map((seed) => ({ seed, ...restOf(gate, seed) }));
      expect(rests.filter(({ halt }) => halt?.kind !== expected)).toEqual([]);
      expect(rests.filter(({ right }) => (right === 4) !== (expected === 'parted'))).toEqual([]);
    },
  );
});
