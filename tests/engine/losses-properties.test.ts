// What must hold for the sums before a fused loss, whatever they are. Keras's own values are in definitions.test.ts.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations/index.ts';
import { createArena, type Precision } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { losses, type LossSettings } from '../../src/engine/losses/index.ts';
import { mean } from '../../src/engine/ops/mean.ts';
import { createTape } from '../../src/engine/tape.ts';
import { oneHot } from './golden.ts';

const runs = { seed: 61, numRuns: 200 };

interface Batch {
  readonly units: number;
  /** A row of sums for each label, one after the other. */
  readonly sums: readonly number[];
  readonly labels: readonly number[];
}

const PAIRS = [
  { loss: 'binary_crossentropy', activation: 'sigmoid', least: 1 },
  { loss: 'categorical_crossentropy', activation: 'softmax', least: 2 },
  { loss: 'sparse_categorical_crossentropy', activation: 'softmax', least: 2 },
] as const;
type Pair = (typeof PAIRS)[number];

const batches = (furthest: number, least: number): fc.Arbitrary<Batch> =>
  fc.tuple(fc.integer({ min: least, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([units, rows]) => {
    const sum = fc.double({ min: -furthest, max: furthest, noNaN: true });
    const label = fc.nat(Math.max(1, units - 1));
    return fc.record({
      units: fc.constant(units),
      sums: fc.array(sum, { minLength: units * rows, maxLength: units * rows }),
      labels: fc.array(label, { minLength: rows, maxLength: rows }),
    });
  });

/** What the loss is told of the sums: everything, only the output, or only the sums, to which it applies what it needs. */
type Told = 'fused' | 'outputs' | 'logits';

/** Row losses and the gradient of their mean by the sums. */
const computed = (
  { loss, activation }: Pair,
  { units, sums, labels }: Batch,
  told: Told,
  precision: Precision,
  settings: LossSettings = {},
): readonly number[] => {
  const arena = createArena(precision);
  const tape = createTape(arena, kernelsOver(arena), labels.length);
  const [logits, answers] = [tape.rows(units), tape.rows(units)];
  const output = told === 'logits' ? logits : activations[activation].record(tape, logits);
  const maker = told === 'fused' ? { logits, activation } : { logits: output, activation: 'linear' as const };
  const from_logits = told === 'logits';
  const rows = losses[loss].record(tape, {
    output,
    ...maker,
    answers,
    settings: { ...settings, from_logits },
  });
  const total = mean(tape, rows);
  arena.allocate();
  const m = arena.memory;
  m.set(sums, logits.at);
  m.set(units === 1 ? labels : oneHot(labels, units), answers.at);
  tape.forward(labels.length, 0, 0);
  tape.clear(labels.length);
  m[tape.gradient(total)] = 1;
  tape.backward(labels.length, 0, 0);
  const gradient = tape.gradient(logits);
  return [
    ...m.subarray(rows.at, rows.at + labels.length),
    ...m.subarray(gradient, gradient + units * labels.length),
  ];
};

describe.each(PAIRS)('$loss after $activation', (pair) => {
  // Within ±6 no probability is so near to 0 or 1 that Keras would clip it.
  test('fused and from_logits, has the values and gradients of the loss of probabilities', () => {
    const smoothing = pair.loss === 'sparse_categorical_crossentropy' ? [0] : [0, 0.1];
    fc.assert(
      fc.property(batches(6, pair.least), fc.constantFrom(...smoothing), (batch, label_smoothing) => {
        const told = (how: Told) => computed(pair, batch, how, 'float64', { label_smoothing });
        const apart = told('outputs');
        for (const own of [told('fused'), told('logits')]) {
          expect(own.length).toBe(apart.length);
          own.forEach((value, i) => expect(value).toBeCloseTo(apart[i]!, 9));
        }
      }),
      runs,
    );
  });

  test('stays finite in value and gradient up to sums of ±10,000', () => {
    fc.assert(
      fc.property(batches(1e4, pair.least), fc.constantFrom('fused', 'logits'), (batch, told) => {
        const own = computed(pair, batch, told, 'float32');
        expect(own.every(Number.isFinite)).toBe(true);
        expect(own.slice(0, batch.labels.length).every((loss) => loss >= 0)).toBe(true);
        // A slope of a mean of cross-entropies by a sum is a difference of probabilities.
        expect(own.slice(batch.labels.length).every((slope) => Math.abs(slope) <= 1)).toBe(true);
      }),
      runs,
    );
  });
});
