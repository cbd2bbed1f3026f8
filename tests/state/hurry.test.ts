// What is done faster than the trainer answers, and what the trainer will not do.

import { expect, test, vi } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { designAt } from '../../src/experiment/apply.ts';
import { isFull } from '../../src/experiment/edits.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { MOST_EDITS } from '../../src/experiment/limits.ts';
import {
  addLayer,
  buildXor,
  chooseGate,
  chooseSet,
  setActivation,
  setNoise,
  setRate,
} from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from '../worker/place.ts';
import { noisy } from '../worker/runs.ts';
import { agreed } from './agreed.ts';
import { openDesk } from './desk.ts';

const first = designAt(opening, 0);

/** The notice on the screen of the newest desk. */
const notice = async () => (await import('../../src/state/notice.ts')).useNotice.getState().notice?.text.en;

test('after an edit and a new start in one go, undo leads to the edited run and then to the one before', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit(setRate(first, 0.1));
  desk.edit(addLayer);
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.1, layers: 2 });
  await desk.undo();
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.1, layers: 1 });
  expect(desk.work().experiment.edits).toHaveLength(1);
  desk.edit(setRate(first, 0.3));
  await desk.settle();
  await desk.train(2);
  expect(await agreed(desk)).toEqual({ rate: 0.3, layers: 1 });
  await desk.undo();
  await desk.undo();
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.5, layers: 1 });
  expect(desk.work().past).toEqual([]);
});

test('a step back made at once after an edit shows the design before it, and forward again the edit', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit(setRate(first, 0.1));
  desk.back('batch');
  expect(await agreed(desk)).toEqual({ rate: 0.5, layers: 1 });
  expect(desk.work().experiment.edits).toHaveLength(1);
  desk.forward('batch');
  expect(await agreed(desk)).toEqual({ rate: 0.1, layers: 1 });
});

test('an edit made at once after a step back takes the place of the later one on the screen too', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit(setRate(first, 0.4));
  desk.forward('batch');
  desk.edit(setRate(first, 0.2));
  desk.back('batch');
  desk.edit(chooseGate(first, GATES.OR));
  expect(await agreed(desk)).toEqual({ rate: 0.4, layers: 1 });
  expect(desk.work().design.data.answers).toEqual(GATES.OR);
});

test('an edit that breaks the run at once is not left on the screen when the run goes back before it', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit({ data: { answers: GATES.OR }, weights: [{ layer: 0, at: 0, value: Number.POSITIVE_INFINITY }] });
  desk.forward('batch');
  await desk.settle();
  const { design, experiment, frame, pending } = desk.work();
  expect(frame?.halt?.kind).toBe('diverged');
  expect(pending).toEqual([]);
  expect(design).toEqual(designAt(experiment, frame?.edits ?? 0));
});

test('two undos and two redos pressed at once are two', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit(addLayer);
  await desk.settle();
  desk.edit((design) => setRate(design, 0.1));
  await desk.settle();
  void desk.undo();
  void desk.undo();
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.5, layers: 1 });
  expect([desk.work().past.length, desk.work().future.length]).toEqual([0, 2]);
  void desk.redo();
  void desk.redo();
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.1, layers: 2 });
  expect([desk.work().past.length, desk.work().future.length]).toEqual([2, 0]);
});

test('two layers added at once are two, each with an undo of its own', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit(addLayer);
  desk.edit(addLayer);
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.5, layers: 3 });
  for (const layers of [2, 1]) {
    await desk.undo();
    await desk.settle();
    expect((await agreed(desk)).layers).toBe(layers);
  }
});

test('a drag that starts over more often than runs are kept is one undo, and it brings the very run back', async () => {
  const desk = await openDesk();
  await desk.train(30);
  const before = { stand: await desk.stand(), frame: desk.work().frame };
  expect(before.frame?.marks.length).toBeGreaterThan(0);
  desk.edit((design) => chooseSet(design, 'moons'));
  await desk.settle();
  for (let noise = 1; noise <= 30; noise += 1) {
    desk.edit((design) => setNoise(design, noise / 100), { gesture: 'noise 1' });
    await desk.settle();
  }
  expect(desk.work().past).toHaveLength(2);
  const restore = vi.spyOn(desk.session, 'restore');
  for (const set of ['moons', 'gate']) {
    await desk.undo();
    await desk.settle();
    expect(desk.work().design.data.set).toBe(set);
  }
  expect(await Promise.all(restore.mock.results.map(({ value }) => value as Promise<boolean>))).toEqual([
    true,
    true,
  ]);
  expect(await desk.stand()).toEqual(before.stand);
  expect(desk.work().frame?.marks).toEqual(before.frame?.marks);
  expect(desk.work().frame?.curve).toEqual(before.frame?.curve);
});

test('an edit more than a document can hold is refused in words, and leaves nothing to undo', async () => {
  const edit = { step: 0, patch: { fit: { shuffle: false } } };
  const experiment: Experiment = { ...opening, edits: Array.from({ length: MOST_EDITS - 1 }, () => edit) };
  const desk = await openDesk(experiment);
  await desk.train(1);
  expect(isFull(experiment)).toBe(false);
  desk.edit(setRate(first, 0.125));
  await desk.settle();
  const { past, experiment: full } = desk.work();
  expect([past.length, isFull(full), await notice()]).toEqual([1, true, undefined]);
  desk.edit(chooseGate(first, GATES.OR));
  await desk.settle();
  expect(await notice()).toContain('as many edits as');
  expect(desk.work().past).toEqual(past);
  expect(desk.work().pending).toEqual([]);
  expect(desk.work().design.data.answers).toEqual(GATES.AND);
  desk.reset();
  await desk.settle();
  desk.edit(chooseGate(first, GATES.OR));
  await desk.settle();
  expect(desk.work().design.data.answers).toEqual(GATES.OR);
  expect(desk.work().experiment.edits).toHaveLength(1);
});

test('an edit that the trainer cannot make is taken off the screen again, and the page says so', async () => {
  const desk = await openDesk();
  await desk.train(2);
  const before = await desk.stand();
  vi.spyOn(desk.session, 'edit').mockRejectedValueOnce(new Error('The worker is gone.'));
  desk.edit(chooseGate(first, GATES.XOR));
  expect(desk.work().pending).toHaveLength(1);
  await desk.settle();
  expect(desk.work().pending).toEqual([]);
  expect(desk.work().design).toEqual(first);
  expect(desk.work().experiment.edits).toEqual([]);
  expect(await notice()).toContain('could not be made');
  expect(await desk.stand()).toEqual(before);
  desk.edit(addLayer);
  await desk.settle();
  expect((await agreed(desk)).layers).toBe(2);
});

test('a run that the trainer cannot start leaves the one on the screen, and what is done next is done to it', async () => {
  const desk = await openDesk();
  await desk.train(2);
  vi.spyOn(desk.session, 'start').mockRejectedValueOnce(new Error('The worker is gone.'));
  desk.edit(addLayer);
  desk.edit((design) => setRate(design, 0.1));
  await desk.settle();
  expect(await notice()).toContain('could not be made');
  expect(await agreed(desk)).toEqual({ rate: 0.1, layers: 1 });
});

test('undo after another experiment was opened leads back to the one before, as it stood', async () => {
  const other = createSession(manualPlace());
  await other.start(noisy);
  for (let epoch = 0; epoch < 8; epoch += 1) await other.forward('epoch');
  const saved = await other.save();
  const desk = await openDesk();
  await desk.train(5);
  desk.edit((design) => setActivation(design, 1, 'relu'));
  await desk.settle();
  await desk.train(2);
  const before = await desk.stand();
  expect(await desk.open(noisy, { saved })).toBe(true);
  await desk.settle();
  expect(desk.work().frame?.position.epoch).toBe(8);
  expect(await agreed(desk)).toEqual({ rate: 0.2, layers: 2 });
  await desk.undo();
  await desk.settle();
  expect(await agreed(desk)).toEqual({ rate: 0.5, layers: 1 });
  expect(await desk.stand()).toEqual(before);
  await desk.undo();
  await desk.settle();
  expect(desk.work().design).toEqual(first);
  await agreed(desk);
});

test('a saved moment that does not belong to its experiment is not opened, and undo stays what it was', async () => {
  const desk = await openDesk();
  await desk.train(5);
  const saved = await desk.session.save();
  desk.edit((design) => setRate(design, 0.1));
  await desk.settle();
  const { past } = desk.work();
  expect(await desk.open(noisy, { saved })).toBe(false);
  await desk.settle();
  expect(await notice()).toContain('does not belong');
  expect(desk.work().past).toEqual(past);
  expect(await agreed(desk)).toEqual({ rate: 0.1, layers: 1 });
});

test('play pressed while another run is on its way plays that run', async () => {
  const desk = await openDesk();
  await desk.train(2);
  const run = desk.work().frame?.run ?? 0;
  desk.edit(addLayer);
  desk.play();
  await desk.settle();
  desk.place.pass(500);
  await desk.frame();
  const { frame } = desk.work();
  expect(frame?.run).toBe(run + 1);
  expect(frame?.playing).toBe(true);
  expect(frame?.position.epoch).toBeGreaterThan(5);
});

test('XOR built by hand stands still, though the run before it played', async () => {
  const desk = await openDesk();
  desk.play();
  desk.place.pass(500);
  await desk.settle();
  expect(desk.work().frame?.playing).toBe(true);
  desk.edit(buildXor, { rest: true });
  await desk.settle();
  desk.place.pass(500);
  await desk.frame();
  const { frame } = desk.work();
  expect([frame?.playing, frame?.position.step, frame?.reading.right]).toEqual([false, 0, 4]);
});
