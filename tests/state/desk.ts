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
  let place = manualPlace();
  let session = createSession(place);
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

  /** As a reload of the page: another trainer takes the run up from what was saved; nothing can be undone any more. */
  const reload = async (): Promise<void> => {
    const [saved, { experiment, branches }] = [await session.save(), useWork.getState()];
    place = manualPlace();
    session = createSession(place);
    replaceTrainer(session);
    const { run: id, refused: why } = await session.start(experiment, { saved });
    if (why) throw new Error(`desk: expected a run that was saved to be taken up again, received: ${why.en}`);
    useWork.setState({ past: [], future: [] });
    arrivals.turnTo(id, experiment, branches, saved.origin);
    await settle();
  };

  const started = await session.start(first);
  arrivals.turnTo(started.run, first, []);
  await settle();
  return {
    ...edits,
    ...run,
    refused,
    get session() {
      return session;
    },
    get place() {
      return place;
    },
    reload,
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
