import { expect, vi } from 'vitest';
import { chooseSet } from '../../src/experiment/moves.ts';
import { apply } from '../../src/experiment/apply.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { Frame, Saved, SavedFile, SavedModel } from '../../src/worker/frame.ts';

/** The shelf of saved models without a page: a browser that keeps, and a trainer that has saved what a test says. */

/** What the browser keeps: it outlives the page's modules. */
export const kept = new Map<string, unknown>();
const store = {
  getAllKeys: () => Promise.resolve([...kept.keys()]),
  get: (key: string) => Promise.resolve(kept.get(key)),
};
const database = {
  transaction: () => ({ store }),
  put: (_store: string, value: unknown, key: string) =>
    Promise.resolve(kept.set(key, structuredClone(value))),
  delete: (_store: string, key: string) => Promise.resolve(kept.delete(key)),
};
vi.mock('../../src/state/database.ts', () => ({ connect: () => Promise.resolve(database) }));

export const experiment: Experiment = { ...opening, ...apply(opening, chooseSet(opening, 'moons')) };
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
export const file = (epoch: number, name = `dm_${epoch}.keras`): SavedFile => ({
  name,
  epoch,
  step: epoch * 10,
  edits: 0,
  checksum: epoch,
  weightsOnly: false,
  best: false,
});
export const modelOf = ({ best: _best, checksum: _checksum, ...rest }: SavedFile, size = 4): SavedModel => ({
  ...rest,
  replays: true,
  moment: {
    counters: { ...counters, step: rest.step, epoch: rest.epoch },
    state: new Float32Array(size).fill(rest.step),
  } as SavedModel['moment'],
});
const axis = Float64Array.from({ length: 61 }, (_, epoch) => epoch);
const values = Float32Array.from(axis);
export const curve = {
  epoch: axis,
  step: axis.map((epoch) => epoch * 10),
  loss: values,
  val_loss: values,
  wrong: values,
};

/** A page that opens: its own modules, what the browser kept, and a trainer that has saved these files. */
export const openPage = async (size = 4, document = experiment) => {
  vi.resetModules();
  const [saved, { startKeeping }, arrivals, { useWork, work }, { replaceTrainer }, { useNotice }] =
    await Promise.all([
      import('../../src/state/saved.ts'),
      import('../../src/state/keeping.ts'),
      import('../../src/state/arrivals.ts'),
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
  work({ experiment: document });
  await startKeeping();
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
  const away = (run: number): void => show([], run);
  return {
    ...saved,
    arrivals,
    show,
    away,
    names,
    settle,
    asked,
    start,
    notice: () => useNotice.getState().notice,
  };
};

/** Nothing is kept, and time stands still. */
export const anew = (): void => {
  kept.clear();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
};

/** Lets time pass until something is so: hashes are made outside of the fake time, on a busy machine slowly. */
export const eventually = (check: () => void): Promise<void> =>
  vi.waitFor(
    async () => {
      await vi.advanceTimersByTimeAsync(1000);
      check();
    },
    { timeout: 30_000 },
  );

export const until = (names: () => readonly string[], count: number): Promise<void> =>
  eventually(() => expect(names()).toHaveLength(count));
