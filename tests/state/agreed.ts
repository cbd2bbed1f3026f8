import { expect } from 'vitest';
import { designAt } from '../../src/experiment/apply.ts';
import { shapedLayers } from '../../src/experiment/widths.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from '../worker/place.ts';
import type { Desk } from './desk.ts';

/** The design on the screen, once it is sure that screen, document and trainer say the same. */
export const agreed = async (desk: Desk) => {
  await desk.settle();
  const { design, experiment, frame, pending } = desk.work();
  expect(pending).toEqual([]);
  expect(design).toEqual(designAt(experiment, frame?.edits ?? 0));
  expect(frame?.weights.map(({ bias }) => bias.length)).toEqual(
    shapedLayers(design).map(({ units }) => units),
  );
  const here = await desk.stand();
  const again = createSession(manualPlace());
  const { edits } = here.counters;
  const until = { ...experiment, edits: experiment.edits.slice(0, edits) };
  expect((await again.start(until, { step: here.counters.step })).refused).toBeNull();
  const { now } = await again.save();
  expect({ bits: [...new Uint32Array(now.state.slice().buffer)], counters: now.counters }).toEqual(here);
  return { rate: design.compile.optimizer.learning_rate, layers: design.model.layers.length };
};
