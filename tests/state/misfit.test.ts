import { expect, test } from 'vitest';
import { definitionOf } from '../../src/engine/layers/index.ts';
import { rebase } from '../../src/experiment/apply.ts';
import { demos } from '../../src/experiment/demos.ts';
import { addLayer, setLayer, setPoints } from '../../src/experiment/moves.ts';
import { moveLayer } from '../../src/experiment/order.ts';
import { openDesk } from './desk.ts';

/** A CNN on few small pictures: Conv2D 1, MaxPooling2D 2, Conv2D 3, MaxPooling2D 4, Flatten 5, Dense 6. */
const small = rebase(demos.stripes, 0, setPoints(demos.stripes, 40));

test('layers that would not take what comes leave everything as it is, and are explained with a fix that can be made', async () => {
  const desk = await openDesk(small);
  const { lastDeed } = await import('../../src/state/deed.ts');
  await desk.train(1);
  const before = await desk.stand();
  const pool = definitionOf(small.model.layers[1]!).fields.find(({ name }) => name === 'pool_size')!;
  const tries = [
    () => desk.edit((now) => moveLayer(now, 5, 0)),
    () => desk.edit((now) => addLayer(now, 1, 'Flatten')),
    () => desk.edit((now) => setLayer(now, 2, pool, 9)),
  ];
  const fixes: (string | null)[] = [];
  for (const attempt of tries) {
    attempt();
    await desk.settle();
    const deed = lastDeed();
    if (deed.kind !== 'misfit') throw new Error(`Expected it to be explained, received ${deed.kind}.`);
    expect(deed.problem.kind).toBe('refused');
    expect(desk.work().past).toHaveLength(0);
    expect((await desk.stand()).bits).toEqual(before.bits);
    fixes.push(deed.problem.fix?.words.en ?? null);
    if (!deed.problem.fix) continue;
    desk.edit(deed.problem.fix.patch);
    await desk.settle();
    expect(desk.work().past).toHaveLength(1);
    const undone = desk.undo();
    await desk.settle();
    await undone;
  }
  // Flatten behind the last pictures is where it is: that is no fix.
  expect(fixes).toEqual([null, 'Put Flatten behind MaxPooling2D', 'Use padding same']);
});

test('a layer that is moved can be moved again before the first move is on the screen, and undone step by step', async () => {
  const desk = await openDesk(small);
  const order = () => desk.work().design.model.layers.map(({ id }) => id);
  for (let press = 0; press < 2; press += 1) {
    desk.edit((now) => moveLayer(now, 1, now.model.layers.findIndex(({ id }) => id === 1) + 1));
  }
  await desk.settle();
  await desk.settle();
  expect(order()).toEqual([2, 3, 1, 4, 5, 6]);
  for (const before of [
    [2, 1, 3, 4, 5, 6],
    [1, 2, 3, 4, 5, 6],
  ]) {
    const undone = desk.undo();
    await desk.settle();
    await undone;
    expect(order()).toEqual(before);
  }
});
