import { expect, test } from 'vitest';
import { oneWeight } from '../../src/experiment/demos.ts';
import { setRate, setWeight } from '../../src/experiment/moves.ts';
import { openDesk } from './desk.ts';

/** A desk with what puts work aside, of the same modules. */
const open = async () => {
  const desk = await openDesk();
  const [aside, { look, useView }] = await Promise.all([
    import('../../src/state/aside.ts'),
    import('../../src/state/view.ts'),
  ]);
  return { desk, aside, look, view: () => useView.getState() };
};

test('one’s own run comes back to its moment and bits, with its document, its branches and what can be undone', async () => {
  const { desk, aside, look, view } = await open();
  await desk.train(5);
  desk.edit((design) => setRate(design, 0.25));
  await desk.settle();
  await desk.train(3);
  desk.reset();
  await desk.settle();
  await desk.train(2);
  const before = { stand: await desk.stand(), work: desk.work() };
  expect(before.work.branches).toHaveLength(1);
  expect(before.work.past).toHaveLength(2);
  look({ stage: 'compile', stepSize: 'epoch', speed: 60 });

  await aside.putAside();
  look({ lesson: { name: 'one-weight', frame: 0 }, stage: 'fit', stepSize: 'batch', speed: 1 });
  const shown = aside.showBeside(oneWeight);
  await desk.settle();
  expect(await shown).toBe(true);
  expect(desk.work()).toMatchObject({ experiment: oneWeight, branches: [], past: [], future: [] });
  expect(desk.work().frame?.weights[0]?.kernel[0]).toBe(0);

  // What is done in between is not one's own either.
  desk.forward('batch');
  await desk.settle();
  desk.edit(setWeight(0, 0, 3), { gesture: 'drag' });
  await desk.settle();
  expect(desk.work().past).toHaveLength(1);
  const other = aside.showBeside({ ...oneWeight, seed: 2 });
  await desk.settle();
  await other;
  expect(desk.work().past).toEqual([]);

  const back = aside.leave();
  await desk.settle();
  expect(await back).toBe(true);
  expect(await desk.stand()).toEqual(before.stand);
  const { experiment, branches, past, future } = desk.work();
  expect({ experiment, branches, past, future }).toEqual({
    experiment: before.work.experiment,
    branches: before.work.branches,
    past: before.work.past,
    future: before.work.future,
  });
  expect(view()).toMatchObject({ lesson: null, stage: 'compile', stepSize: 'epoch', speed: 60 });

  // Undo goes on where it was: over the reset, back to the run before it.
  const undone = desk.undo();
  await desk.settle();
  await undone;
  expect(desk.work().frame?.position.epoch).toBe(8);
});

test('one’s own run comes back even where the trainer no longer keeps it', async () => {
  const { desk, aside } = await open();
  await desk.train(7);
  const before = await desk.stand();
  await aside.putAside();
  const shown = aside.showBeside(oneWeight);
  await desk.settle();
  await shown;
  // Starting over again and again fills what is kept.
  for (let time = 0; time < 25; time += 1) {
    desk.reset();
    await desk.settle();
  }
  const back = aside.leave();
  await desk.settle();
  expect(await back).toBe(true);
  expect(await desk.stand()).toEqual(before);
});

test('with nothing aside there is nothing to bring back', async () => {
  const { desk, aside } = await open();
  const { experiment } = desk.work();
  expect(await aside.leave()).toBe(false);
  expect(desk.work().experiment).toBe(experiment);
});
