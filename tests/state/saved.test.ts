import { beforeEach, expect, test, vi } from 'vitest';
import { chooseSet } from '../../src/experiment/moves.ts';
import { apply } from '../../src/experiment/apply.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { SavedAsset } from '../../src/state/assets.ts';
import type { Frame, Saved, SavedFile, SavedModel } from '../../src/worker/frame.ts';

/** What the browser keeps: it outlives the page's modules. */
const kept = new Map<string, unknown>();
const store = {
  getAllKeys: () => Promise.resolve([...kept.keys()]),
  getAll: () => Promise.resolve([...kept.values()]),
};
const database = {
  transaction: () => ({ store }),
  put: (_store: string, value: unknown, key: string) =>
    Promise.resolve(kept.set(key, structuredClone(value))),
  delete: (_store: string, key: string) => Promise.resolve(kept.delete(key)),
};
vi.mock('../../src/state/database.ts', () => ({ connect: () => Promise.resolve(database) }));

const experiment: Experiment = { ...opening, ...apply(opening, chooseSet(opening, 'moons')) };
const counters = {
  step: 0,
  began: 0,
  epoch: 0,
  cursor: 0,
  batch: 0,
  lossSum: 0,
  lossRows: 0,
  right: 0,
  epochLoss: Number.NaN,
  epochWrong: Number.NaN,
  epochBatches: 0,
  batchLoss: Number.NaN,
  edits: 0,
};
const file = (epoch: number, name = `dm_${epoch}.keras`): SavedFile => ({
  name,
  epoch,
  step: epoch * 10,
  weightsOnly: false,
  best: false,
});
const modelOf = ({ best: _best, ...rest }: SavedFile, size = 4): SavedModel => ({
  ...rest,
  edits: 0,
  replays: true,
  moment: {
    counters: { ...counters, step: rest.step, epoch: rest.epoch },
    state: new Float32Array(size).fill(rest.step),
  } as SavedModel['moment'],
});
const axis = Float64Array.from({ length: 61 }, (_, epoch) => epoch);
const values = Float32Array.from(axis);
const curve = {
  epoch: axis,
  step: axis.map((epoch) => epoch * 10),
  loss: values,
  val_loss: values,
  wrong: values,
};

/** A page that opens: its own modules, what the browser kept, and a trainer that has saved these files. */
const openPage = async (size = 4) => {
  vi.resetModules();
  const [saved, { useWork, work }, { replaceTrainer }, { useNotice }] = await Promise.all([
    import('../../src/state/saved.ts'),
    import('../../src/state/store.ts'),
    import('../../src/state/trainer.ts'),
    import('../../src/state/notice.ts'),
  ]);
  let files: readonly SavedFile[] = [];
  const start = vi.fn<(next: Experiment, options: { saved?: Saved }) => Promise<object>>(async () => ({
    run: 2,
    left: 1,
    refused: null,
  }));
  const asked = vi.fn<(name: string) => Promise<SavedModel | null>>(async (name) => {
    const found = files.findLast((each) => each.name === name);
    return found ? modelOf(found, size) : null;
  });
  replaceTrainer({ file: asked, start } as unknown as Parameters<typeof replaceTrainer>[0]);
  work({ experiment });
  await saved.startKeeping();
  const show = (now: readonly SavedFile[], run = 1): void => {
    files = now;
    const here = { step: 600, epoch: 60 };
    const frame = {
      run,
      edits: 0,
      position: here,
      newest: here,
      curve,
      callbacks: { files: now, patience: null, log: [] },
    };
    useWork.setState({ frame: { ...useWork.getState().frame, ...frame } as unknown as Frame });
  };
  const names = () => saved.useShelf.getState().models.map(({ asset }) => asset.name);
  const settle = () => vi.advanceTimersByTimeAsync(60_000);
  return { ...saved, show, names, settle, asked, start, notice: () => useNotice.getState().notice };
};

beforeEach(() => {
  kept.clear();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});

/** Hashes are made outside of the fake time. */
const until = (names: () => readonly string[], count: number) =>
  vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(names()).toHaveLength(count);
  });

test('what is saved is kept with its document, its moment and its curve up to there, under the hash of it', async () => {
  const page = await openPage();
  page.show([file(2), file(5)]);
  await until(page.names, 2);
  expect(page.names()).toEqual(['dm_5.keras', 'dm_2.keras']);
  const asset = kept.values().next().value as SavedAsset;
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
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(after.useShelf.getState().models.every(({ run }) => run === 7)).toBe(true);
  });
  expect(kept.size).toBe(2);
});

test('of one run a later model takes the place of one of its name, of another run it does not', async () => {
  const page = await openPage();
  page.show([file(2, 'best.keras')]);
  await until(page.names, 1);
  page.show([file(9, 'best.keras')]);
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
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
    page.show(Array.from({ length: 10 }, (_, i) => file(first + i)));
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000);
      expect(page.names()[0]).toBe(`dm_${first + 9}.keras`);
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
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
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
