// Measuring a landscape leaves no trace in the run, also where it is given up half-way.

import { expect, test } from 'vitest';
import type { Frame, Probe } from '../../src/worker/frame.ts';
import { probeKey } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { laden } from './landscapes.ts';
import { manualPlace } from './place.ts';
import { noisy } from './runs.ts';

const slice: Probe = { kind: 'slice', layer: 0, at: 1, rows: 'batch' };
const surface: Probe = { kind: 'surface', directions: { kind: 'principal' }, rows: 'all', size: 16 };
const race: Probe = {
  kind: 'race',
  directions: { kind: 'random', seed: 1 },
  rows: 'all',
  updates: 20,
  rate: 'best',
};
const everything = [slice, surface, race];

/** On a machine so slow that a frame is a piece or two of the work, so that most of it is given up half-way. */
const SLOW = 1.5;

test('a run whose landscape is measured at every phase is that of one that nobody looks at', async () => {
  const walk = async (looking: boolean) => {
    const place = manualPlace(SLOW);
    const session = createSession(place);
    expect((await session.start(laden)).refused).toBeNull();
    const frames = [];
    const seen: Frame[] = [];
    for (let i = 0; i < 120; i++) {
      await session.forward(i % 40 === 39 ? 'epoch' : 'phase');
      if (looking) {
        seen.push(await session.frame(everything, []));
        place.pass(i % 7 === 0 ? 60 : 0);
        if (i % 5 === 0) seen.push(await session.frame(everything, []));
      }
      const { views: _views, ...frame } = await session.frame([], []);
      frames.push(frame);
    }
    for (const size of ['phase', 'batch'] as const) {
      await session.back(size);
      if (looking) await session.frame(everything, []);
      // What is far back is reached in slices.
      place.pass(10_000);
    }
    return { frames, seen, saved: await session.save() };
  };
  const [seen, alone] = [await walk(true), await walk(false)];
  expect(seen.saved).toEqual(alone.saved);
  expect(seen.frames).toEqual(alone.frames);
  // It was begun each time, and not finished.
  const shown = seen.seen.map(({ views }) => views.slices![probeKey(slice)]!.progress);
  expect(shown.some((progress) => progress > 0 && progress < 1)).toBe(true);
});

test('a run that plays while its landscape is measured has the bits of one that nobody looks at', async () => {
  const place = manualPlace(SLOW);
  const session = createSession(place);
  expect((await session.start(noisy)).refused).toBeNull();
  await session.pace('batch', 30);
  await session.play();
  for (let i = 0; i < 40; i++) {
    place.pass(16);
    await session.frame(everything, []);
  }
  await session.pause();
  const { now } = await session.save();
  expect(now.counters.step).toBeGreaterThan(10);
  const alone = createSession(manualPlace());
  await alone.start(noisy, { step: now.counters.step });
  expect((await alone.save()).now).toEqual(now);
});

test('at rest a frame has more than the one before, until all is there', async () => {
  const place = manualPlace(SLOW);
  const session = createSession(place);
  await session.start(noisy);
  for (let i = 0; i < 40; i++) await session.forward('batch');
  const progress: number[] = [];
  for (let i = 0; i < 400 && progress.at(-1) !== 1; i++) {
    const { views } = await session.frame([surface], []);
    if (views.surface) progress.push(views.surface.progress);
    place.pass(16);
  }
  expect(progress.at(-1)).toBe(1);
  expect(progress.length).toBeGreaterThan(5);
});

test('between frames it goes on by itself', async () => {
  const place = manualPlace(SLOW);
  const session = createSession(place);
  await session.start(noisy);
  for (let i = 0; i < 40; i++) await session.forward('batch');
  await session.frame([slice], []);
  place.pass(10_000);
  const { views } = await session.frame([slice], []);
  expect(views.slices![probeKey(slice)]!.progress).toBe(1);
});

test('another moment and another question begin anew', async () => {
  const place = manualPlace();
  const session = createSession(place);
  await session.start(noisy);
  const look = async (probe: Probe) => (await session.frame([probe], [])).views.slices![probeKey(slice)]!;
  const held: Probe = { ...slice, range: [-2, 2] };
  const first = await look(held);
  await session.forward('batch');
  const second = await look(held);
  expect(second.step).toBe(1);
  expect(second.losses).not.toEqual(first.losses);
  // A weight set by hand is another moment of the same step.
  await session.edit({ weights: [{ layer: 0, at: 1, value: 0.75 }] });
  const third = await look(held);
  expect(third).toMatchObject({ step: 1, weight: 0.75 });
  await session.back('batch');
  expect((await look(held)).losses).toEqual(first.losses);
  expect((await look({ ...held, range: [0, 1] })).range).toEqual([0, 1]);
});
