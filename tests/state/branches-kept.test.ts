// Branches over a reload: what the browser keeps of them, and until when.

import { afterEach, expect, test, vi } from 'vitest';
import { addLayer, setRate } from '../../src/experiment/moves.ts';
import type { Record } from '../../src/state/storage.ts';
import { agreed } from './agreed.ts';
import { back, branched } from './branched.ts';
import type { Desk } from './desk.ts';

/** What the browser keeps, store by store. */
const kept = { tabs: new Map<string, unknown>(), assets: new Map<string, unknown>() };
type StoreName = keyof typeof kept;
const storeOf = (name: StoreName) => ({
  getAllKeys: () => Promise.resolve([...kept[name].keys()]),
  getAll: () => Promise.resolve([...kept[name].values()]),
  put: (value: unknown, key: string) => Promise.resolve(kept[name].set(key, structuredClone(value))),
  delete: (key: string) => Promise.resolve(kept[name].delete(key)),
});
const database = {
  get: (name: StoreName, key: string) => Promise.resolve(structuredClone(kept[name].get(key))),
  transaction: () => ({ objectStore: storeOf, commit: () => {}, done: Promise.resolve() }),
};
vi.mock('../../src/state/database.ts', () => ({ connect: () => Promise.resolve(database) }));
afterEach(() => {
  kept.tabs.clear();
  kept.assets.clear();
});

/** Writes the tab as a page does, and reads it as the next page does. */
const reopened = async (desk: Desk, before: (record: Record) => void = () => {}) => {
  const { namedBranches, readBranches, writeRecord } = await import('../../src/state/reading.ts');
  const { readRecord } = await import('../../src/state/record.ts');
  const { experiment, branches } = desk.work();
  const { named, assets } = await namedBranches(branches);
  const record: Record = {
    experiment: JSON.stringify(experiment),
    saved: await desk.session.save(),
    branches: named,
    ghost: null,
    at: 1,
  };
  await writeRecord('tab', record, assets);
  before(record);
  const read = await readRecord('tab');
  if (!read || 'broken' in read) throw new Error('The record was to be read.');
  return readBranches(read);
};

test('branches survive a reload: each is read back whole, and shown again it goes on to the same bits', async () => {
  const { desk } = await branched();
  await desk.train(5);
  desk.edit(addLayer);
  await desk.settle();
  const before = desk.work().branches;
  const { branches, lost } = await reopened(desk);
  expect(lost).toEqual([]);
  expect(branches.map(({ id: _id, ...branch }) => branch)).toEqual(
    before.map(({ id: _id, ...branch }) => branch),
  );
  const [branch] = branches;
  if (!branch) throw new Error('There was to be a branch.');
  const shown = desk.showAgain(branch);
  await desk.settle();
  expect(await shown).toBe(true);
  await desk.train(2);
  expect(desk.work().frame?.position.step).toBe(42);
  await agreed(desk);
});

test('a branch that is missing or broken is named, and the others are there', async () => {
  const { desk } = await branched();
  for (const rate of [1, 2]) {
    await desk.train(3);
    await back(desk, 1);
    desk.edit((design) => setRate(design, rate));
    await desk.settle();
  }
  const { branches, lost } = await reopened(desk, (record) => {
    kept.assets.delete(record.branches[0]?.key ?? '');
    const key = record.branches[1]?.key ?? '';
    kept.assets.set(key, { ...(kept.assets.get(key) as object), curve: 'bent' });
  });
  expect(lost.map(({ name }) => name.en)).toEqual(['learning_rate 0.5', 'learning_rate 5']);
  expect(branches.map(({ name }) => name.en)).toEqual(['learning_rate 1']);
});

test('a record of before there were branches still opens, its ghost as a branch that is only drawn', async () => {
  const { desk } = await branched();
  const { readBranches } = await import('../../src/state/reading.ts');
  const { readRecord } = await import('../../src/state/record.ts');
  const [branch] = desk.work().branches;
  const ghost = { curve: branch?.curve, name: { en: 'one neuron', ko: '뉴런 하나' }, measures: 'mse' };
  const saved = await desk.session.save();
  kept.tabs.set('tab', { experiment: JSON.stringify(desk.work().experiment), saved, ghost, at: 1 });
  const read = await readRecord('tab');
  if (!read || 'broken' in read) throw new Error('The record was to be read.');
  const { branches, lost } = await readBranches(read);
  expect(lost).toEqual([]);
  expect(branches).toEqual([expect.objectContaining({ ...ghost, shown: true, renamed: false, road: null })]);
});

test('an asset is let go once no record names it any more, and not before', async () => {
  const { desk } = await branched();
  await reopened(desk);
  kept.assets.set('0'.repeat(64), 'a model');
  const { forgetOld, writeRecord } = await import('../../src/state/reading.ts');
  const [tab] = kept.tabs.values() as Iterable<Record>;
  if (!tab) throw new Error('There was to be a record.');
  await writeRecord('another tab', { ...tab, at: 2 }, new Map());
  await writeRecord('tab', { ...tab, branches: [] }, new Map());
  await forgetOld(30);
  expect([...kept.assets.keys()]).toEqual([tab.branches[0]?.key, '0'.repeat(64)]);
  // A record that is let go names nothing any more.
  await writeRecord('tab', { ...tab, branches: [], at: 3 }, new Map());
  await forgetOld(1);
  expect([...kept.tabs.keys()]).toEqual(['tab']);
  expect([...kept.assets.keys()]).toEqual(['0'.repeat(64)]);
});
