import { expect, test } from 'vitest';
import { motionOf } from '../../../src/panels/network/motion.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance, type Run } from '../../../src/worker/run.ts';
import { back } from '../../../src/worker/seek.ts';
import { noisy, started } from '../../worker/runs.ts';

const frameNow = (run: Run): Frame => frameOf(run, [], createBuffers(), false, 0);

test('each phase made is in motion once, forward and the update included', () => {
  const run = started(noisy);
  const kinds: unknown[] = [];
  for (let step = 0; step < 6; step += 1) {
    const before = frameNow(run);
    advance(run, 'phase');
    const motion = motionOf(before, frameNow(run), 0);
    kinds.push([motion?.phase.kind, motion?.phase.layer]);
  }
  expect(kinds).toEqual([
    ['forward', 0],
    ['forward', 1],
    ['loss', null],
    ['backward', 1],
    ['backward', 0],
    ['update', null],
  ]);
});

test('nothing moves for a step back, a jump, another run, or play too fast to follow', () => {
  const run = started(noisy);
  const start = frameNow(run);
  advance(run, 'phase');
  const first = frameNow(run);
  expect(motionOf(start, first, 10)).toBeNull();
  expect(motionOf(null, first, 0)).toBeNull();
  expect(motionOf({ ...start, run: 2 }, first, 0)).toBeNull();
  expect(motionOf({ ...start, edits: 1 }, first, 0)).toBeNull();
  back(run, 'phase');
  expect(motionOf(first, frameNow(run), 0)).toBeNull();
  advance(run, 'batch');
  expect(motionOf(first, frameNow(run), 0)).toBeNull();
});

test('it takes 400 ms at rest and at one phase a second, and less the faster it plays', () => {
  const run = started(noisy);
  const before = frameNow(run);
  advance(run, 'phase');
  const after = frameNow(run);
  expect([0, 1, 2, 4].map((speed) => motionOf(before, after, speed)?.duration)).toEqual([400, 400, 200, 100]);
});
