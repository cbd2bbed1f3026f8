// Every op's gradient against central differences in Float64; the op's own arithmetic is compared with Keras elsewhere.

import { describe, expect, test } from 'vitest';
import * as linear from '../../src/engine/ops/linear.ts';
import * as losses from '../../src/engine/ops/losses.ts';
import * as mean from '../../src/engine/ops/mean.ts';
import * as pointwise from '../../src/engine/ops/pointwise.ts';
import * as softmax from '../../src/engine/ops/softmax.ts';
import { type Case, type Place, slopesOf, worstOf } from './differences.ts';
import { definitionOps } from './definition-ops.ts';
import { layerOps } from './layers-ops.ts';

type Record = (place: Place, m: number) => Case;

const pointwiseCase =
  (op: typeof pointwise.sigmoid): Record =>
  ({ tape }, m) => {
    const x = tape.rows(m);
    return { varied: [x], results: [op(tape, x)] };
  };

/** Predictions moved, 0-or-1 answers held. */
const lossCase =
  (op: typeof losses.squaredError): Record =>
  ({ tape, draws }, m) => {
    const [p, t] = [tape.rows(m), tape.rows(m)];
    const flags = { tensor: t, value: () => draws.below(2) };
    return { varied: [p], draw: ({ share }) => share(), held: [flags], results: [op(tape, p, t)] };
  };

const oneHot = (place: Place, m: number, rows: number): ((i: number) => number) => {
  const labels = Array.from({ length: rows }, () => place.draws.below(m));
  return (i) => (labels[Math.floor(i / m)] === i % m ? 1 : 0);
};

const cases: { readonly [Name: string]: Record } = {
  ...layerOps,
  ...definitionOps,
  linear: ({ tape, parameter }, m) => {
    const [x, kernel, bias] = [tape.rows(3), parameter([3, m]), parameter([m])];
    return { varied: [x, kernel, bias], results: [linear.linear(tape, x, kernel, bias)] };
  },
  mean: ({ tape }) => {
    const x = tape.rows(1);
    return { varied: [x], results: [mean.mean(tape, x)] };
  },
  sigmoid: pointwiseCase(pointwise.sigmoid),
  tanh: pointwiseCase(pointwise.tanh),
  relu: pointwiseCase(pointwise.relu),
  step: pointwiseCase(pointwise.step),
  softmax: pointwiseCase(softmax.softmax),
  squaredError: lossCase(losses.squaredError),
  binaryCrossentropy: lossCase(losses.binaryCrossentropy),
  binaryCrossentropyOfLogits: ({ tape, draws }, m) => {
    const [z, t] = [tape.rows(m), tape.rows(m)];
    const loss = losses.binaryCrossentropyOfLogits(tape, z, pointwise.sigmoid(tape, z), t);
    return { varied: [z], held: [{ tensor: t, value: () => draws.below(2) }], results: [loss] };
  },
  categoricalCrossentropy: (place, m) => {
    const { tape } = place;
    const [p, t] = [tape.rows(m), tape.rows(m)];
    const held = [{ tensor: t, value: oneHot(place, m, tape.capacity) }];
    return {
      varied: [p],
      draw: ({ share }) => share(),
      held,
      results: [losses.categoricalCrossentropy(tape, p, t)],
    };
  },
  categoricalCrossentropyOfLogits: (place, m) => {
    const { tape } = place;
    const [z, t] = [tape.rows(m), tape.rows(m)];
    const loss = losses.categoricalCrossentropyOfLogits(tape, z, softmax.softmax(tape, z), t);
    return { varied: [z], held: [{ tensor: t, value: oneHot(place, m, tape.capacity) }], results: [loss] };
  },
  // ŷ is held constant: it is a tensor of its own here.
  perceptronLoss: ({ tape, draws }, m) => {
    const [z, p, t] = [tape.rows(m), tape.rows(m), tape.rows(m)];
    const held = [p, t].map((tensor) => ({ tensor, value: () => draws.below(2) }));
    return { varied: [z], held, results: [losses.perceptronLoss(tape, z, p, t)] };
  },
};

/** An input that two ops read gets the sum of their gradients. */
const twice: { readonly [Name: string]: Record } = {
  'sigmoid and tanh of one tensor': ({ tape }, m) => {
    const x = tape.rows(m);
    return { varied: [x], results: [pointwise.sigmoid(tape, x), pointwise.tanh(tape, x)] };
  },
  'softmax and relu of one tensor, the softmax read again': ({ tape }, m) => {
    const x = tape.rows(m);
    const shares = softmax.softmax(tape, x);
    return { varied: [x], results: [shares, pointwise.relu(tape, x), pointwise.tanh(tape, shares)] };
  },
  'one kernel and bias in two layers': ({ tape, parameter }, m) => {
    const [x, kernel, bias] = [tape.rows(m), parameter([m, m]), parameter([m])];
    const hidden = pointwise.tanh(tape, linear.linear(tape, x, kernel, bias));
    return { varied: [x, kernel, bias], results: [linear.linear(tape, hidden, kernel, bias), hidden] };
  },
  'one tensor as the input of two losses': ({ tape, draws }, m) => {
    const [p, t] = [tape.rows(m), tape.rows(m)];
    const results = [losses.squaredError(tape, p, t), losses.binaryCrossentropy(tape, p, t)];
    return {
      varied: [p],
      draw: ({ share }) => share(),
      held: [{ tensor: t, value: () => draws.below(2) }],
      results,
    };
  },
};

/** [width, rows in use, rows of the tape]: sizes 1 and odd ones, ragged and full. */
const SHAPES = [
  [1, 1, 1],
  [1, 5, 7],
  [3, 1, 4],
  [2, 9, 9],
  [7, 3, 8],
  [17, 11, 13],
] as const;

describe.each(Object.entries({ ...cases, ...twice }))('the gradient of %s', (_name, record) => {
  test.each(SHAPES)('equals the central difference at width %i, %i of %i rows', (width, rows, capacity) => {
    for (let seed = 1; seed <= 3; seed++) {
      const { own, differences } = slopesOf(seed, rows, capacity, (place) => record(place, width));
      expect(own.length).toBeGreaterThan(0);
      expect(worstOf(own, differences), `seed ${seed}`).toBeLessThanOrEqual(1e-6);
    }
  });
});

describe.each(['dropout', 'normalization'])('the gradient of %s in training', (name) => {
  test.each(SHAPES)('equals the central difference at width %i, %i of %i rows', (width, rows, capacity) => {
    for (let seed = 1; seed <= 3; seed++) {
      const { own, differences } = slopesOf(
        seed,
        rows,
        capacity,
        (place) => cases[name]!(place, width),
        true,
      );
      expect(worstOf(own, differences), `seed ${seed}`).toBeLessThanOrEqual(1e-6);
    }
  });
});

test('every op there is has a case', () => {
  const modules = Object.values(import.meta.glob<object>('../../src/engine/ops/*.ts', { eager: true }));
  const ops = modules.flatMap((module) => Object.keys(module));
  expect(ops.toSorted()).toEqual(Object.keys(cases).toSorted());
});

test('a clipped prediction has no slope, by the gradient and by the difference', () => {
  for (const op of [losses.binaryCrossentropy, losses.categoricalCrossentropy]) {
    const { own, differences } = slopesOf(1, 2, 2, ({ tape }) => {
      const [p, t] = [tape.rows(2), tape.rows(2)];
      const held = [{ tensor: t, value: (i: number) => [0, 1, 1, 0][i]! }];
      // Outside of [0, 1], as a share too.
      let index = 0;
      const values = [1e4, -0.1, -0.1, 1e4];
      return { varied: [p], draw: () => values[index++]!, held, results: [op(tape, p, t)] };
    });
    expect(own.every((slope) => slope === 0)).toBe(true);
    expect(worstOf(own, differences)).toBeLessThanOrEqual(1e-6);
  }
});
