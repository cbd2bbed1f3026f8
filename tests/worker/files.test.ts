// The models that ModelCheckpoint saved, as they are asked for later: each is the run exactly as it stood.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallbackSpec } from '../../src/engine/callbacks/index.ts';
import { checksumOf } from '../../src/engine/index.ts';
import { designAt } from '../../src/experiment/apply.ts';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { setEpochs, setRate } from '../../src/experiment/moves.ts';
import { fileOf, MOST_UPDATES } from '../../src/worker/file.ts';
import type { Saved, SavedModel } from '../../src/worker/frame.ts';
import { advance } from '../../src/worker/run.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { noisy, started } from './runs.ts';

const stopping: CallbackSpec = {
  type: 'EarlyStopping',
  patience: 1,
  min_delta: 10,
  restore_best_weights: true,
};
const saving: CallbackSpec = { type: 'ModelCheckpoint', filepath: 'e{epoch}.keras' };
/** Eight batches an epoch: this saves in the middle of each, and in its last batch. */
const often: CallbackSpec = { type: 'ModelCheckpoint', filepath: 'e{epoch}_b{batch}.keras', save_freq: 4 };
const slowing: CallbackSpec = { type: 'ReduceLROnPlateau', patience: 1, min_delta: 10, factor: 0.5 };
const STEPS = 8;

const withCallbacks = (...callbacks: readonly CallbackSpec[]): Experiment => ({
  ...noisy,
  fit: { ...noisy.fit, callbacks },
});

const begin = async (experiment: Experiment) => {
  let document = experiment;
  const session = createSession(manualPlace());
  expect((await session.start(experiment)).refused).toBeNull();
  return {
    session,
    get document() {
      return document;
    },
    look: () => session.frame([], []),
    epochs: async (count: number) => {
      for (let epoch = 0; epoch < count; epoch += 1) await session.forward('epoch');
    },
    edit: async (patch: Patch) => {
      const { applied, step } = await session.edit(patch);
      document = addEdit(document, applied, step, patch);
    },
    file: async (name: string): Promise<SavedModel> => {
      const model = await session.file(name);
      if (!model) throw new Error(`${name} was to be there.`);
      return model;
    },
  };
};

const bitsOf = (state: Float32Array): number[] => [...new Uint32Array(state.slice().buffer)];

/** A run of a document at a step: what it is is known without any file. */
const at = async (document: Experiment, step: number): Promise<Saved> => {
  const session = createSession(manualPlace());
  expect((await session.start(document, { step })).refused).toBeNull();
  return session.save();
};

/** A run taken up at a file, or why it was not. */
const takeUp = async (document: Experiment, { moment, edits }: SavedModel) => {
  const { step, epoch } = moment.counters;
  const none = { epoch: new Float64Array(), step: new Float64Array() };
  const nothing = { loss: new Float32Array(), val_loss: new Float32Array(), wrong: new Float32Array() };
  const saved: Saved = {
    now: moment,
    past: [],
    newest: { step, epoch, edits },
    curve: { ...none, ...nothing },
    marks: [],
  };
  const until = { ...document, edits: document.edits.slice(0, edits) };
  const session = createSession(manualPlace());
  const { refused } = await session.start(until, { saved });
  return { session, refused };
};

test('a file is as it was saved, before the weights were put back and before every edit at its step', async () => {
  const run = await begin(withCallbacks(stopping, saving));
  await run.epochs(2);
  expect((await run.look()).halt).toMatchObject({ kind: 'stopped', restored: 1 });
  const before = await run.file('e2.keras');
  await run.edit({ weights: [{ layer: 0, at: 0, value: 7 }] });
  await run.edit({
    fit: { callbacks: [saving] },
    compile: { optimizer: { type: 'Adam', learning_rate: 1 } },
  });
  const model = await run.file('e2.keras');
  expect(model).toEqual(before);
  expect(model.edits).toBe(0);
  // Without EarlyStopping nothing is put back.
  const plain = await at(withCallbacks(saving), 2 * STEPS);
  expect(bitsOf(model.moment.state)).toEqual(bitsOf(plain.now.state));
  const { session, refused } = await takeUp(run.document, model);
  expect(refused).toBeNull();
  await session.forward('epoch');
  expect((await session.frame([], [])).position.epoch).toBe(3);
});

test('a file of after an edit at the same step has that edit in it', async () => {
  const run = await begin(withCallbacks(saving));
  await run.epochs(1);
  for (let batch = 0; batch < 3; batch += 1) await run.session.forward('batch');
  // 40 of 50 points to train: the epoch, at row 48, is over with this edit.
  await run.edit({ data: { points: 50 } });
  await run.edit({ weights: [{ layer: 0, at: 0, value: 7 }] });
  expect((await run.look()).position).toMatchObject({ step: STEPS + 3, epoch: 2, cursor: 0 });
  const model = await run.file('e2.keras');
  expect([model.step, model.edits]).toEqual([STEPS + 3, 1]);
  expect(model.moment.state[0]).toBe(7);
  expect((await takeUp(run.document, model)).refused).toBeNull();
});

test('a file saved in the last batch of an epoch can be taken up, at the end of that epoch', async () => {
  const run = await begin(withCallbacks(often));
  await run.epochs(2);
  const middle = await run.file('e1_b4.keras');
  const last = await run.file('e1_b8.keras');
  expect([middle.moment.counters.step, last.moment.counters.step]).toEqual([4, STEPS]);
  const { session, refused } = await takeUp(run.document, last);
  expect(refused).toBeNull();
  const { now } = await session.save();
  expect(now.counters).toMatchObject({ epoch: 1, cursor: 0, batch: 0 });
  await session.forward('epoch');
  const [opened, whole] = [await session.save(), await at(run.document, 2 * STEPS)];
  expect(bitsOf(opened.now.state)).toEqual(bitsOf(whole.now.state));
});

test('weights alone meet an optimizer without memory', async () => {
  const run = await begin(
    withCallbacks({ ...saving, save_weights_only: true, filepath: 'e{epoch}.weights.h5' }),
  );
  await run.epochs(2);
  const { moment } = await run.file('e1.weights.h5');
  const { state } = (await at(run.document, STEPS)).now;
  // 2 × 4 and 4 in the hidden layer, 4 and 1 in the output, and a slot of momentum for each.
  expect(bitsOf(moment.state)).toEqual([
    ...bitsOf(state).slice(0, 17),
    ...Array.from({ length: 17 }, () => 0),
  ]);
  expect(moment.counters.began).toBe(STEPS);
});

const doings = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('batch', 'epoch').map((size) => ({ kind: 'forward', size }) as const),
    },
    fc.constantFrom('batch', 'epoch').map((size) => ({ kind: 'back', size }) as const),
    fc
      .constantFrom<Patch>(
        setRate(designAt(noisy, 0), 0.05),
        setEpochs(designAt(noisy, 0), 2),
        { fit: { callbacks: [saving] } },
        { fit: { callbacks: [stopping, often] } },
        { fit: { callbacks: [stopping, saving, slowing] } },
        { weights: [{ layer: 1, at: 2, value: -3 }] },
        { data: { points: 40 } },
        { data: { points: 160 } },
        { compile: { optimizer: { type: 'Adam', learning_rate: 0.01 } } },
      )
      .map((patch) => ({ kind: 'edit', patch }) as const),
  ),
  { minLength: 4, maxLength: 12 },
);

test('whatever was done since, a file has the very bits that were saved, and can be taken up', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      const run = await begin(withCallbacks(stopping, saving, slowing));
      await run.epochs(2);
      for (const doing of list) {
        if (doing.kind === 'edit') await run.edit(doing.patch);
        else await run.session[doing.kind](doing.size);
      }
      for (const { name, step, edits, checksum } of (await run.look()).callbacks.files) {
        const model = await run.file(name);
        expect([model.step, model.edits]).toEqual([step, edits]);
        expect(checksumOf(model.moment.state)).toBe(checksum);
        expect((await takeUp(run.document, model)).refused).toBeNull();
        seen += 1;
      }
      const again = createSession(manualPlace());
      const saved = structuredClone(await run.session.save());
      expect((await again.start(run.document, { saved })).refused).toBeNull();
      const { files } = (await run.look()).callbacks;
      expect((await again.frame([], [])).callbacks.files).toEqual(files);
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(60);
}, 60_000);

test('others have their turn after every update, and what is no longer wanted is not trained to its end', async () => {
  const run = started(withCallbacks({ ...saving, filepath: 'one.keras', save_freq: 2 * STEPS }));
  run.history.cut(0);
  while (run.trainer.counters.epoch < 2) {
    advance(run, 'batch');
    run.history.cut(0);
  }
  let turns = 0;
  expect(await fileOf(run, 'one.keras', () => Promise.resolve(++turns < 1000))).not.toBeNull();
  expect(turns).toBe(2 * STEPS);
  turns = 0;
  expect(await fileOf(run, 'one.keras', () => Promise.resolve(++turns < 5))).toBeNull();
  expect(turns).toBe(5);
});

test('a record cannot make the worker train without end: a file too far from every moment is not offered', async () => {
  const run = await begin(withCallbacks(saving));
  await run.epochs(2);
  const saved = await run.session.save();
  const counters = { ...saved.now.counters, step: 9e11 };
  const newest = { ...saved.newest, step: 9e11 };
  const far = { name: 'far.keras', epoch: 2, edits: 0, checksum: 0, weightsOnly: false, rank: null };
  const files = [
    { ...far, step: 20 },
    { ...far, name: 'further.keras', step: MOST_UPDATES + 1000 },
    { ...far, name: 'furthest.keras', step: 8e11 },
  ];
  const session = createSession(manualPlace());
  const hostile = { ...saved, now: { ...saved.now, counters }, past: [], newest, files };
  expect((await session.start(run.document, { saved: hostile })).refused).toBeNull();
  expect(await session.file('further.keras')).toBeNull();
  expect(await session.file('furthest.keras')).toBeNull();
}, 10_000);
