import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { apply, designAt } from '../../src/experiment/apply.ts';
import type { Patch } from '../../src/experiment/experiment.ts';
import {
  addLayer,
  chooseGate,
  newWeights,
  setNoise,
  setRate,
  setUnits,
  setWeight,
} from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from '../worker/place.ts';
import { openDesk } from './desk.ts';

const first = designAt(opening, 0);

test('an edit that keeps the weights is undone and redone where time stands', async () => {
  const desk = await openDesk();
  await desk.train(7);
  const before = await desk.stand();
  desk.edit(setRate(first, 0.1));
  desk.edit(chooseGate(first, GATES.OR));
  await desk.settle();
  expect(desk.work().design.compile.optimizer.learning_rate).toBe(0.1);
  expect(desk.work().design.data.answers).toEqual(GATES.OR);
  await desk.undo();
  await desk.undo();
  await desk.settle();
  expect(desk.work().design).toEqual(first);
  expect(desk.work().past).toHaveLength(0);
  expect((await desk.stand()).bits).toEqual(before.bits);
  expect(desk.work().frame?.position.step).toBe(7);
  await desk.redo();
  await desk.settle();
  expect(desk.work().design.compile.optimizer.learning_rate).toBe(0.1);
  expect(desk.work().design.data.answers).toEqual(GATES.AND);
});

test('a weight set by hand goes back to what had been learned', async () => {
  const desk = await openDesk();
  await desk.train(9);
  const { bits } = await desk.stand();
  desk.edit(setWeight(0, 0, 3));
  await desk.settle();
  expect((await desk.stand()).bits).not.toEqual(bits);
  await desk.undo();
  await desk.settle();
  expect((await desk.stand()).bits).toEqual(bits);
});

test('the edits of one gesture are undone as one, whether they keep the weights or start over', async () => {
  const desk = await openDesk();
  await desk.train(5);
  const before = await desk.stand();
  for (const rate of [0.4, 0.3, 0.2]) desk.edit(setRate(first, rate), { gesture: 'drag 1' });
  await desk.settle();
  expect(desk.work().past).toHaveLength(1);
  for (const noise of [0.1, 0.2, 0.3]) {
    desk.edit((design) => setNoise(design, noise), { gesture: 'drag 2' });
    await desk.settle();
  }
  expect(desk.work().past).toHaveLength(2);
  expect(desk.work().design.data.noise).toBe(0.3);
  await desk.undo();
  await desk.settle();
  expect(desk.work().design.data.noise).toBe(0);
  await desk.undo();
  await desk.settle();
  expect(desk.work().design).toEqual(first);
  expect((await desk.stand()).bits).toEqual(before.bits);
});

test('a new start is undone to the same weights, slots, counters and curve, and redone to its own', async () => {
  const desk = await openDesk();
  await desk.train(12);
  const one = await desk.stand();
  const curve = desk.work().frame?.curve;
  desk.edit(addLayer);
  await desk.settle();
  expect(desk.work().frame?.position.step).toBe(0);
  const [branch] = desk.work().branches;
  expect(branch?.name).toEqual({ en: 'one neuron', ko: '뉴런 하나' });
  expect(branch?.curve).toEqual(curve);
  await desk.train(4);
  const two = await desk.stand();
  await desk.undo();
  await desk.settle();
  expect(await desk.stand()).toEqual(one);
  expect(desk.work().frame?.curve).toEqual(curve);
  expect(desk.work().branches).toEqual([]);
  await desk.redo();
  await desk.settle();
  expect(await desk.stand()).toEqual(two);
});

test('the start again keeps the first weights, new weights do not, and both are undone', async () => {
  const desk = await openDesk();
  const start = await desk.stand();
  await desk.train(20);
  const learned = await desk.stand();
  desk.reset();
  await desk.settle();
  expect((await desk.stand()).bits).toEqual(start.bits);
  desk.newRun();
  await desk.settle();
  expect((await desk.stand()).bits).not.toEqual(start.bits);
  for (let times = 0; times < 2; times += 1) {
    await desk.undo();
    await desk.settle();
  }
  expect(await desk.stand()).toEqual(learned);
});

test('beyond the twenty runs that are kept, undo trains the way again to the same bits', async () => {
  const desk = await openDesk();
  await desk.train(30);
  desk.edit(setRate(first, 0.2));
  await desk.train(10);
  const there = await desk.stand();
  for (let times = 0; times < 25; times += 1) {
    desk.edit(newWeights);
    await desk.settle();
  }
  for (let times = 0; times < 25; times += 1) {
    await desk.undo();
    await desk.settle();
  }
  expect(await desk.stand()).toEqual(there);
});

test('a new edit ends what could be redone', async () => {
  const desk = await openDesk();
  desk.edit(setRate(first, 0.1));
  await desk.settle();
  await desk.undo();
  await desk.settle();
  expect(desk.work().future).toHaveLength(1);
  desk.edit(chooseGate(first, GATES.NAND));
  await desk.settle();
  expect(desk.work().future).toHaveLength(0);
  await desk.redo();
  await desk.settle();
  expect(desk.work().design.compile.optimizer.learning_rate).toBe(0.5);
});

const doings = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((epochs) => ({ kind: 'train', epochs }) as const),
    fc.constant({ kind: 'undo' } as const),
    fc.constant({ kind: 'redo' } as const),
    fc.constant({ kind: 'back' } as const),
    fc
      .constantFrom<Patch>(
        setRate(first, 0.05),
        setRate(first, 1),
        chooseGate(first, GATES.XOR),
        setWeight(0, 1, -0.75),
        addLayer(first),
        setUnits(apply(first, addLayer(first)), 2, 3),
        newWeights(first),
      )
      .map((patch) => ({ kind: 'edit', patch }) as const),
  ),
  { minLength: 3, maxLength: 14 },
);

test('whatever is done and undone, the document replays to the bits on the screen, and all undone is the beginning', async () => {
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      const desk = await openDesk();
      for (const doing of list) {
        if (doing.kind === 'train') await desk.train(doing.epochs);
        else if (doing.kind === 'edit') desk.edit(doing.patch);
        else if (doing.kind === 'back') await desk.session.back('epoch');
        else await desk[doing.kind]();
        await desk.settle();
      }
      const { bits, counters } = await desk.stand();
      const { experiment } = desk.work();
      const again = createSession(manualPlace());
      expect((await again.start(experiment, { step: counters.step })).refused).toBeNull();
      const { now } = await again.save();
      expect([...new Uint32Array(now.state.slice().buffer)]).toEqual(bits);

      // Going back in time before an undo takes the undo back too: then what is left is not the beginning.
      if (list.some(({ kind }) => kind === 'back')) return;
      while (desk.work().past.length > 0) {
        await desk.undo();
        await desk.settle();
      }
      expect(desk.work().design).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
