// An edit made behind the newest moment: another run goes on with it, and the one that was left stays whole.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import type { Saved } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { noisy } from './runs.ts';

type Session = ReturnType<typeof createSession>;

const rate = (learning_rate: number): Patch => ({
  compile: { optimizer: { type: 'SGD', learning_rate, momentum: 0.9 } },
});
const PATCHES: readonly Patch[] = [
  rate(2),
  rate(0.02),
  {
    compile: { optimizer: { type: 'Adam', learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 } },
  },
  { weights: [{ layer: 0, at: 3, value: -1.5 }] },
  { data: { changes: [{ op: 'move', id: 5, x: [0.9, -0.2] }] } },
  { fit: { batch_size: 7 } },
];

const opened = async (experiment: Experiment, saved?: Saved): Promise<Session> => {
  const session = createSession(manualPlace());
  expect((await session.start(experiment, saved ? { saved } : {})).refused).toBeNull();
  return session;
};

/** Where a session stands, to the bit. */
const standOf = ({ now }: Saved) => ({
  bits: [...new Uint32Array(now.state.slice().buffer)],
  counters: now.counters,
});
const stand = async (session: Session) => standOf(await session.save());

/** The same moment, come by on a fresh run of the document. */
const replayed = async (experiment: Experiment, step: number) => {
  const session = createSession(manualPlace());
  expect((await session.start(experiment, { step })).refused).toBeNull();
  return stand(session);
};

const trained = async (epochs: number): Promise<Session> => {
  const session = await opened(noisy);
  for (let epoch = 0; epoch < epochs; epoch += 1) await session.forward('epoch');
  return session;
};

test('an edit made behind the newest moment leaves the old run as it was, and both go on to the bits of fresh runs', async () => {
  const session = await trained(10);
  const newest = await stand(session);
  const { curve, marks } = await session.frame([], []);
  for (const patch of PATCHES) {
    await session.seek(33);
    const before = await stand(session);
    const { step, applied, run, left } = await session.edit(patch, true);
    expect([step, applied, left]).not.toContain(null);
    expect(run).not.toBe(left);
    const forked = addEdit(noisy, applied, step, patch);
    expect((await session.frame([], [])).newest).toMatchObject({ step: 33, epoch: 4 });
    for (let epoch = 0; epoch < 3; epoch += 1) await session.forward('epoch');
    const there = await stand(session);
    expect(there).toEqual(await replayed(forked, there.counters.step));

    expect(await session.restore(left ?? 0)).toBe(true);
    expect(await stand(session)).toEqual(before);
    const frame = await session.frame([], []);
    expect(frame).toMatchObject({ run: left, position: { step: 33 }, newest: { step: 80 }, written: 0 });
    expect(frame.curve).toEqual(curve);
    expect(frame.marks).toEqual(marks);
    await session.seek(80);
    expect(await stand(session)).toEqual(newest);
    expect(await session.restore(run)).toBe(true);
    expect(await stand(session)).toEqual(there);
    expect(await session.restore(left ?? 0)).toBe(true);
  }
});

test('unchanged, a rewound run goes on through its known future to the same bits, and stays the same run', async () => {
  const session = await trained(10);
  const { run } = await session.frame([], []);
  const newest = await stand(session);
  await session.seek(21);
  for (let epoch = 2; epoch < 10; epoch += 1) await session.forward('epoch');
  expect(await stand(session)).toEqual(newest);
  expect((await session.frame([], [])).run).toBe(run);
  expect(await stand(session)).toEqual(await replayed(noisy, 80));
});

test('at the newest moment, and of one gesture from its second edit on, the same run goes on', async () => {
  const session = await trained(4);
  const first = await session.edit(rate(0.1), true);
  expect(first.left).toBeNull();
  await session.seek(10);
  const second = await session.edit(rate(0.3), true);
  expect(second.left).toBe(first.run);
  const third = await session.edit(rate(0.4), true);
  expect(third).toMatchObject({ run: second.run, left: null });
  const experiment = addEdit(addEdit(noisy, second.applied, 10, rate(0.3)), third.applied, 10, rate(0.4));
  expect(experiment.edits).toEqual([{ step: 10, patch: rate(0.4) }]);
  await session.forward('epoch');
  const there = await stand(session);
  expect(there).toEqual(await replayed(experiment, there.counters.step));
});

test('in the middle of a batch both runs stand in the middle of that batch', async () => {
  const session = await trained(4);
  await session.seek(12);
  for (let phase = 0; phase < 4; phase += 1) await session.forward('phase');
  const patch = rate(1);
  const { step, applied, run, left } = await session.edit(patch, true);
  const position = { step: 12, phase: 4 };
  expect(await session.frame([], [])).toMatchObject({ run, position, edits: 1, newest: { step: 12 } });
  await session.forward('batch');
  expect(await stand(session)).toEqual(await replayed(addEdit(noisy, applied, step, patch), 13));
  await session.restore(left ?? 0);
  expect(await session.frame([], [])).toMatchObject({ run: left, position, edits: 0, newest: { step: 32 } });
  await session.forward('batch');
  expect(await stand(session)).toEqual(await replayed(noisy, 13));
});

test('a run that was left can be opened where it came furthest, with its past and its curve', async () => {
  const session = await trained(10);
  const newest = await stand(session);
  const { curve } = await session.frame([], []);
  await session.seek(33);
  const { left } = await session.edit(rate(2), true);
  const saved = await session.reached(left ?? 0);
  if (!saved) throw new Error('The run was to be kept.');
  expect(standOf(saved)).toEqual(newest);
  const again = await opened(noisy, structuredClone(saved));
  expect((await again.frame([], [])).curve).toEqual(curve);
  await again.forward('epoch');
  expect(await stand(again)).toEqual(await replayed(noisy, 88));
  await again.seek(33);
  expect(await stand(again)).toEqual(await replayed(noisy, 33));
  expect(await session.reached(99)).toBeNull();
});

test('an edit at the newest moment, made after it was noted, is in force where the run is opened again', async () => {
  const session = await trained(3);
  const made = await session.edit(rate(3), true);
  const experiment = addEdit(noisy, made.applied, made.step, rate(3));
  await session.seek(9);
  const { left } = await session.edit(rate(0.01), true);
  const saved = await session.reached(left ?? 0);
  if (!saved) throw new Error('The run was to be kept.');
  const again = await opened(experiment, structuredClone(saved));
  await again.forward('epoch');
  expect(await stand(again)).toEqual(await replayed(experiment, 32));
});

test('however often it is rewound and edited, every run replays to its own bits', async () => {
  const doing = fc.oneof(
    fc.nat({ max: 60 }).map((step) => ({ kind: 'seek', step }) as const),
    fc.integer({ min: 1, max: 20 }).map((batches) => ({ kind: 'train', batches }) as const),
    fc.integer({ min: 1, max: 5 }).map((phases) => ({ kind: 'phases', phases }) as const),
    fc.nat({ max: PATCHES.length - 1 }).map((which) => ({ kind: 'edit', patch: PATCHES[which]! }) as const),
    fc.nat({ max: 5 }).map((which) => ({ kind: 'restore', which }) as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 4, maxLength: 16 }), async (list) => {
      const session = await trained(2);
      let here = (await session.frame([], [])).run;
      const documents = new Map([[here, noisy]]);
      for (const one of list) {
        if (one.kind === 'seek') await session.seek(one.step);
        else if (one.kind === 'train')
          for (let i = 0; i < one.batches; i += 1) await session.forward('batch');
        else if (one.kind === 'phases')
          for (let i = 0; i < one.phases; i += 1) await session.forward('phase');
        else if (one.kind === 'restore') {
          const known = [...documents.keys()][one.which];
          if (known !== undefined && known !== here && (await session.restore(known))) here = known;
        } else {
          const { step, applied, run } = await session.edit(one.patch, true);
          documents.set(run, addEdit(documents.get(here)!, applied, step, one.patch));
          here = run;
        }
      }
      for (const [run, experiment] of documents) {
        if (run !== here && !(await session.restore(run))) continue;
        here = run;
        // In the middle of a batch its loss is known already; the bits of a batch are compared at its end.
        if ((await session.frame([], [])).position.phase > 0) await session.forward('batch');
        const there = await stand(session);
        const { edits, step } = there.counters;
        const until = { ...experiment, edits: experiment.edits.slice(0, edits) };
        const again = await replayed(until, step);
        // The loss of the batch last looked into is a reading; nothing that is learned later comes of it.
        const { batchLoss } = there.counters;
        expect(there).toEqual({ ...again, counters: { ...again.counters, batchLoss } });
      }
    }),
    { numRuns: 60 },
  );
});

test('the way to the moment of an edit is gone in slices: the page is answered on it, and plays on only after the edit', async () => {
  // A look at the clock takes 4 ms, a slice 8: a batch a slice.
  const place = manualPlace(4);
  const session = createSession(place);
  expect((await session.start(noisy)).refused).toBeNull();
  for (let epoch = 0; epoch < 10; epoch += 1) await session.forward('epoch');
  await session.seek(39);
  place.pass(1000);
  expect((await session.frame([], [])).position.step).toBe(39);
  await session.play();
  const patch = rate(2);
  const waits = session.edit(patch, true);
  let frames = 0;
  for (let slice = 0; slice < 40; slice += 1) {
    const { seeking, position } = await session.frame([], []);
    if (!seeking) break;
    frames += 1;
    expect(position.step).toBeLessThan(39);
    place.pass(8);
  }
  expect(frames).toBeGreaterThan(3);
  const { step, applied } = await waits;
  expect(step).toBe(39);
  await session.pause();
  const { counters } = standOf(await session.save());
  expect(await stand(session)).toEqual(await replayed(addEdit(noisy, applied, step, patch), counters.step));
});
