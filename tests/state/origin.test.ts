// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { newWeights, setRate } from '../../src/experiment/moves.ts';
import type { Record } from '../../src/state/storage.ts';
import type { Moment, Saved } from '../../src/worker/frame.ts';
import { noisy } from '../worker/runs.ts';
import { type Desk, openDesk } from './desk.ts';

const experiment: Experiment = {
  ...noisy,
  fit: {
    ...noisy.fit,
    callbacks: [{ type: 'ModelCheckpoint', filepath: 'dm_{epoch}.weights.h5', save_weights_only: true }],
  },
};

/** What the browser keeps. */
const kept = new Map<string, unknown>();
vi.mock('../../src/state/database.ts', () => ({
  connect: () => Promise.resolve({ get: (_store: string, key: string) => Promise.resolve(kept.get(key)) }),
}));

/** A desk with the weights of epoch 4 opened, its optimizer's slots at zero. */
const withOpened = async (): Promise<{ desk: Desk; origin: Moment }> => {
  const desk = await openDesk(experiment);
  await desk.train(4);
  const model = await desk.session.file('dm_4.weights.h5');
  if (!model) throw new Error('There was to be a saved model.');
  const { beginningAt } = await import('../../src/state/origin.ts');
  const opened = desk.open(experiment, { saved: beginningAt(model.moment) });
  await desk.settle();
  expect(await opened).toBe(true);
  return { desk, origin: model.moment };
};

test('an edit where a run was taken up, and steps back over it, leave screen and document at one', async () => {
  const { desk, origin } = await withOpened();
  expect(desk.work().origin).toBe(origin);
  desk.edit(setRate(desk.work().design, 0.05));
  await desk.settle();
  desk.edit(setRate(desk.work().design, 0.1));
  await desk.train(2);
  expect(desk.work().experiment.edits).toEqual([expect.objectContaining({ step: origin.counters.step })]);
  for (let epoch = 0; epoch < 4; epoch += 1) await desk.session.back('epoch');
  await desk.settle();
  const { frame, design } = desk.work();
  expect(frame?.position.step).toBe(origin.counters.step);
  expect(design.compile.optimizer.learning_rate).toBe(0.1);
  expect((await desk.session.save()).now.state).toEqual(origin.state);
});

test('undo leads back to a run that was taken up, even if the trainer does not hold it any more', async () => {
  const { desk, origin } = await withOpened();
  await desk.train(3);
  const there = await desk.stand();
  // More runs than the trainer keeps.
  for (let i = 0; i < 24; i += 1) {
    desk.edit(newWeights(desk.work().design));
    await desk.settle();
    expect(desk.work().origin).toBeNull();
  }
  for (let i = 0; i < 24; i += 1) {
    const undone = desk.undo();
    await desk.settle();
    await undone;
  }
  expect(desk.work().origin).toBe(origin);
  const { bits, counters } = await desk.stand();
  expect(bits).toEqual(there.bits);
  expect(counters.step).toBe(there.counters.step);
});

test('a record keeps where its run begins, and one of before there were such runs is read as it was', async () => {
  const { desk } = await withOpened();
  await desk.train(1);
  const saved = await desk.session.save();
  const { origin, ...older } = saved;
  expect(origin).toBeDefined();
  const { readRecord } = await import('../../src/state/record.ts');
  const reread = async (run: Saved) => {
    const written: Record = {
      experiment: JSON.stringify(experiment),
      saved: run,
      branches: [],
      ghost: null,
      at: 0,
    };
    kept.set('tab', structuredClone(written));
    const record = await readRecord('tab');
    if (!record || 'broken' in record) throw new Error('The record was to be read.');
    return record.saved;
  };
  expect(await reread(saved)).toEqual(saved);
  expect(await reread(older)).toEqual(older);
});

test('a link of a run that goes on from saved weights says that it cannot carry them', async () => {
  const { desk } = await withOpened();
  const { copyLink } = await import('../../src/state/share.ts');
  const writeText = vi.fn<(address: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const words = await copyLink();
  expect(words.en).toBe(
    'Link copied. It cannot carry the saved weights this run goes on from: it opens the same experiment at its very start.',
  );
  expect(words.ko).toContain('저장된 가중치는 링크에 담기지 않습니다');
  writeText.mockRejectedValueOnce(new Error('not allowed'));
  expect((await copyLink()).en).toMatch(/copy it from there\. It cannot carry the saved weights/);
  const undone = desk.undo();
  await desk.settle();
  await undone;
  expect((await copyLink()).en).toBe('Link copied.');
  vi.unstubAllGlobals();
});
