// A moment that is far from every keyframe is come to in slices: what is asked for on the way is done at that moment.

import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { StepSize } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { type ManualPlace, manualPlace } from './place.ts';
import { noisy, withRate } from './runs.ts';

/** A callback keeps batches from being made in one go: two thousand take more than one slice. */
const slow: Experiment = {
  ...noisy,
  fit: { ...noisy.fit, callbacks: [{ type: 'ReduceLROnPlateau', patience: 5 }] },
};
const END = 2000;
const rate = { compile: { optimizer: { type: 'SGD', learning_rate: 0.01, momentum: 0 } } } as const;

const begin = async (experiment = slow, step = 0) => {
  const place = manualPlace();
  const session = createSession(place);
  await session.start(experiment, step ? { step } : {});
  return { place, session, look: () => session.frame([], []) };
};
type Table = Awaited<ReturnType<typeof begin>>;

const arrive = async (place: ManualPlace): Promise<void> => {
  place.pass(1000);
  // Whoever waited has had a turn once the promises are through.
  await new Promise((resolve) => setTimeout(resolve));
  place.pass(1000);
};

/** A run that is on its way from its first keyframe to a step. */
const onTheWay = async (step: number): Promise<Table> => {
  const table = await begin(slow, END);
  await arrive(table.place);
  // Nothing is kept but the beginning.
  await table.session.remember(0);
  await table.session.seek(step);
  return table;
};

/** What a run says of itself that only ever went forward. */
const freshAt = async (step: number, experiment = slow) => {
  const { place, look } = await begin(experiment, step);
  await arrive(place);
  return look();
};
const stateOf = ({ position, weights, reading, optimizer }: Awaited<ReturnType<typeof freshAt>>) => ({
  position,
  weights,
  reading,
  optimizer,
});

test('frames show real moments before it, and where it is going, until it is there', async () => {
  const { place, look } = await onTheWay(1900);
  const first = await look();
  expect(first.seeking).toEqual({ step: 1900, epoch: 0 });
  expect(first.position.step).toBeLessThan(1900);
  expect(first.playing).toBe(false);
  expect(stateOf(first)).toEqual(stateOf(await freshAt(first.position.step)));
  await arrive(place);
  const there = await look();
  expect(there.seeking).toBeNull();
  expect(stateOf(there)).toEqual(stateOf(await freshAt(1900)));
  expect(there.newest.step).toBe(END);
});

test('one slice takes no longer than a frame', async () => {
  const { place } = await onTheWay(1900);
  const before = place.now();
  place.pass(0);
  expect(place.now() - before).toBeLessThan(10);
});

test('a later seek takes its place, whichever way it leads', async () => {
  for (const step of [1950, 1800, 3]) {
    const { place, session, look } = await onTheWay(1900);
    await session.seek(step);
    expect((await look()).seeking?.step ?? step).toBe(step);
    await arrive(place);
    expect(stateOf(await look())).toEqual(stateOf(await freshAt(step)));
  }
});

test('an edit is made at the step that was sought, and the seek that follows it comes after it', async () => {
  const { place, session, look } = await onTheWay(1900);
  const edited = session.edit(rate);
  const sought = session.seek(1000);
  await arrive(place);
  expect(await edited).toMatchObject({ step: 1900, applied: 0 });
  await sought;
  await arrive(place);
  expect((await look()).position.step).toBe(1000);
  await session.seek(END);
  await arrive(place);
  const { newest, written } = await look();
  expect([newest.step, written]).toEqual([1900, 1]);
});

test.each<StepSize>(['phase', 'batch', 'epoch'])(
  'a step by %s starts from the moment that was sought',
  async (size) => {
    const [forward, back] = [await onTheWay(1900), await onTheWay(1900)];
    void forward.session.forward(size);
    void back.session.back(size);
    await arrive(forward.place);
    await arrive(back.place);
    for (const [way, { look }] of [['forward', forward] as const, ['back', back] as const]) {
      const fresh = await begin(slow, 1900);
      await arrive(fresh.place);
      await fresh.session[way](size);
      await arrive(fresh.place);
      expect(stateOf(await look())).toEqual(stateOf(await fresh.look()));
    }
  },
);

test('play goes on from the moment that was sought, through the known future to the same bits', async () => {
  const { place, session, look } = await onTheWay(1900);
  await session.pace('batch', 100);
  await session.play();
  expect((await look()).playing).toBe(true);
  await arrive(place);
  await session.pause();
  const { position } = await look();
  expect(position.step).toBeGreaterThan(1900);
  expect(stateOf(await look())).toEqual(stateOf(await freshAt(position.step)));
});

test('on the way to a moment that was never there, a pause or a step stops, and an edit waits', async () => {
  const FAR = 100_000;
  for (const stops of ['pause', 'forward', 'back'] as const) {
    const { place, session, look } = await begin(slow, FAR);
    const { position, seeking } = await look();
    expect(seeking).toEqual({ step: FAR, epoch: 0 });
    await (stops === 'pause' ? session.pause() : session[stops]('batch'));
    await arrive(place);
    const at = await look();
    expect(at.seeking).toBeNull();
    expect(at.position.step - position.step).toBe({ pause: 0, forward: 1, back: -1 }[stops]);
    expect(stateOf(at)).toEqual(stateOf(await freshAt(at.position.step)));
  }
  const { place, session } = await begin(slow, END);
  const edited = session.edit(rate);
  await arrive(place);
  expect((await edited).step).toBe(END);
});

test('another run takes the place of one that is on its way, and that one comes back to where it was going', async () => {
  const { place, session, look } = await onTheWay(1900);
  const waiting = session.forward('batch');
  await session.start(withRate(noisy, 0.01));
  await waiting;
  expect((await look()).position.step).toBe(0);
  expect(await session.restore(1)).toBe(true);
  await arrive(place);
  expect(stateOf(await look())).toEqual(stateOf(await freshAt(1900)));
});

test('the moments that are kept hold to what they may take, and say so', async () => {
  const { place, session, look } = await begin(noisy, END);
  await arrive(place);
  const { moments } = await look();
  expect(moments.budget).toBe(64 * 2 ** 20);
  expect(moments.bytes).toBeLessThan(moments.budget);
  await session.remember(moments.bytes / 2);
  const fewer = (await look()).moments;
  expect(fewer.count).toBeLessThanOrEqual(moments.count);
  expect(fewer.budget).toBe(moments.bytes / 2);
});
