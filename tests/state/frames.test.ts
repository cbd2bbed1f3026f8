import { beforeEach, expect, test, vi } from 'vitest';
import type { Frame, Probe } from '../../src/worker/frame.ts';

/** A display that refreshes when a test says so. */
let callbacks: (() => void)[] = [];
const refreshes = async (): Promise<number> => {
  const due = callbacks.splice(0);
  for (const callback of due) callback();
  // What was asked of the trainer is answered.
  await new Promise((resolve) => setTimeout(resolve));
  return due.length;
};

let step = 0;
const frameOf = (change: Partial<Frame> = {}): Frame => {
  step += 1;
  const views = { maps: { picture: { id: 7 }, input: new Float32Array(1), layers: [] } };
  const weights = [{ kernel: new Float32Array(1), bias: new Float32Array(1) }];
  const frame: Partial<Frame> = {
    run: 1,
    edits: 0,
    playing: false,
    seeking: null,
    phase: null,
    views,
    weights,
  };
  return { ...frame, position: { step }, reading: {}, ...change } as Frame;
};

/** A page whose trainer answers with what `next` makes. */
const page = async () => {
  vi.resetModules();
  const [{ startFrames, refresh }, { replaceTrainer }, { useWork }, told, { look }] = await Promise.all([
    import('../../src/state/frames.ts'),
    import('../../src/state/trainer.ts'),
    import('../../src/state/store.ts'),
    import('../../src/state/told.ts'),
    import('../../src/state/view.ts'),
  ]);
  const frame = vi.fn<(probes: readonly Probe[], recycled: ArrayBuffer[]) => Promise<Frame>>();
  replaceTrainer({ frame } as unknown as Parameters<typeof replaceTrainer>[0]);
  const take = vi.fn<(frame: Frame) => boolean>((arrived) => {
    useWork.setState({ frame: arrived });
    return true;
  });
  return { frame, take, start: () => startFrames(take), refresh, useWork, look, toldOf: told.toldOf };
};

beforeEach(() => {
  callbacks = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callbacks.push(callback));
});

test('a page at rest asks for one frame, and for no refresh of the display until something is wanted again', async () => {
  const { frame, start, refresh } = await page();
  frame.mockImplementation(async () => frameOf());
  refresh();
  expect(callbacks).toHaveLength(0);
  start();
  expect(await refreshes()).toBe(1);
  expect(await refreshes()).toBe(0);
  refresh();
  refresh();
  expect(await refreshes()).toBe(1);
  expect(await refreshes()).toBe(0);
  expect(frame).toHaveBeenCalledTimes(2);
});

test('while it plays, or is on its way to a moment, each frame that is there asks for the next', async () => {
  const { frame, start } = await page();
  frame.mockImplementationOnce(async () => frameOf({ playing: true }));
  frame.mockImplementationOnce(async () => frameOf({ seeking: { step: 9, epoch: 1 } }));
  frame.mockImplementation(async () => frameOf());
  start();
  for (const asked of [1, 1, 1, 0]) expect(await refreshes()).toBe(asked);
});

test('a frame of another run is asked for again; one that failed when something changes, or while it plays', async () => {
  const { frame, take, start, refresh, useWork } = await page();
  frame.mockImplementation(async () => frameOf());
  take.mockReturnValueOnce(false);
  start();
  for (const asked of [1, 1, 0]) expect(await refreshes()).toBe(asked);
  frame.mockRejectedValueOnce(new Error('The trainer is gone.'));
  refresh();
  for (const asked of [1, 0]) expect(await refreshes()).toBe(asked);
  useWork.setState({ frame: frameOf({ playing: true }) });
  frame.mockRejectedValueOnce(new Error('The trainer is gone.'));
  refresh();
  for (const asked of [1, 1, 0]) expect(await refreshes()).toBe(asked);
});

test('what is wanted while a frame is on its way is asked for after it, and nothing before', async () => {
  const { frame, start, refresh } = await page();
  let answer = (): void => {};
  frame.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = () => resolve(frameOf());
      }),
  );
  frame.mockImplementation(async () => frameOf());
  start();
  await refreshes();
  refresh();
  expect(await refreshes()).toBe(0);
  answer();
  await refreshes();
  expect(frame).toHaveBeenCalledTimes(1);
  for (const asked of [1, 0]) expect(await refreshes()).toBe(asked);
});

test('buffers go back to the trainer once each, and never those of the frame that is shown or told of', async () => {
  const { frame, start, useWork, look, toldOf } = await page();
  look({ speed: Number.POSITIVE_INFINITY });
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const buffersOf = (one: Frame | null) =>
    (one?.weights ?? []).flatMap(({ kernel, bias }) => [kernel.buffer, bias.buffer]);
  const [lent, wrong]: [ArrayBufferLike[], ArrayBufferLike[]] = [[], []];
  frame.mockImplementation(async (_, recycled) => {
    const shown = useWork.getState().frame;
    const held = [...buffersOf(shown), ...buffersOf(toldOf(shown))];
    wrong.push(...recycled.filter((buffer) => held.includes(buffer) || lent.includes(buffer)));
    lent.push(...recycled);
    return frameOf({ playing: true });
  });
  start();
  for (let display = 0; display < 60; display += 1) {
    now += 16;
    expect(await refreshes()).toBe(1);
  }
  expect(wrong).toEqual([]);
  // Words stand for a dozen frames; all but the last few frames have given theirs back.
  expect(lent.length).toBeGreaterThan(100);
});
