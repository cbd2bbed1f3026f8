import { expect, test, vi } from 'vitest';

/** The parts of a page that names none yet. */
const newPage = async () => {
  vi.resetModules();
  return import('../src/part.ts');
};

test('a part is fetched once, however often it is asked for, and is here from then on', async () => {
  const parts = await newPage();
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('story'));
  const story = parts.part(load);
  expect(story.here).toBeNull();
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([story.fetch(), story.fetch()])).toEqual(['story', 'story']);
  story.need();
  expect([story.here, story.missing]).toEqual(['story', false]);
  expect(load).toHaveBeenCalledOnce();
});

test('a part that fails is missing only where it was needed, and is fetched again', async () => {
  const parts = await newPage();
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('no connection'));
  const story = parts.part(load);
  const heard = vi.fn<() => void>();
  parts.listen(heard);
  await parts.fetchParts();
  expect([story.missing, heard.mock.calls.length]).toEqual([false, 0]);
  story.need();
  await vi.waitFor(() => expect(story.missing).toBe(true));
  expect(heard).toHaveBeenCalledOnce();
  load.mockResolvedValue('story');
  await parts.fetchParts();
  expect([story.here, story.missing, load.mock.calls.length]).toEqual(['story', false, 3]);
});

test('parts that a fetched part names are fetched as well, one after the other', async () => {
  const parts = await newPage();
  const order: string[] = [];
  parts.part(async () => {
    order.push('outer');
    parts.part(async () => order.push('inner'));
  });
  parts.part(async () => order.push('second'));
  await parts.fetchParts(async () => void order.push('idle'));
  expect(order).toEqual(['idle', 'outer', 'idle', 'second', 'idle', 'inner']);
});

test('what is foreseen is fetched together, once, and nothing else; what does not come then comes when it is needed', async () => {
  const parts = await newPage();
  const [maps, bars, story] = [0, 1, 2].map(() =>
    vi.fn<() => Promise<string>>(() => Promise.resolve('here')),
  );
  bars!.mockRejectedValueOnce(new Error('no connection'));
  const [one, other] = [maps!, bars!].map((load) => parts.part(load, 'pictures'));
  parts.part(story!);
  parts.foresee('pictures');
  parts.foresee('pictures');
  await vi.waitFor(() => expect(one!.here).toBe('here'));
  expect([maps, bars, story].map((load) => load!.mock.calls.length)).toEqual([1, 1, 0]);
  expect([other!.here, other!.missing]).toEqual([null, false]);
  expect(await other!.fetch()).toBe('here');
});
