import { beforeEach, expect, test, vi } from 'vitest';
import type { SavedAsset } from '../../src/state/assets.ts';
import { anew, curve, experiment, eventually, file, kept, openPage, until } from './shelf.ts';

beforeEach(anew);

test('what is saved is kept with its document, its moment and its curve up to there, under the hash of it', async () => {
  const page = await openPage();
  page.show([file(2), file(5)]);
  await until(page.names, 2);
  expect(page.names()).toEqual(['dm_5.keras', 'dm_2.keras']);
  const asset = [...kept.values()].find((one) => (one as SavedAsset).name === 'dm_2.keras') as SavedAsset;
  expect(asset).toMatchObject({ name: 'dm_2.keras', epoch: 2, step: 20, weightsOnly: false });
  expect(JSON.parse(asset.experiment)).toEqual(experiment);
  expect([...asset.moment.state]).toEqual([20, 20, 20, 20]);
  expect([...asset.curve.step]).toEqual([0, 10, 20]);
  for (const key of kept.keys()) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

test('after a reload they are there, and the same run adds none of them a second time', async () => {
  const before = await openPage();
  before.show([file(2), file(5)]);
  await until(before.names, 2);
  const after = await openPage();
  expect(after.names().toSorted()).toEqual(['dm_2.keras', 'dm_5.keras']);
  expect(after.useShelf.getState().models.every(({ run }) => run === null)).toBe(true);
  after.show([file(2), file(5)], 7);
  await eventually(() => {
    expect(after.useShelf.getState().models.every(({ run }) => run === 7)).toBe(true);
  });
  expect(kept.size).toBe(2);
});

test('of one run a later model takes the place of one of its name, of another run it does not', async () => {
  const page = await openPage();
  page.show([file(2, 'best.keras')]);
  await until(page.names, 1);
  page.show([file(9, 'best.keras')]);
  await eventually(() => {
    expect(page.useShelf.getState().models.map(({ asset }) => asset.epoch)).toEqual([9]);
  });
  expect(kept.size).toBe(1);
});

test('deleted it is gone, does not come back with the next frame or a reload, and undo brings it back', async () => {
  const page = await openPage();
  page.show([file(2)]);
  await until(page.names, 1);
  page.deleteModel(page.useShelf.getState().models[0]!);
  expect(page.names()).toEqual([]);
  const notice = page.notice()!;
  expect(notice.text).toEqual({ en: 'dm_2.keras is deleted.', ko: expect.stringContaining('지웠습니다') });
  const other = await openPage();
  other.show([file(2), file(3)], 3);
  await until(other.names, 1);
  expect(other.names()).toEqual(['dm_3.keras']);
  notice.action!.run();
  expect(page.names()).toEqual(['dm_2.keras']);
  expect(page.notice()).toBeNull();
});

test('the newest fifty are kept, and those that were let go do not come back', async () => {
  const page = await openPage();
  for (let first = 1; first <= 51; first += 10) {
    const ten = Array.from({ length: 10 }, (_, i) => file(first + i));
    page.show(ten);
    await eventually(() => {
      expect(page.names().slice(0, 10)).toEqual(ten.map(({ name }) => name).toReversed());
    });
  }
  expect(page.names()).toHaveLength(50);
  expect(page.names()).not.toContain('dm_10.keras');
  const letGo = Object.values(page.useShelf.getState().gone).filter(({ gone }) => gone === 'room');
  expect(letGo).toHaveLength(10);
  page.show([file(1)], 2);
  await page.settle();
  expect(page.names()).toHaveLength(50);
});

test('large models are let go by their bytes', async () => {
  const page = await openPage(3e6);
  page.show([file(1), file(2)]);
  await until(page.names, 2);
  page.show([file(1), file(2), file(3)]);
  await eventually(() => {
    expect(page.names()).toEqual(['dm_3.keras', 'dm_2.keras']);
  });
});

test('opened, the run is taken up at that very moment as its own document', async () => {
  const page = await openPage();
  page.show([file(5)]);
  await until(page.names, 1);
  const opened = page.openModel(page.useShelf.getState().models[0]!);
  await vi.waitFor(() => expect(page.start).toHaveBeenCalledOnce());
  const [next, options] = page.start.mock.calls[0]!;
  expect(next).toEqual(experiment);
  expect(options.saved).toMatchObject({
    past: [],
    newest: { step: 50, epoch: 5, edits: 0 },
    now: { counters: { step: 50, epoch: 5 } },
    marks: [],
  });
  await opened;
  expect(page.notice()?.text.en).toMatch(/^dm_5\.keras is open, as it was after epoch 5\./);
});

test('a run that does not come by the model begins there, and so does one of which that is not known', async () => {
  const page = await openPage();
  page.show([file(5)]);
  await until(page.names, 1);
  const { asset } = page.useShelf.getState().models[0]!;
  const [key] = kept.keys();
  const { replays: _unknown, ...older } = asset;
  for (const [stored, begins] of [
    [asset, false],
    [{ ...asset, replays: false }, true],
    [older, true],
  ] as const) {
    kept.set(key!, stored);
    const later = await openPage();
    void later.openModel(later.useShelf.getState().models[0]!);
    await vi.waitFor(() => expect(later.start).toHaveBeenCalledOnce());
    const { now, origin } = later.start.mock.calls[0]![1].saved!;
    expect(now).toBeDefined();
    expect(origin).toEqual(begins ? now : undefined);
  }
});

test.each([
  ['no asset', 7],
  ['one with a strange key', { gone: 'deleted', at: 1, more: 1 }],
  [
    'a moment without weights',
    { name: 'a', epoch: 1, step: 1, weightsOnly: false, experiment: '', moment: {}, curve, at: 1 },
  ],
])('what was spoiled in the browser is passed over: %s', async (_name, value) => {
  kept.set('spoiled', value);
  const page = await openPage();
  expect(page.names()).toEqual([]);
  expect(page.useShelf.getState().gone).toEqual({});
});

test('a document that cannot be read is not opened, and that is said', async () => {
  const page = await openPage();
  page.show([file(5)]);
  await until(page.names, 1);
  const model = page.useShelf.getState().models[0]!;
  await page.openModel({ ...model, asset: { ...model.asset, experiment: '{"version":1}' } });
  expect(page.start).not.toHaveBeenCalled();
  expect(page.notice()?.text.en).toBe('dm_5.keras could not be read, so it was not opened.');
});

test('what the trainer no longer has is not asked for again', async () => {
  const page = await openPage();
  page.asked.mockResolvedValue(null);
  page.show([file(2)]);
  await page.settle();
  page.show([file(2)]);
  await page.settle();
  expect(page.asked).toHaveBeenCalledOnce();
  expect(page.names()).toEqual([]);
});
