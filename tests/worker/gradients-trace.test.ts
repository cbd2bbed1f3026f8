// Looking at the gradients of a run leaves no trace in it.

import { describe, expect, test } from 'vitest';
import { createBuffers } from '../../src/worker/buffers.ts';
import { look } from '../../src/worker/probes/index.ts';
import { advance } from '../../src/worker/run.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { started, stateful, traceOf } from './runs.ts';

describe('looking', () => {
  test('at every phase leaves the run with the frames and the bits of one that nobody looks at', async () => {
    const walk = async (looking: boolean) => {
      const session = createSession(manualPlace());
      expect((await session.start(stateful)).refused).toBeNull();
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
    const run = started(stateful);
    for (let i = 0; i < 3; i++) advance(run, 'batch');
    const before = traceOf(run);
    look(run, [{ kind: 'gradients' }], createBuffers());
    expect(traceOf(run)).toEqual(before);
  });
});
