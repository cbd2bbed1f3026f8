import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Counters } from '../../src/engine/index.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { createSession } from '../../src/worker/session.ts';

/** What a tab has left behind in IndexedDB, as a test can carry it: the state as its 32-bit patterns. */
export interface Left {
  readonly experiment: string;
  readonly counters: Counters;
  readonly bits: readonly number[];
  readonly curve: readonly number[];
}

/** The name under which this tab keeps its record. */
export const tabName = (page: Page): Promise<string> =>
  page.evaluate(() => sessionStorage.getItem('gradus-tab') ?? '');

/** Where a script can be run: a page of any browser, whatever drives it. The script uses nothing outside itself. */
export interface Scriptable {
  evaluate<Value>(script: () => Promise<Value>): Promise<Value>;
}

/** The record of this tab; null while there is none. */
const readRecord = (page: Scriptable): Promise<Left | null> =>
  page.evaluate(async (): Promise<Left | null> => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('IndexedDB did not answer.')));
      });
    // To open what is not there would make it, without the page's stores.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'gradus')) return null;
    const database = await answer(indexedDB.open('gradus'));
    const tab = sessionStorage.getItem('gradus-tab') ?? '';
    const known = database.objectStoreNames.contains('tabs');
    const found: unknown = known
      ? await answer(database.transaction('tabs').objectStore('tabs').get(tab))
      : undefined;
    database.close();
    if (!found) return null;
    const { experiment, saved } = found as {
      experiment: string;
      saved: { now: { counters: Counters; state: Float32Array }; curve: { loss: Float32Array } };
    };
    return {
      experiment,
      counters: saved.now.counters,
      bits: [...new Uint32Array(saved.now.state.slice().buffer)],
      curve: [...saved.curve.loss],
    };
  });

/** The 32-bit patterns of a state, to be compared with those of a record. */
const bitsOf = (state: Float32Array): readonly number[] => [...new Uint32Array(state.slice().buffer)];

/** Waits for the record of this tab to be one of so many updates and edits. */
export const recordAt = async (page: Scriptable, step: number, edits: number): Promise<Left> => {
  let found: Left | null = null;
  await expect
    .poll(
      async () => {
        found = await readRecord(page);
        return (
          found && [found.counters.step, (JSON.parse(found.experiment) as { edits: unknown[] }).edits.length]
        );
      },
      { timeout: 30_000, interval: 50 },
    )
    .toEqual([step, edits]);
  if (!found) throw new Error('No record was found after it had been seen.');
  return found;
};

/** Waits for the record of this tab to have passed so many epochs, and says how many it has. */
export const recordBeyond = async (page: Scriptable, epoch: number): Promise<number> => {
  let found = 0;
  await expect
    .poll(
      async () => {
        found = (await readRecord(page))?.counters.epoch ?? 0;
        return found;
      },
      { timeout: 30_000, interval: 100 },
    )
    .toBeGreaterThan(epoch);
  return found;
};

/** The state after so many updates, as Node's own session computes it. */
export const inNode = async (experiment: Experiment, step: number): Promise<readonly number[]> => {
  const session = createSession({
    now: () => performance.now(),
    later: (task, delay) => void setTimeout(task, delay),
    transfer: (value) => value,
  });
  const { refused } = await session.start(experiment, { step });
  expect(refused).toBeNull();
  // What is far is reached in slices.
  while ((await session.frame([], [])).seeking) await new Promise((resolve) => setTimeout(resolve, 5));
  const { counters, state } = (await session.save()).now;
  expect(counters.step).toBe(step);
  return bitsOf(state);
};
