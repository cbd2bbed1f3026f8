import { describe, expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Frame, TrainerFace } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { type ManualPlace, manualPlace } from './place.ts';
import { dense, noisy, onGate, withRate } from './runs.ts';

interface Table {
  readonly place: ManualPlace;
  readonly session: TrainerFace;
  readonly look: () => Promise<Frame>;
}

const begin = async (experiment: Experiment, slowly?: number): Promise<Table> => {
  const place = manualPlace(slowly);
  const session = createSession(place);
  expect(await session.start(experiment)).toEqual({ run: 1, left: null, refused: null });
  return { place, session, look: () => session.frame([], []) };
};

const withEpochs = (experiment: Experiment, epochs: number): Experiment => ({
  ...experiment,
  fit: { ...experiment.fit, epochs },
});

describe('playing', () => {
  test('makes thirty epochs a second, stands still when paused, and goes on from there', async () => {
    const { place, session, look } = await begin(opening);
    place.pass(1000);
    expect((await look()).position.step).toBe(0);
    await session.play();
    place.pass(2000);
    const playing = await look();
    expect(playing.playing).toBe(true);
    expect(Math.abs(playing.position.epoch - 60)).toBeLessThanOrEqual(1);
    expect(Math.abs(playing.rate - 30)).toBeLessThan(1);
    await session.pause();
    place.pass(1000);
    const paused = await look();
    expect(paused.playing).toBe(false);
    expect(paused.position).toEqual(playing.position);
    await session.play();
    place.pass(1000);
    expect(Math.abs((await look()).position.epoch - playing.position.epoch - 30)).toBeLessThanOrEqual(1);
  });

  test.each([1, 2, 4])(
    'keeps %d epochs a second on a machine whose slices are shorter than an epoch',
    async (pace) => {
      // A look at the clock takes 4 ms: a slice holds two or three goes, an epoch of 13 batches takes several.
      const { place, session, look } = await begin(noisy, 4);
      await session.pace('epoch', pace);
      await session.play();
      place.pass(30_000);
      const { epoch } = (await look()).position;
      expect(Math.abs(epoch - 30 * pace)).toBeLessThanOrEqual(1 + pace / 4);
    },
  );

  test('follows a change of pace and of step size', async () => {
    const { place, session, look } = await begin(noisy);
    await session.play();
    await session.pace('batch', 4);
    place.pass(2000);
    const batches = await look();
    expect(Math.abs(batches.position.step - 8)).toBeLessThanOrEqual(1);
    await session.pace('phase', 10);
    place.pass(1000);
    const { position } = await look();
    // Two layers have six phases a batch.
    const phases = 6 * (position.step - batches.position.step) + position.phase;
    expect(Math.abs(phases - 10)).toBeLessThanOrEqual(1);
  });

  test('at Max leaves room for commands between slices of 8 ms', async () => {
    const { place, session, look } = await begin(opening);
    await session.pace('epoch', Number.POSITIVE_INFINITY);
    await session.play();
    const before = place.now();
    // What is due now and no later: one slice.
    place.pass(0);
    expect(place.now() - before).toBeLessThan(10);
    expect((await look()).position.epoch).toBeGreaterThan(100);
  });

  test('a machine that was too slow does not try to catch up for ever', async () => {
    const { place, session, look } = await begin(opening);
    await session.pace('epoch', 100_000);
    await session.play();
    place.pass(3000);
    const { position } = await look();
    await session.pace('epoch', 10);
    place.pass(1000);
    expect((await look()).position.epoch - position.epoch).toBeLessThanOrEqual(11);
  });
});

test('a run with epochs stops there and says so, and play adds as many', async () => {
  const { place, session, look } = await begin(withEpochs(opening, 10));
  for (const end of [10, 20, 30]) {
    await session.play();
    place.pass(5000);
    const frame = await look();
    expect(frame.halt).toEqual({ kind: 'epochs', epoch: end });
    expect(frame.position.epoch).toBe(end);
    expect(frame.playing).toBe(false);
  }
});

test('a moment inside a batch is sought as well, at most its last phase before the update', async () => {
  const { place, session, look } = await begin(opening);
  for (let count = 0; count < 3; count++) await session.forward('epoch');
  const at = async (step: number, phases: number) => {
    await session.seek(step, phases);
    place.pass(100);
    const { position, phase } = await look();
    return [position.step, position.phase, phase?.phase.kind ?? null];
  };
  expect(await at(1, 2)).toEqual([1, 2, 'loss']);
  expect(await at(1, 1)).toEqual([1, 1, 'forward']);
  expect(await at(3, 3)).toEqual([3, 3, 'backward']);
  expect(await at(2, 9)).toEqual([2, 3, 'backward']);
  expect(await at(9, 2)).toEqual([3, 0, null]);
});

test('steps of each size go forward and back by themselves and pause a run', async () => {
  const { session, look } = await begin(noisy);
  await session.play();
  const at = async () => {
    const { position, playing } = await look();
    expect(playing).toBe(false);
    return [position.epoch, position.batch, position.phase];
  };
  await session.forward('phase');
  expect(await at()).toEqual([0, 0, 1]);
  await session.forward('phase');
  expect(await at()).toEqual([0, 0, 2]);
  await session.back('phase');
  expect(await at()).toEqual([0, 0, 1]);
  await session.forward('batch');
  expect(await at()).toEqual([0, 1, 0]);
  await session.back('phase');
  expect(await at()).toEqual([0, 0, 5]);
  await session.forward('epoch');
  expect(await at()).toEqual([1, 0, 0]);
  await session.forward('batch');
  await session.forward('epoch');
  expect(await at()).toEqual([2, 0, 0]);
  await session.back('batch');
  expect(await at()).toEqual([1, 7, 0]);
  await session.back('epoch');
  expect(await at()).toEqual([1, 0, 0]);
  await session.back('epoch');
  await session.back('epoch');
  await session.back('batch');
  await session.back('phase');
  expect(await at()).toEqual([0, 0, 0]);
});

describe('a run that grows beyond numbers', () => {
  const diverging = (layers: Parameters<typeof onGate>[1]): Experiment => {
    const { compile, ...rest } = withRate(onGate(GATES.AND, layers), 50);
    return { ...rest, compile: { ...compile, loss: 'mean_squared_error' } };
  };

  test('stops at its last finite step and says where it broke', async () => {
    const { place, session, look } = await begin(diverging([dense(7, 1, 'linear')]));
    await session.play();
    place.pass(10_000);
    const { halt, position, weights, reading, playing, curve, newest } = await look();
    if (halt?.kind !== 'diverged') throw new Error(`expected a halt by divergence, received ${halt?.kind}`);
    expect(playing).toBe(false);
    // Sums of 10²⁰ are numbers still; their squares, the loss, are not.
    expect(halt.layer).toBeNull();
    expect(position.step).toBe(halt.step - 1);
    expect(position.phase).toBe(0);
    expect(newest.step).toBe(position.step);
    expect(weights.every(({ kernel, bias }) => [...kernel, ...bias].every(Number.isFinite))).toBe(true);
    expect(Number.isFinite(reading.loss)).toBe(true);
    expect(reading.loss).toBeGreaterThan(1e20);
    expect(curve.loss.every(Number.isFinite)).toBe(true);
    await session.play();
    place.pass(1000);
    expect((await look()).halt).toEqual(halt);
  });

  test('names the layer whose sums broke first, and learns on at a smaller rate', async () => {
    const { session, look } = await begin(
      diverging([dense(5, 2, 'linear'), dense(6, 2, 'linear'), dense(7, 1, 'linear')]),
    );
    await session.edit({ compile: { optimizer: { type: 'SGD', learning_rate: 1e-3, momentum: 0 } } });
    for (let i = 0; i < 5; i++) await session.forward('batch');
    // 10³⁰ · 10³⁰ is too large in the second layer; the first has sums of 10³⁰.
    const huge = [5, 6].flatMap((_, layer) => [0, 1, 2, 3].map((at) => ({ layer, at, value: 1e30 })));
    await session.edit({ weights: huge });
    await session.forward('batch');
    const { halt, position } = await look();
    expect(halt).toEqual({ kind: 'diverged', epoch: 5, step: 5, layer: 6 });
    expect(position.step).toBe(4);
    await session.edit({ compile: { optimizer: { type: 'SGD', learning_rate: 0.01, momentum: 0 } } });
    for (let i = 0; i < 5; i++) await session.forward('batch');
    expect((await look()).halt).toBeNull();
    expect((await look()).position.step).toBe(9);
  });

  test('goes back past weights that are no numbers though their loss was one', async () => {
    const hidden = dense(5, 1, 'tanh', { kernel: [1, 1], bias: [0.5] });
    const { session, look } = await begin(diverging([hidden, dense(7, 1, 'sigmoid')]));
    for (let i = 0; i < 5; i++) await session.forward('batch');
    // The sigmoid still answers 0 or 1; what comes back through the weight is 0 · ∞.
    await session.edit({ weights: [{ layer: 1, at: 0, value: Number.POSITIVE_INFINITY }] });
    await session.forward('batch');
    expect((await look()).halt).toBeNull();
    await session.forward('batch');
    const { halt, position } = await look();
    expect(halt).toEqual({ kind: 'diverged', epoch: 6, step: 6, layer: 5 });
    expect(position.step).toBe(4);
  });

  test('stands at its start if not even the first loss is a number', async () => {
    const huge = dense(5, 1, 'linear', { kernel: [1e30, 1e30], bias: [0] });
    const { session, look } = await begin(
      diverging([huge, dense(7, 1, 'linear', { kernel: [1e30], bias: [0] })]),
    );
    await session.forward('batch');
    const { halt, position } = await look();
    expect(halt).toEqual({ kind: 'diverged', epoch: 0, step: 0, layer: 7 });
    expect([position.step, position.phase]).toEqual([0, 0]);
  });

  test('stands at the last finite step when it is started at a later one', async () => {
    const session = createSession(manualPlace());
    await session.start(diverging([dense(7, 1, 'linear')]), { step: 10_000 });
    const { halt, position } = await session.frame([], []);
    expect(halt?.kind).toBe('diverged');
    expect(position.phase).toBe(0);
    expect(position.step).toBeLessThan(100);
  });
});

describe('runs that were left', () => {
  test('come back with weights, counters, curve and marks, and go on to the same bits', async () => {
    const whole = await begin(opening);
    for (let i = 0; i < 60; i++) await whole.session.forward('epoch');
    const { session, look } = await begin(opening);
    for (let i = 0; i < 40; i++) await session.forward('epoch');
    const before = await look();
    expect(before.marks.length).toBeGreaterThan(0);
    const other = withRate(onGate(GATES.XOR, [dense(2, 4, 'tanh'), dense(1, 1, 'sigmoid')]), 0.5);
    expect(await session.start(other)).toEqual({ run: 2, left: 1, refused: null });
    for (let i = 0; i < 10; i++) await session.forward('epoch');
    const second = await look();
    expect(second.run).toBe(2);
    expect(await session.restore(1)).toBe(true);
    // Of what it may go back to, fewer moments are kept while it waits.
    expect(await look()).toEqual({ ...before, moments: expect.anything() });
    for (let i = 0; i < 20; i++) await session.forward('epoch');
    expect(await look()).toEqual({ ...(await whole.look()), moments: expect.anything() });
    expect(await session.restore(2)).toBe(true);
    expect(await look()).toEqual({ ...second, moments: expect.anything() });
  });

  test('are kept twenty at a time: the oldest goes first', async () => {
    const { session } = await begin(opening);
    for (let run = 2; run <= 22; run++) expect((await session.start(opening)).left).toBe(run - 1);
    expect(await session.restore(1)).toBe(false);
    expect(await session.restore(2)).toBe(true);
    expect(await session.restore(2)).toBe(false);
    expect(await session.restore(21)).toBe(true);
  });

  test('stay where a start is refused', async () => {
    const { session, look } = await begin(opening);
    const wide = Array.from({ length: 8 }, (_, index) => dense(index + 1, 4096, 'tanh'));
    const answer = await session.start({ ...opening, model: { layers: wide } });
    expect(answer.run).toBe(1);
    expect(answer.refused?.en).toContain('needs');
    expect((await look()).run).toBe(1);
  });
});
