// Looking into a run leaves no trace in it.

import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { Probe } from '../../src/worker/frame.ts';
import { advance } from '../../src/worker/run.ts';
import { createSession } from '../../src/worker/session.ts';
import { anatomyOf } from './anatomyOf.ts';
import { manualPlace } from './place.ts';
import { noisy, started, stateful, traceOf } from './runs.ts';

test('a run that is looked into at every phase has the bits, the log, the files and the curve of one that is not', async () => {
  const experiment: Experiment = {
    ...stateful,
    compile: { ...stateful.compile, metrics: ['accuracy', 'auc'] },
    fit: {
      ...stateful.fit,
      callbacks: [
        { type: 'ModelCheckpoint', filepath: 'm_{epoch:02d}.keras' },
        { type: 'ReduceLROnPlateau', patience: 1 },
        { type: 'EarlyStopping', patience: 30, restore_best_weights: true },
      ],
    },
  };
  const walk = async (looking: boolean) => {
    const session = createSession(manualPlace());
    expect((await session.start(experiment)).refused).toBeNull();
    const probes: Probe[] = [0, 1, 2, 3].map((layer) => ({ kind: 'anatomy', point: 5, layer }));
    const frames = [];
    for (let i = 0; i < 200; i++) {
      await session.forward(i % 50 === 49 ? 'epoch' : 'phase');
      if (looking) await session.frame(probes, []);
      const { views: _views, ...frame } = await session.frame([], []);
      frames.push(frame);
    }
    await session.back('phase');
    await session.back('batch');
    return { frames, saved: await session.save() };
  };
  const [seen, alone] = [await walk(true), await walk(false)];
  expect(seen.saved).toEqual(alone.saved);
  expect(seen.frames).toEqual(alone.frames);
});

test('looking leaves the bits of the state and the slopes of the last update alone', () => {
  const run = started(noisy);
  for (let i = 0; i < 3; i++) advance(run, 'batch');
  const before = traceOf(run);
  anatomyOf(run, 3, 0);
  expect(traceOf(run)).toEqual(before);
});
