// Very many pictures: they are drawn and counted in slices, and what comes of it is what would come of it at once.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { evaluate, tallyOf } from '../../src/engine/index.ts';
import { rebase } from '../../src/experiment/apply.ts';
import type { Patch } from '../../src/experiment/experiment.ts';
import { forPictures } from '../../src/experiment/pictures.ts';
import { opening } from '../../src/experiment/presets.ts';
import { advance } from '../../src/worker/run.ts';
import { createSession } from '../../src/worker/session.ts';
import { answered, begin, COUNT, digits, many, slowly, TRAIN, turn } from './manyPictures.ts';
import { bitsOf, dense, noisy, started } from './runs.ts';

test('while they are drawn the run that was there goes on, and is told how many there are', async () => {
  const place = slowly();
  const session = createSession(place);
  await session.start(opening);
  const starts = session.start(many);
  for (let slices = 0; slices < 10; slices++) {
    place.pass(20);
    await turn();
  }
  await session.forward('batch');
  const before = await session.frame([], []);
  expect(before.run).toBe(1);
  expect(before.position.step).toBe(1);
  expect(place.told.at(-1)).toBeGreaterThan(0);
  expect(place.told.at(-1)).toBeLessThan(COUNT);
  expect((await answered(place, starts)).run).toBe(2);
  expect(place.told.at(-1)).toBe(COUNT);
  expect(place.told).toEqual(place.told.toSorted((one, other) => one - other));
});

test('of fewer pictures a moment that one comes by on the curve is counted so too, and comes to the same', async () => {
  const few = digits({ data: { points: 1500 } });
  const { session, place, counted } = await begin(few);
  const alone = started(few);
  for (let batch = 0; batch < 3; batch += 1) {
    await session.forward('batch');
    if (batch < 2) advance(alone, 'batch');
  }
  // The newest moment is told whole.
  expect((await session.frame([], [])).reading.counted).toBeUndefined();
  await session.seek(2);
  while ((await session.frame([], [])).seeking) place.pass(20);
  expect((await session.frame([], [])).reading.counted).toBeLessThan(1);
  const { reading } = await counted();
  const { model } = alone.trainer.settings;
  const [train, held] = [alone.setup.train, alone.setup.validation!].map((rows) => evaluate(model, rows, []));
  expect(reading).toMatchObject({ right: train!.right, present: train!.loss, val_loss: held!.loss });
});

test('at rest they are counted from frame to frame, and come to what an evaluation at once comes to', async () => {
  const { session, place, counted } = await begin();
  const first = await session.frame([], []);
  expect(first.reading.counted).toBeLessThan(1);
  expect(first.reading.rows).toBeLessThan(TRAIN);
  expect(first.views.answers).toBeUndefined();
  place.pass(20);
  expect((await session.frame([], [])).reading.counted).toBeGreaterThan(first.reading.counted!);
  const frame = await counted();
  const run = started(many);
  const { model } = run.trainer.settings;
  const [train, held] = [evaluate(model, run.setup.train, []), evaluate(model, run.setup.validation!, [])];
  expect(frame.reading).toMatchObject({
    rows: TRAIN,
    right: train.right,
    present: train.loss,
    valRows: COUNT - TRAIN,
    val_loss: held.loss,
  });
  expect(frame.views.evaluation).toMatchObject({
    train: { loss: train.loss, metrics: { accuracy: train.right / TRAIN } },
    validation: { loss: held.loss, right: held.right },
  });
  expect(frame.curve).toEqual(run.curve.read(null));
  const best = (row: number) => {
    const own = [...frame.views.answers!.outputs.subarray(10 * row, 10 * row + 10)];
    return own.indexOf(Math.max(...own));
  };
  const right = Array.from({ length: COUNT }, (_, row) => best(row) === run.setup.data.answers[row]);
  expect(right.slice(0, TRAIN).filter(Boolean).length).toBe(train.right);
  expect(right.slice(TRAIN).filter(Boolean).length).toBe(held.right);
});

test('an epoch is trained in slices, comes to rest at its end, and leaves the bits and the curve of one in one go', async () => {
  const { session, place, counted } = await begin();
  await answered(place, session.forward('epoch'));
  const under = await session.frame([], []);
  expect(under.playing).toBe(true);
  expect(under.position.epoch).toBe(0);
  for (;;) {
    place.pass(200);
    if (!(await session.frame([], [])).playing) break;
  }
  const frame = await counted();
  const run = started(many);
  advance(run, 'epoch');
  expect(frame.position).toMatchObject({ epoch: 1, step: TRAIN / 32, cursor: 0 });
  expect(frame.curve).toEqual(run.curve.read(null));
  const saved = await session.save();
  expect(new Uint32Array(saved.now.state.buffer)).toEqual(bitsOf(run));
  expect(saved.log).toEqual(run.log.all());
});

test('at full speed frames come too while rows are counted at the end of an epoch', async () => {
  const { session, place } = await begin();
  await session.pace('epoch', Number.POSITIVE_INFINITY);
  await answered(place, session.play());
  let longest = 0;
  for (let epoch = 0; epoch < 2; ) {
    const asked = place.now();
    const frame = await answered(place, session.frame([{ kind: 'answers' }], []));
    longest = Math.max(longest, place.now() - asked);
    epoch = frame.position.epoch;
  }
  // A frame waits for its turn for 150 ms at most; one that waited for all rows would come far later.
  expect(longest).toBeLessThan(190);
});

test('the end of an epoch that was asked for is none to a run that plays in its place', async () => {
  const { session, place } = await begin();
  await answered(place, session.forward('epoch'));
  expect((await session.frame([], [])).playing).toBe(true);
  await session.start(opening, { playing: true });
  place.pass(2000);
  const { playing, position } = await session.frame([], []);
  expect(position.epoch).toBeGreaterThan(1);
  expect(playing).toBe(true);
});

test('a step or a stop of time that comes while rows are counted for the curve waits for that', async () => {
  const { session, place, counted } = await begin();
  await answered(place, session.forward('batch'));
  const frame = await counted();
  expect(frame.position.step).toBe(1);
  // The start is on the curve as it was counted before the step.
  const run = started(many);
  expect(frame.curve.loss[0]).toBe(run.curve.read(null).loss[0]);
  const rate = { compile: { optimizer: { ...many.compile.optimizer, learning_rate: 0.01 } } };
  const { step } = await answered(place, session.edit(rate));
  expect(step).toBe(1);
});

test('what was counted stays as it was when the weights go on, and what their size adds to the loss does too', () => {
  const held = { ...dense(1, 1, 'sigmoid'), kernel_regularizer: { type: 'L2', l2: 0.3 } } as const;
  const run = started({ ...noisy, model: { layers: [dense(2, 4, 'tanh'), held] } });
  const { model } = run.trainer.settings;
  const tally = tallyOf(model, run.setup.train, []);
  tally.go(50);
  const before = tally.soFar();
  advance(run, 'epoch');
  evaluate(model, run.setup.train, []);
  expect(tally.soFar()).toEqual(before);
  tally.go(0);
  expect(tally.soFar()).toEqual(before);
});

test('weights set one after the other at one moment do not wait for each other', async () => {
  const { session, place, counted } = await begin();
  const set = (value: number): Patch => ({ weights: [{ layer: 0, at: 3, value }] });
  await answered(place, session.edit(set(0.5)));
  // No time passes: these answer at once.
  await session.edit(set(0.6));
  expect((await session.edit(set(0.7))).applied).toBe(1);
  const frame = await counted();
  expect(frame.weights[0]!.kernel[3]).toBe(Math.fround(0.7));
  expect(frame.curve.epoch.length).toBe(2);
});

test('the same pictures are drawn once, whichever network learns them', () => {
  const [cnn, mlp] = [started(many), started(rebase(many, 0, forPictures(many, 10, 'mlp')))];
  expect(mlp.setup.train.inputs.buffer).toBe(cnn.setup.train.inputs.buffer);
  const others = started(rebase(many, 0, { data: { seed: 7 } }));
  expect(others.setup.train.inputs.buffer).not.toBe(cnn.setup.train.inputs.buffer);
});

test('pictures that a run has are not drawn anew, whatever was drawn since', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const few = digits({ data: { points: 40 } });
  const run = started(few);
  started(rebase(few, 0, { data: { seed: 7 } }));
  await turn();
  collect();
  expect(started({ ...few, seed: 3 }).setup.train.inputs.buffer).toBe(run.setup.train.inputs.buffer);
});

test('more rows than there is memory for are refused before it is taken, in a sentence', async () => {
  const { session } = await begin(digits({ data: { points: 40 } }));
  const wide = digits({ data: { points: 60_000 } });
  const layers = wide.model.layers.map((layer) =>
    layer.type === 'Dense' ? { ...layer, units: 256 } : layer,
  );
  const { refused, run } = await session.start({ ...wide, model: { layers } });
  expect(refused?.en).toMatch(/60000 rows need 297 MB of memory; 256 MB/);
  expect((await session.frame([], [])).run).toBe(run);
});

test('a branch of a run with very many rows goes on in slices too, with the curve it came from', async () => {
  const { session, place, counted } = await begin();
  await counted();
  for (let step = 0; step < 3; step++) await session.forward('batch');
  await session.seek(1);
  const rate = { compile: { optimizer: { ...many.compile.optimizer, learning_rate: 0.01 } } };
  const { left, run } = await answered(place, session.edit(rate, true));
  expect(left).not.toBe(run);
  const frame = await counted();
  expect(frame.run).toBe(run);
  expect(frame.position.step).toBe(1);
  expect([...frame.curve.step]).toEqual([0, 1]);
  await answered(place, session.forward('epoch'));
  expect((await session.frame([], [])).playing).toBe(true);
});
