// Expected values: Keras 3.15.1 (keras.regularizers called on the weights below).

import { expect, test } from 'vitest';
import { createArena } from '../../src/engine/arena.ts';
import { kernelsOver } from '../../src/engine/kernels/set.ts';
import { penaltyOf, type RegularizerSpec } from '../../src/engine/regularizers/index.ts';

const WEIGHTS = [1, -2, 0, 3, 0.5, -0.25];

test.each<[RegularizerSpec, number]>([
  [{ type: 'L1' }, 0.06749999523162842],
  [{ type: 'L1', l1: 0.3 }, 2.0250000953674316],
  [{ type: 'L2' }, 0.1431249976158142],
  [{ type: 'L2', l2: 0.3 }, 4.293750286102295],
  [{ type: 'L1L2' }, 0],
  [{ type: 'L1L2', l1: 0.1, l2: 0.2 }, 3.5374999046325684],
])('%o adds to the loss what it adds in Keras', (spec, expected) => {
  const arena = createArena('float32');
  const [weights, to] = [arena.reserve(WEIGHTS.length), arena.reserve(1)];
  arena.allocate();
  arena.memory.set(WEIGHTS, weights);
  const { l1, l2 } = penaltyOf(spec);
  kernelsOver(arena).penalty(weights, to, WEIGHTS.length, l1, l2);
  expect(Math.abs(arena.memory[to]! - expected)).toBeLessThanOrEqual(1e-6);
});
