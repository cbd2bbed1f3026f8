import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startCounters } from '../../src/engine/counters.ts';
import { readTrained, stateOf } from '../../src/formats/trained.ts';
import { beginningAt } from '../../src/state/origin.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';

test('the network that comes with the page opens as it was trained, and goes on from there', async () => {
  const model = readTrained(new Uint8Array(readFileSync('public/models/digits.safetensors')));
  if ('problem' in model) throw new Error(model.problem.en);
  const { experiment, weights } = model;
  const { epochs, callbacks = [] } = experiment.fit;
  const counters = startCounters({ epochs, callbacks, metrics: experiment.compile.metrics });
  const saved = beginningAt({ counters, state: stateOf(experiment, weights) });
  const session = createSession(manualPlace());
  const { refused } = await session.start(experiment, { saved });
  expect(refused).toBeNull();
  const frame = await session.frame([], []);
  expect([...frame.weights[0]!.kernel]).toEqual([...weights[0]!]);
  // The file says how many of 10,000 generated digits it reads; these are others of the same pen.
  const { right, of } = model.accuracy.generated;
  const { reading } = frame;
  const read = (reading.right + reading.valRight) / (reading.rows + reading.valRows);
  expect(Math.abs(read - right / of)).toBeLessThan(0.01);
  await session.forward('batch');
  const later = await session.frame([], []);
  expect(later.position.step).toBe(1);
  expect([...later.weights[0]!.kernel]).not.toEqual([...weights[0]!]);
  await session.back('batch');
  expect([...(await session.frame([], [])).weights[0]!.kernel]).toEqual([...weights[0]!]);
});
