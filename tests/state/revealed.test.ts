import { expect, test } from 'vitest';
import { addLayer } from '../../src/experiment/moves.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { onStripes } from '../worker/looking.ts';
import { type Desk, openDesk } from './desk.ts';

/** Where the page stands at neuron size: phases done, and units shown of the one under way. */
const opened = async (experiment?: Experiment) => {
  const desk = await openDesk(experiment);
  const { useView, look } = await import('../../src/state/view.ts');
  const { shownOf } = await import('../../src/state/revealed.ts');
  await import('../../src/state/neurons.ts');
  if (!experiment) desk.edit(addLayer);
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

test('the way back passes every neuron that the way forwards showed, over the phases', async () => {
  const { desk, at } = await opened();
  const walk: unknown[] = [at()];
  for (let step = 0; step < 12; step += 1) {
    desk.forward();
    await desk.settle();
    walk.push(at());
  }
  // A phase that is gone back to is whole: nothing is left out of it.
  const whole = new Map([
    ['0,1,4', [0, 1, null]],
    ['0,2,1', [0, 2, null]],
    ['0,3,1', [0, 3, null]],
    ['0,4,1', [0, 4, null]],
    ['0,5,4', [0, 5, null]],
  ]);
  for (const expected of walk.toReversed().slice(1)) {
    desk.back();
    await desk.settle();
    expect(at()).toEqual(whole.get(String(expected)) ?? expected);
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

/** Two maps of 8 × 8, pooled to 4 × 4, laid out as 32 numbers for 4 classes. */
const ofMaps = onStripes([
  { type: 'Conv2D', id: 1, filters: 2, kernel_size: 3, padding: 'same', activation: 'relu' },
  { type: 'MaxPooling2D', id: 2, pool_size: 2 },
  { type: 'Flatten', id: 3 },
  { type: 'Dense', id: 4, units: 4, activation: 'softmax' },
]);

test('a layer of maps is revealed map by map, a Flatten at once, a Dense neuron by neuron, and so on the way back', async () => {
  const { desk, at } = await opened(ofMaps);
  const walk: unknown[] = [];
  for (let step = 0; step < 20; step += 1) {
    desk.forward();
    await desk.settle();
    walk.push(at());
  }
  const phases = (phase: number, steps: number) =>
    Array.from({ length: steps }, (_, step) => [0, phase, step + 1]);
  expect(walk).toEqual([
    ...[phases(1, 2), phases(2, 2), [[0, 3, 32]], phases(4, 4), phases(5, 1)].flat(),
    ...[phases(6, 4), [[0, 7, 32]], phases(8, 2), phases(9, 2)].flat(),
    [1, 0, null],
  ]);
  // And back: from the list at once to the pooling before it, whole.
  desk.seek(0, 2);
  await desk.settle();
  desk.forward();
  await desk.settle();
  expect(at()).toEqual([0, 3, 32]);
  desk.back();
  await desk.settle();
  expect(at()).toEqual([0, 2, null]);
});

test('while the Microscope is open the window walks over a map cell by cell; once it is closed the rest comes at once', async () => {
  const { desk, at, view } = await opened(ofMaps);
  const { lookAway, lookInto } = await import('../../src/state/view.ts');
  lookInto({ kind: 'unit', layer: 0, unit: 0 });
  const next = async () => {
    desk.forward();
    await desk.settle();
    return [...(at() ?? []), view().revealed?.cells, view().selected];
  };
  const cell = (unit: number, layer = 0) => ({ kind: 'unit', layer, unit });
  expect(await next()).toEqual([0, 1, 1, 1, cell(0)]);
  for (let step = 2; step < 10; step += 1) await next();
  // The tenth cell: row 1, column 1 of the first of two maps.
  expect(await next()).toEqual([0, 1, 1, 10, cell((8 + 1) * 2)]);
  desk.back();
  await desk.settle();
  expect(view()).toMatchObject({ revealed: { shown: 1, cells: 9 }, selected: cell(8 * 2) });
  lookAway();
  expect((await next()).slice(0, 4)).toEqual([0, 1, 1, undefined]);
  expect((await next()).slice(0, 4)).toEqual([0, 1, 2, undefined]);
  // The map is looked into at the place that was looked into last; a pooling walks as well.
  lookInto(cell((3 * 8 + 4) * 2 + 1) as { kind: 'unit'; layer: number; unit: number });
  expect(await next()).toEqual([0, 2, 1, 1, cell(0, 1)]);
  for (let step = 1; step < 16; step += 1) await next();
  expect(await next()).toEqual([0, 2, 2, 1, cell(1, 1)]);
});
