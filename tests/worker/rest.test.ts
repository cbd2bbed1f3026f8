// What brings a run to rest, and what must not.

import { describe, expect, test } from 'vitest';
import { type Answers } from '../../src/data/data.ts';
import { GATES } from '../../src/data/gates.ts';
import { rebase } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { addLayer, chooseSet, learnByRule, setUnits } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Frame } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { dense, onGate } from './runs.ts';

const begin = async (experiment: Experiment) => {
  const place = manualPlace();
  const session = createSession(place);
  const { run } = await session.start(experiment);
  return { place, session, run, look: () => session.frame([], []) };
};

const withFit = (experiment: Experiment, fit: Partial<Experiment['fit']>): Experiment => ({
  ...experiment,
  fit: { ...experiment.fit, ...fit },
});

describe('the perceptron rule', () => {
  const rule = (answers: Answers, seed: number): Experiment => {
    const experiment = onGate(answers, [dense(1, 1, 'step')], seed);
    return rebase(experiment, 0, learnByRule(experiment));
  };

  test('on AND never says that a round repeats, though every round with mistakes is gone through again', async () => {
    let again = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const { session, look } = await begin(rule(GATES.AND, seed));
      for (let epoch = 0; epoch < 100; epoch += 1) {
        await session.forward('epoch');
        const { halt } = await look();
        if (halt) break;
        again += 1;
        await session.back('batch');
        await session.forward('batch');
        expect((await look()).halt).toBeNull();
      }
      expect((await look()).halt?.kind).toBe('parted');
    }
    expect(again).toBeGreaterThan(30);
  });

  test('a gate chosen where it stopped is marked as solved too, and one that takes its place is not', async () => {
    const { session, look } = await begin(rule(GATES.AND, 1));
    const solvedAt = async () =>
      (await look()).marks.filter(({ kind }) => kind === 'solved').map(({ step }) => step);
    const toRest = async () => {
      for (let epoch = 0; epoch < 100; epoch += 1) {
        await session.forward('epoch');
        const { halt } = await look();
        if (halt) return halt.kind;
      }
      return null;
    };
    expect(await toRest()).toBe('parted');
    const [first, ...others] = await solvedAt();
    expect(others).toEqual([]);
    const { step } = (await look()).position;
    await session.edit({ data: { answers: GATES.OR } });
    expect(await toRest()).toBe('parted');
    const [again, second] = await solvedAt();
    expect([again, typeof second]).toEqual([first, 'number']);
    expect(second).toBeGreaterThanOrEqual(step);
    // Chosen again every row is right at once; with another gate in its place none of that is left.
    await session.edit({ data: { answers: GATES.AND } });
    await session.edit({ data: { answers: GATES.OR } });
    expect((await solvedAt()).length).toBe(3);
    await session.edit({ data: { answers: GATES.XOR } });
    expect(await solvedAt()).toEqual([first, second]);
  });

  test('on XOR says once that a round repeats, steps back before it or not', async () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { session, place, look } = await begin(rule(GATES.XOR, seed));
      for (let epoch = 0; epoch < 3; epoch += 1) await session.forward('epoch');
      for (let epoch = 0; epoch < 2; epoch += 1) await session.back('epoch');
      await session.play();
      place.pass(60_000);
      const halted = await look();
      expect([halted.halt?.kind, halted.playing]).toEqual(['repeats', false]);
      await session.play();
      place.pass(10_000);
      const on = await look();
      expect([on.halt, on.playing]).toEqual([null, true]);
      expect(on.position.epoch).toBeGreaterThan(halted.position.epoch + 200);
    }
  });
});

test('a mark is left by edits that do not change the loss, however often they are made at its step', async () => {
  const solvedOf = ({ marks }: Frame) => marks.filter(({ kind }) => kind === 'solved');
  const rate = (learning_rate: number): Patch => ({
    compile: { optimizer: { ...opening.compile.optimizer, learning_rate } },
  });
  const known = await begin(opening);
  while (solvedOf(await known.look()).length === 0) await known.session.forward('epoch');
  const [mark] = solvedOf(await known.look());
  const { session, look } = await begin(opening);
  for (let epoch = 0; epoch < mark!.step; epoch += 1) await session.forward('epoch');
  await session.edit(rate(0.4));
  // With one batch an epoch the rows were right before the update that ends it.
  await session.forward('epoch');
  expect(solvedOf(await look())).toEqual([mark]);
  await session.back('epoch');
  await session.edit(rate(0.3));
  expect(solvedOf(await look())).toEqual([mark]);
});

describe('a run that comes back', () => {
  test('is at rest, though another one played, and one that had its epochs keeps to them', async () => {
    const { session, place, run, look } = await begin(withFit(opening, { epochs: 5 }));
    await session.play();
    place.pass(2000);
    const before = await look();
    expect(before.halt).toEqual({ kind: 'epochs', epoch: 5 });
    await session.start(rebase(opening, 0, addLayer(opening)), { playing: true });
    place.pass(500);
    expect((await look()).playing).toBe(true);
    expect(await session.restore(run)).toBe(true);
    place.pass(2000);
    expect(await look()).toEqual(before);
  });

  test('is not trained if Keras would refuse it', async () => {
    const blobs = rebase(opening, 0, chooseSet(opening, 'blobs'));
    const two = rebase(blobs, 0, setUnits(blobs, 1, 2));
    const misfit: Experiment = { ...two, compile: { ...two.compile, loss: 'categorical_crossentropy' } };
    expect(check(misfit).some(({ kind }) => kind === 'refused')).toBe(true);
    const { session, place, run, look } = await begin(misfit);
    await session.start(blobs, { playing: true });
    place.pass(500);
    expect(await session.restore(run)).toBe(true);
    place.pass(2000);
    const { position, playing } = await look();
    expect([position.step, playing]).toEqual([0, false]);
  });
});

describe('a run with epochs', () => {
  test('gets as many more when it is played after one batch beyond them', async () => {
    const { session, place, look } = await begin(withFit(opening, { epochs: 5, batch_size: 1 }));
    await session.play();
    place.pass(2000);
    await session.forward('batch');
    expect((await look()).position).toMatchObject({ epoch: 5, batch: 1 });
    await session.play();
    place.pass(5000);
    const { halt, position, playing } = await look();
    expect([halt, position.epoch, position.cursor, playing]).toEqual([
      { kind: 'epochs', epoch: 10 },
      10,
      0,
      false,
    ]);
  });

  const twoGone: Patch = {
    data: {
      changes: [
        { op: 'remove', id: 0 },
        { op: 'remove', id: 1 },
      ],
    },
  };

  test('counts the one that ends because the rows it had left were taken away', async () => {
    const { session, look } = await begin(withFit(opening, { epochs: 1, batch_size: 1 }));
    for (let batch = 0; batch < 3; batch += 1) await session.forward('batch');
    await session.edit(twoGone);
    const { position, halt, curve } = await look();
    expect(position).toMatchObject({ step: 3, epoch: 1, cursor: 0, batch: 0 });
    expect(halt).toEqual({ kind: 'epochs', epoch: 1 });
    expect(curve.epoch.at(-1)).toBe(1);
  });

  test('stops there at once if it was playing', async () => {
    const { session, place, look } = await begin(withFit(opening, { epochs: 1, batch_size: 1 }));
    await session.pace('batch', 10);
    await session.play();
    place.pass(310);
    expect((await look()).position).toMatchObject({ step: 3, epoch: 0, cursor: 3 });
    await session.edit(twoGone);
    place.pass(2000);
    const { position, halt, playing } = await look();
    expect(position).toMatchObject({ step: 3, epoch: 1, cursor: 0 });
    expect([halt, playing]).toEqual([{ kind: 'epochs', epoch: 1 }, false]);
  });
});
