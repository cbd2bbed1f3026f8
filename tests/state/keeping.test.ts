// What is asked of the trainer for the shelf of saved models, when, and in which order.

import { beforeEach, expect, test } from 'vitest';
import type { SavedModel } from '../../src/worker/frame.ts';
import { anew, eventually, experiment, file, modelOf, openPage, until } from './shelf.ts';

beforeEach(anew);

test('right after a stop the best comes first, then the newest', async () => {
  const page = await openPage();
  page.show([file(1), { ...file(2), best: true }, file(3), file(4)]);
  await until(page.names, 4);
  expect(page.asked.mock.calls.map(([name]) => name)).toEqual([
    'dm_2.keras',
    'dm_4.keras',
    'dm_3.keras',
    'dm_1.keras',
  ]);
  expect(page.names()).toEqual(['dm_4.keras', 'dm_3.keras', 'dm_2.keras', 'dm_1.keras']);
});

test('after a reload nothing that is on the shelf is asked for, and what is new is', async () => {
  const before = await openPage();
  before.show([file(2), file(5)]);
  await until(before.names, 2);
  const after = await openPage();
  after.show([file(2), file(5)], 7);
  await after.settle();
  expect(after.asked).not.toHaveBeenCalled();
  expect(after.useShelf.getState().models.map(({ run }) => run)).toEqual([7, 7]);
  // Of the same name and step, but not the same bits: another run.
  after.show([file(2), { ...file(5), checksum: 99 }, file(6)], 8);
  await eventually(() => {
    expect(after.asked.mock.calls.map(([name]) => name)).toEqual(['dm_6.keras', 'dm_5.keras']);
  });
});

test('a document that was read again has its names in another order, and is the same one', async () => {
  const before = await openPage();
  before.show([file(2)]);
  await until(before.names, 1);
  const { seed, fit, ...rest } = experiment;
  const after = await openPage(4, { seed, fit, ...rest });
  after.show([file(2)], 7);
  await after.settle();
  expect(after.asked).not.toHaveBeenCalled();
  // The test before may still be keeping what it asked for.
  const { models } = after.useShelf.getState();
  expect(models.filter(({ asset }) => asset.name === 'dm_2.keras').map(({ run }) => run)).toEqual([7]);
});

test('a run that is still awaited when its frame is here, and then rests, has its models kept', async () => {
  const page = await openPage();
  page.arrivals.expectRun();
  page.show([file(2)]);
  await page.settle();
  expect(page.asked).not.toHaveBeenCalled();
  page.arrivals.release();
  await until(page.names, 1);
});

test('a model whose run was left while it was fetched is asked for again once that run is back', async () => {
  const page = await openPage();
  let answer = (_model: SavedModel | null): void => {};
  page.asked.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  page.show([file(2)]);
  page.away(2);
  answer(modelOf(file(2)));
  await page.settle();
  expect(page.names()).toEqual([]);
  page.show([file(2)]);
  await until(page.names, 1);
  expect(page.names()).toEqual(['dm_2.keras']);
});

test('a request that failed is made again, but not for ever', async () => {
  const page = await openPage();
  page.asked.mockRejectedValueOnce(new Error('The worker was busy.'));
  page.show([file(2)]);
  await until(page.names, 1);
  page.asked.mockRejectedValue(new Error('The worker is gone.'));
  page.asked.mockClear();
  page.show([file(2), file(3)]);
  await page.settle();
  expect(page.asked.mock.calls.length).toBeGreaterThan(1);
  expect(page.asked.mock.calls.length).toBeLessThan(10);
});

test('what the trainer had not is asked for once more where a step back took it away and it came again', async () => {
  const page = await openPage();
  page.asked.mockResolvedValueOnce(null);
  page.show([file(1), file(2)]);
  await until(page.names, 1);
  expect(page.names()).toEqual(['dm_1.keras']);
  page.show([file(1)]);
  await page.settle();
  page.show([file(1), file(2)]);
  await until(page.names, 2);
  expect(page.names()).toEqual(['dm_2.keras', 'dm_1.keras']);
});

test('the best of the run is kept, however many newer ones there are', async () => {
  const page = await openPage();
  const best = { ...file(1), best: true };
  const newer = Array.from({ length: 55 }, (_, i) => file(2 + i));
  page.show([best, ...newer]);
  await until(page.names, 50);
  await page.settle();
  expect(page.names()).toHaveLength(50);
  expect(page.names()).toContain('dm_1.keras');
  page.show([best, ...newer, file(57)]);
  await eventually(() => {
    expect(page.names()[0]).toBe('dm_57.keras');
  });
  expect(page.names()).toHaveLength(50);
  expect(page.names()).toContain('dm_1.keras');
});
