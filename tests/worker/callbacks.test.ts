// What the callbacks of fit() do to a run: where it stops, what is put back, saved and written, and that it replays.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallbackSpec } from '../../src/engine/callbacks/index.ts';
import { designAt } from '../../src/experiment/apply.ts';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { setEpochs, setRate } from '../../src/experiment/moves.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { noisy } from './runs.ts';

const stopping: CallbackSpec = {
  type: 'EarlyStopping',
  patience: 2,
  min_delta: 0.02,
  verbose: true,
  restore_best_weights: true,
};
const saving: CallbackSpec = {
  type: 'ModelCheckpoint',
  filepath: 'dm_{epoch:02d}_{val_loss:.2f}.keras',
  save_best_only: true,
  verbose: true,
};
const slowing: CallbackSpec = { type: 'ReduceLROnPlateau', patience: 1, min_delta: 0.05, factor: 0.5 };

const withCallbacks = (callbacks: readonly CallbackSpec[], epochs: number | null = null): Experiment => ({
  ...noisy,
  fit: { ...noisy.fit, callbacks, epochs },
});

const begin = async (experiment: Experiment) => {
  let document = experiment;
  let place = manualPlace();
  let session = createSession(place);
  expect((await session.start(experiment)).refused).toBeNull();
  return {
    get session() {
      return session;
    },
    get document() {
      return document;
    },
    look: () => session.frame([], []),
    play: async () => {
      await session.pace('epoch', Number.POSITIVE_INFINITY);
      await session.play();
      place.pass(20_000);
    },
    edit: async (patch: Patch) => {
      const { applied, step } = await session.edit(patch);
      document = addEdit(document, applied, step, patch);
    },
    reload: async () => {
      // As IndexedDB does: what was shared stays shared, nothing else is.
      const saved = structuredClone(await session.save());
      place = manualPlace();
      session = createSession(place);
      expect((await session.start(document, { saved })).refused).toBeNull();
    },
  };
};

type Table = Awaited<ReturnType<typeof begin>>;

/** All that a run is at a moment: bits of weights and slots, counters, what callbacks remember, lines and files. */
const standOf = async ({ session, look }: Pick<Table, 'session' | 'look'>) => {
  const { now } = await session.save();
  const { batchLoss: _loss, ...counters } = now.counters;
  const { callbacks } = await look();
  return { counters, bits: [...new Uint32Array(now.state.slice().buffer)], files: callbacks.files };
};

const fresh = async (document: Experiment, step: number) => {
  const session = createSession(manualPlace());
  expect((await session.start(document, { step })).refused).toBeNull();
  return standOf({ session, look: () => session.frame([], []) });
};

test('EarlyStopping ends the run, and the weights of the best epoch are back', async () => {
  const table = await begin(withCallbacks([stopping, saving]));
  await table.play();
  const { halt, position, callbacks, marks, playing } = await table.look();
  const patience = callbacks.patience;
  if (halt?.kind !== 'stopped' || !patience?.best) throw new Error('The run was to be stopped.');
  expect(playing).toBe(false);
  expect(halt).toEqual({
    kind: 'stopped',
    epoch: position.epoch,
    by: 'EarlyStopping',
    restored: patience.best.epoch,
  });
  expect(position.epoch).toBe(patience.best.epoch + 2);
  expect(marks.at(-1)?.kind).toBe('restored');
  // Keras: "Epoch N: early stopping", then "Restoring model weights from the end of the best epoch: B."
  expect(callbacks.log.slice(-2)).toEqual([
    `Epoch ${position.epoch}: early stopping`,
    `Restoring model weights from the end of the best epoch: ${patience.best.epoch}.`,
  ]);
  const end = await standOf(table);
  const best = await fresh(table.document, patience.best.epoch * 8);
  // 2 × 4 and 4 in the hidden layer, 4 and 1 in the output.
  expect(end.bits.slice(0, 17)).toEqual(best.bits.slice(0, 17));
});

test('a saved model is the run as it stood, and can be taken up there', async () => {
  const table = await begin(withCallbacks([saving], 6));
  await table.play();
  const { callbacks, halt } = await table.look();
  expect(halt).toEqual({ kind: 'epochs', epoch: 6 });
  const file = callbacks.files.find(({ best }) => best);
  const model = file && (await table.session.file(file.name));
  if (!model) throw new Error('There was to be a saved model.');
  expect(model.name).toMatch(/^dm_\d\d_\d\.\d\d\.keras$/);
  const then = await fresh(table.document, model.step);
  expect([...new Uint32Array(model.moment.state.slice().buffer)]).toEqual(then.bits);
  expect(await table.session.file('no such file')).toBeNull();
});

test('a second fit goes on for as many epochs, and a step back before the end finds what callbacks knew', async () => {
  const table = await begin(withCallbacks([stopping, slowing], 4));
  await table.play();
  const first = await table.look();
  expect(first.position.epoch).toBeLessThanOrEqual(4);
  await table.play();
  expect((await table.look()).position.epoch).toBeGreaterThan(first.position.epoch);
  for (const step of [30, 17, 9, 3]) {
    await table.session.seek(step);
    expect(await standOf(table)).toEqual(await fresh(table.document, step));
  }
});

test('an error in the last batch of an epoch halts the run in its name, and is the last line of the log', async () => {
  // Keras: the log of a batch has no val_loss; what is raised in on_train_batch_end ends fit() before the epoch's end.
  const failing: CallbackSpec = { ...saving, save_best_only: false, save_freq: 16 };
  const table = await begin(withCallbacks([stopping, failing], 5));
  await table.play();
  const { halt, position, callbacks, curve } = await table.look();
  expect(position).toMatchObject({ step: 16, epoch: 2, cursor: 0 });
  expect(halt).toMatchObject({ kind: 'failed', epoch: 2 });
  expect(callbacks.log.at(-2)).toBe('Epoch 2/5');
  expect(callbacks.log.at(-1)).toMatch(/^KeyError: .*val_loss/);
  expect(curve.epoch.at(-1)).toBe(2);
  await table.session.back('batch');
  await table.session.forward('batch');
  expect(await standOf(table)).toEqual(await fresh(table.document, 16));
});

test('a setting changed and changed back at one step leaves what the callbacks remember', async () => {
  const table = await begin(withCallbacks([stopping, saving, slowing]));
  for (let epoch = 0; epoch < 4; epoch += 1) await table.session.forward('epoch');
  await table.edit({ fit: { callbacks: [{ ...stopping, patience: 9 }] } });
  await table.edit({ fit: { callbacks: [stopping, saving, slowing] } });
  expect(await standOf(table)).toEqual(await fresh(table.document, 32));
  expect(table.document.edits).toHaveLength(1);
});

test('TerminateOnNaN stops in its own name at the last step that was finite', async () => {
  const far = setRate(designAt(noisy, 0), 1e30);
  const experiment = {
    ...withCallbacks([{ type: 'TerminateOnNaN' }]),
    compile: { ...noisy.compile, ...far.compile, loss: 'mean_squared_error' as const },
  };
  const linear: Experiment = {
    ...experiment,
    model: {
      layers: experiment.model.layers.map((layer) => ({ ...layer, activation: 'linear' as const })) as never,
    },
  };
  const table = await begin(linear);
  await table.play();
  const { halt, callbacks, weights } = await table.look();
  expect(halt).toMatchObject({ kind: 'stopped', by: 'TerminateOnNaN', restored: null });
  expect(callbacks.log.at(-1)).toMatch(/^Batch \d+: Invalid loss, terminating training$/);
  expect(weights.every(({ kernel }) => kernel.every(Number.isFinite))).toBe(true);
});

const first = designAt(withCallbacks([stopping, saving, slowing], 5), 0);
const doings = fc.array(
  fc.oneof(
    fc.constantFrom('batch', 'epoch').map((size) => ({ kind: 'forward', size }) as const),
    fc.constantFrom('phase', 'batch', 'epoch').map((size) => ({ kind: 'back', size }) as const),
    fc.constant({ kind: 'reload' } as const),
    fc
      .constantFrom<Patch>(
        setRate(first, 0.05),
        setEpochs(first, 2),
        setEpochs(first, null),
        { fit: { callbacks: [saving] } },
        { fit: { callbacks: [{ ...stopping, patience: 1 }, saving] } },
        { fit: { callbacks: [stopping, saving, slowing] } },
        { compile: { metrics: ['accuracy', 'mse'] } },
      )
      .map((patch) => ({ kind: 'edit', patch }) as const),
  ),
  { minLength: 4, maxLength: 14 },
);

test('stopped anywhere, stepped back, edited and loaded again, a run with callbacks is that of its document', async () => {
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      const table = await begin(withCallbacks([stopping, saving, slowing], 5));
      for (let epoch = 0; epoch < 3; epoch += 1) await table.session.forward('epoch');
      for (const doing of list) {
        if (doing.kind === 'edit') await table.edit(doing.patch);
        else if (doing.kind === 'reload') await table.reload();
        else await table.session[doing.kind](doing.size);
        const { position, edits } = await table.look();
        const until = { ...table.document, edits: table.document.edits.slice(0, edits) };
        expect(await standOf(table)).toEqual(await fresh(until, position.step));
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
