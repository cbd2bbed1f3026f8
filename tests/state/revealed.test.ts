import { expect, test } from 'vitest';
import { addLayer } from '../../src/experiment/moves.ts';
import { type Desk, openDesk } from './desk.ts';

/** Where the page stands at neuron size: phases done, and units shown of the one under way. */
const opened = async () => {
  const desk = await openDesk();
  const { useView, look } = await import('../../src/state/view.ts');
  const { shownOf } = await import('../../src/state/revealed.ts');
  await import('../../src/state/neurons.ts');
  desk.edit(addLayer);
  await desk.settle();
  look({ stepSize: 'neuron' });
  const { show } = await import('../../src/state/frames.ts');
  show({ kind: 'points' });
  const at = () => {
    const { frame } = desk.work();
    const { revealed } = useView.getState();
    return frame && [frame.position.step, frame.position.phase, shownOf(frame, revealed)];
  };
  return { desk, at, view: () => useView.getState() };
};

test('a phase is revealed one neuron after the other, then the next phase; what trains goes by phases', async () => {
  const { desk, at, view } = await opened();
  expect(at()).toEqual([0, 0, null]);
  const walk: unknown[] = [];
  // 2-4-1: four neurons, the output, the loss, the output, four neurons back, the update.
  for (let step = 0; step < 12; step += 1) {
    desk.forward();
    await desk.settle();
    walk.push(at());
  }
  expect(walk).toEqual([
    [0, 1, 1],
    [0, 1, 2],
    [0, 1, 3],
    [0, 1, 4],
    [0, 2, 1],
    [0, 3, 1],
    [0, 4, 1],
    [0, 5, 1],
    [0, 5, 2],
    [0, 5, 3],
    [0, 5, 4],
    [1, 0, null],
  ]);
  expect(view().selected).toEqual({ kind: 'unit', layer: 0, unit: 3 });
  const bits = (await desk.stand()).bits;
  desk.back('batch');
  await desk.settle();
  desk.forward('batch');
  await desk.settle();
  expect((await desk.stand()).bits).toEqual(bits);
});

test('back takes one neuron away, and from the first one leads to the phase before, whole', async () => {
  const { desk, at } = await opened();
  for (let step = 0; step < 3; step += 1) {
    desk.forward();
    await desk.settle();
  }
  for (const expected of [
    [0, 1, 2],
    [0, 1, 1],
    [0, 0, null],
  ]) {
    desk.back();
    await desk.settle();
    expect(at()).toEqual(expected);
  }
});

test('another step size, an edit or a seek shows the phase whole', async () => {
  const { desk, at, view } = await opened();
  const { look } = await import('../../src/state/view.ts');
  desk.forward();
  await desk.settle();
  look({ stepSize: 'phase' });
  expect(view().revealed).toBeNull();
  expect(at()).toEqual([0, 1, null]);
  look({ stepSize: 'neuron' });
  desk.forward();
  await desk.settle();
  desk.seek(0);
  await desk.settle();
  expect(at()).toEqual([0, 0, null]);
});

test('what is revealed by itself stops for whatever else is done, and is not carried into another run', async () => {
  const { desk, view } = await opened();
  const { look } = await import('../../src/state/view.ts');
  const others: readonly ((desk: Desk) => void)[] = [
    ({ seek }) => seek(0),
    ({ back }) => back('batch'),
    ({ forward }) => forward('epoch'),
    ({ pause }) => pause(),
    ({ reset }) => reset(),
    ({ edit }) => edit(addLayer),
  ];
  for (const other of others) {
    desk.forward();
    await desk.settle();
    look({ revealing: true });
    expect(view().revealed).not.toBeNull();
    other(desk);
    await desk.settle();
    expect(view()).toMatchObject({ revealing: false, revealed: null });
  }
});

test('pressed faster than frames come, no phase is passed over', async () => {
  const { desk, at } = await opened();
  for (let press = 0; press < 5; press += 1) desk.forward();
  await desk.settle();
  expect(at()).toEqual([0, 1, 1]);
});
