import { vi } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from '../worker/place.ts';

/**
 * The page's state without a page: a session in place of the worker, and frames that come when a test says so.
 * `checked`: what looks whether a design fits has come already.
 */
export const openDesk = async (first: Experiment = opening, { checked = true } = {}) => {
  vi.resetModules();
  const place = manualPlace();
  const session = createSession(place);
  const [edits, run, { checks, refused }, { useWork }, arrivals, { replaceTrainer }] = await Promise.all([
    import('../../src/state/experiment.ts'),
    import('../../src/state/run.ts'),
    import('../../src/state/problems.ts'),
    import('../../src/state/store.ts'),
    import('../../src/state/arrivals.ts'),
    import('../../src/state/trainer.ts'),
  ]);
  replaceTrainer(session);
  if (checked) await checks.fetch();
  await (await import('../../src/state/parts.ts')).branching.fetch();

  /** Lets everything that was asked of the trainer be answered. */
  const answers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  /** One frame comes; true if it was shown. */
  const frame = async (): Promise<boolean> => arrivals.arrive(await session.frame([], []));
  /** Answers and frames until nothing waits for another any more. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      await answers();
      await frame();
      if (!arrivals.runExpected()) return;
    }
    throw new Error(
      'desk: expected the page to come to rest within 20 frames; a run never came to the screen.',
    );
  };
  const train = async (epochs: number): Promise<void> => {
    for (let epoch = 0; epoch < epochs; epoch += 1) await session.forward('epoch');
    await settle();
  };

  const started = await session.start(first);
  arrivals.turnTo(started.run, first, []);
  await settle();
  return {
    ...edits,
    ...run,
    refused,
    session,
    place,
    work: () => useWork.getState(),
    answers,
    frame,
    settle,
    train,
    arrivals,
    /** The bits of weights and slots, and where they stand. */
    stand: async () => {
      const { now } = await session.save();
      return { bits: [...new Uint32Array(now.state.slice().buffer)], counters: now.counters };
    },
  };
};

export type Desk = Awaited<ReturnType<typeof openDesk>>;
