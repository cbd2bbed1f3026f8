import { expect, test, vi } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { designAt, rebase } from '../../src/experiment/apply.ts';
import { addLayer, chooseGate, setNoise, setRate, setUnits } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { shapedLayers } from '../../src/experiment/widths.ts';
import { openDesk } from './desk.ts';

const first = designAt(opening, 0);

test('an edit shows at once, enters the document with its step, and is no longer pending once a frame has it', async () => {
  const desk = await openDesk();
  await desk.train(3);
  desk.edit(chooseGate(first, GATES.OR));
  expect(desk.work().design.data.answers).toEqual(GATES.OR);
  expect(desk.work().experiment.edits).toHaveLength(0);
  expect(desk.work().pending).toHaveLength(1);
  await desk.answers();
  expect(desk.work().experiment.edits).toEqual([{ step: 3, patch: { data: { answers: GATES.OR } } }]);
  expect(desk.work().pending).toHaveLength(1);
  expect(desk.work().design.data.answers).toEqual(GATES.OR);
  await desk.frame();
  expect(desk.work().pending).toHaveLength(0);
  expect(desk.work().design.data.answers).toEqual(GATES.OR);
});

test('a frame asked for before an edit does not take the edit off the screen', async () => {
  const desk = await openDesk();
  const early = await desk.session.frame([], []);
  desk.edit(setRate(first, 0.25));
  expect(desk.arrivals.arrive(early)).toBe(true);
  expect(desk.work().design.compile.optimizer.learning_rate).toBe(0.25);
  await desk.answers();
  expect(desk.arrivals.arrive(early)).toBe(true);
  expect(desk.work().design.compile.optimizer.learning_rate).toBe(0.25);
});

test('document and frame change together, and a frame of the run that was left is not shown any more', async () => {
  const desk = await openDesk();
  await desk.train(2);
  const late = await desk.session.frame([], []);
  desk.edit(addLayer(first));
  await desk.answers();
  expect(desk.work().design.model.layers).toHaveLength(1);
  expect(desk.work().frame?.weights).toHaveLength(1);
  await desk.frame();
  expect(desk.work().design.model.layers).toHaveLength(2);
  expect(desk.work().frame?.weights).toHaveLength(2);
  expect(desk.arrivals.arrive(late)).toBe(false);
  expect(desk.work().frame?.weights).toHaveLength(2);
});

test('what is edited while another run is on its way is done to that run', async () => {
  const desk = await openDesk();
  desk.edit(addLayer);
  desk.edit((design) => setUnits(design, 2, 3));
  desk.edit(setRate(first, 0.125));
  await desk.settle();
  const { design, experiment, past } = desk.work();
  expect(shapedLayers(design).map(({ units }) => units)).toEqual([3, 1]);
  expect(design.compile.optimizer.learning_rate).toBe(0.125);
  expect(experiment.edits).toHaveLength(1);
  expect(past).toHaveLength(3);
  for (let edits = 0; edits < 3; edits += 1) {
    await desk.undo();
    await desk.settle();
  }
  expect(desk.work().design).toEqual(first);
});

test('of a drag that starts over faster than runs can start, the last value counts, and one undo takes it back', async () => {
  const desk = await openDesk();
  await desk.train(6);
  const before = await desk.stand();
  for (let noise = 1; noise <= 30; noise += 1) {
    desk.edit((design) => setNoise(design, noise / 100), { gesture: 'drag' });
  }
  await desk.settle();
  expect(desk.work().design.data.noise).toBe(0.3);
  expect(desk.work().past).toHaveLength(1);
  await desk.undo();
  await desk.settle();
  expect(await desk.stand()).toEqual(before);
});

test('an edit made twice while the first is on its way is one edit', async () => {
  const desk = await openDesk();
  desk.edit(addLayer(first));
  desk.edit(addLayer(first));
  await desk.settle();
  expect(desk.work().past).toHaveLength(1);
  expect(desk.work().design.model.layers).toHaveLength(2);
});

test('parts of the design that say the same stay the same objects from frame to frame', async () => {
  const desk = await openDesk();
  const { design } = desk.work();
  desk.edit(setRate(first, 0.1));
  await desk.settle();
  await desk.train(1);
  const after = desk.work().design;
  expect(after.compile).not.toBe(design.compile);
  expect(after.data).toBe(design.data);
  expect(after.model).toBe(design.model);
});

test('an edit that starts over keeps playing if it was playing, and stands still if not', async () => {
  const desk = await openDesk();
  desk.play();
  desk.place.pass(500);
  await desk.settle();
  expect(desk.work().frame?.playing).toBe(true);
  desk.edit(addLayer);
  await desk.settle();
  expect(desk.work().frame?.playing).toBe(true);
  desk.pause();
  await desk.settle();
  desk.newRun();
  await desk.settle();
  expect(desk.work().frame?.playing).toBe(false);
});

test('a design that Keras would refuse is shown, comes to rest, and does not play', async () => {
  const desk = await openDesk();
  desk.edit(addLayer);
  await desk.settle();
  desk.play();
  desk.place.pass(100);
  await desk.settle();
  desk.edit({ compile: { loss: 'perceptron' } });
  await desk.settle();
  expect(desk.refused(desk.work().design)).toBe(true);
  expect(desk.work().frame?.playing).toBe(false);
  desk.play();
  desk.place.pass(1000);
  await desk.settle();
  expect(desk.work().frame?.playing).toBe(false);
  await desk.undo();
  await desk.settle();
  desk.play();
  await desk.settle();
  expect(desk.work().frame?.playing).toBe(true);
});

test('what was edited before it is looked at comes to rest then, where Keras would refuse it', async () => {
  const desk = await openDesk(rebase(opening, 0, addLayer(opening)), { checked: false });
  desk.play();
  desk.edit({ compile: { loss: 'perceptron' } });
  await vi.waitFor(async () => {
    desk.place.pass(10);
    await desk.settle();
    expect(desk.refused(desk.work().design)).toBe(true);
    expect(desk.work().frame?.playing).toBe(false);
  });
});
