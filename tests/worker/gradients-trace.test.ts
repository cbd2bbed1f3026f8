// Looking at the gradients of a run leaves no trace in it.

import { describe, expect, test } from 'vitest';
import type { LayerSpec } from '../../src/engine/layers/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { createBuffers } from '../../src/worker/buffers.ts';
import { look } from '../../src/worker/probes/index.ts';
import { advance } from '../../src/worker/run.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { bitsOf, dense, noisy, started } from './runs.ts';

describe('looking', () => {
  const experiment: Experiment = {
    ...noisy,
    model: {
      layers: [
        dense(1, 4, 'tanh'),
        { type: 'BatchNormalization', id: 2 },
        { type: 'Dropout', id: 3, rate: 0.3 },
        dense(4, 1, 'sigmoid'),
      ] as LayerSpec[],
    },
    compile: {
      ...noisy.compile,
      optimizer: { type: 'Adam', learning_rate: 0.01, clipnorm: 0.5 },
    },
  };

  test('at every phase leaves the run with the frames and the bits of one that nobody looks at', async () => {
    const walk = async (looking: boolean) => {
      const session = createSession(manualPlace());
      expect((await session.start(experiment)).refused).toBeNull();
      const frames = [];
      for (let i = 0; i < 60; i++) {
        await session.forward(i % 30 === 29 ? 'epoch' : 'phase');
        if (looking) await session.frame([{ kind: 'gradients' }], []);
        const { views: _views, ...frame } = await session.frame([], []);
        frames.push(frame);
      }
      await session.back('phase');
      await session.back('batch');
      return { frames, saved: await session.save() };
    };
    expect(await walk(true)).toEqual(await walk(false));
  });

  test('leaves the bits of the state and the slopes of the last update alone', () => {
    const run = started(experiment);
    for (let i = 0; i < 3; i++) advance(run, 'batch');
    const { arena, ranges } = run.trainer.settings.model;
    const slopes = () => [...arena.memory.subarray(ranges.gradients, ranges.gradients + ranges.count)];
    const before = [bitsOf(run), slopes()];
    look(run, [{ kind: 'gradients' }], createBuffers());
    expect([bitsOf(run), slopes()]).toEqual(before);
  });
});
