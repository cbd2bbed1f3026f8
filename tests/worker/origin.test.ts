// A model saved as weights alone, or where the end of fit() put others back, is a moment that its run does not come by:
// one that is taken up there begins there.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallbackSpec } from '../../src/engine/callbacks/index.ts';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { setRate } from '../../src/experiment/moves.ts';
import { beginningAt } from '../../src/state/origin.ts';
import type { Moment, Saved, StepSize } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { noisy } from './runs.ts';

const stopping: CallbackSpec = {
  type: 'EarlyStopping',
  patience: 2,
  min_delta: 0.02,
  restore_best_weights: true,
};
type Saving = Extract<CallbackSpec, { readonly type: 'ModelCheckpoint' }>;
const saving = (others: Partial<Saving> = {}): Saving => ({
  type: 'ModelCheckpoint',
  filepath: 'dm_{epoch:02d}.keras',
  ...others,
});
const alone = saving({ filepath: 'dm_{epoch:02d}.weights.h5', save_weights_only: true });

const withCallbacks = (callbacks: readonly CallbackSpec[], epochs: number | null): Experiment => ({
  ...noisy,
  fit: { ...noisy.fit, callbacks, epochs },
});

/** Half of the points are taken away: 64 are left to train on. */
const fewer: Patch = {
  data: { changes: Array.from({ length: 80 }, (_, i) => ({ op: 'remove', id: 2 * i }) as const) },
};

type Session = ReturnType<typeof createSession>;

const start = async (experiment: Experiment, saved?: Saved, step?: number): Promise<Session> => {
  const session = createSession(manualPlace());
  const { refused } = await session.start(experiment, { saved, step });
  expect(refused).toBeNull();
  return session;
};

/** The bits of weights and slots, and the counters, but for the loss of a batch that may not be computed again. */
const standOf = async (session: Session) => {
  const { now } = await session.save();
  const { batchLoss: _batch, ...counters } = now.counters;
  return { counters, bits: [...new Uint32Array(now.state.slice().buffer)] };
};

/** A run trained for so many epochs or until it is stopped, and what was saved in the last of them. */
const lastFile = async (experiment: Experiment, epochs = 30) => {
  const session = await start(experiment);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    await session.forward('epoch');
    if ((await session.frame([], [])).halt) break;
  }
  const { callbacks, position, halt } = await session.frame([], []);
  const model = await session.file(callbacks.files.at(-1)!.name);
  if (!model) throw new Error('There was to be a saved model.');
  expect(model.step).toBe(position.step);
  return { model, halt, session };
};

const cases: Record<string, () => Promise<{ experiment: Experiment; moment: Moment; replays: boolean }>> = {
  'weights alone': async () => {
    const experiment = withCallbacks([alone], null);
    const { model } = await lastFile(experiment, 5);
    return { experiment, ...model };
  },
  'saved in the epoch whose end put others back': async () => {
    const experiment = withCallbacks([stopping, saving()], null);
    const { model, halt, session } = await lastFile(experiment);
    if (halt?.kind !== 'stopped') throw new Error('The run was to be stopped.');
    expect(halt.restored).toBeLessThan(halt.epoch);
    // What was put back is in the run, and not in the model.
    expect((await session.save()).now.state).not.toEqual(model.moment.state);
    return { experiment, ...model };
  },
  'weights alone in the middle of an epoch': async () => {
    const experiment = withCallbacks([saving({ ...alone, save_freq: 3 })], null);
    const session = await start(experiment);
    for (let batch = 0; batch < 12; batch += 1) await session.forward('batch');
    const file = (await session.frame([], [])).callbacks.files.at(-1)!;
    const model = await session.file(file.name);
    if (!model) throw new Error('There was to be a saved model.');
    expect(model.moment.counters.cursor).toBeGreaterThan(0);
    return { experiment, ...model };
  },
};

describe.each(Object.entries(cases))('a model of %s', (_name, made) => {
  test('is no moment of its experiment, and says so', async () => {
    const { replays } = await made();
    expect(replays).toBe(false);
  });

  test.each<StepSize>(['batch', 'epoch'])(
    'is stepped through, by %s, to the same bits back and forth',
    async (size) => {
      const { experiment, moment } = await made();
      const session = await start(experiment, beginningAt(moment));
      const way = [await standOf(session)];
      for (let i = 0; i < 20; i += 1) {
        await session.forward(size);
        way.push(await standOf(session));
      }
      for (const stand of way.toReversed().slice(1)) {
        await session.back(size);
        expect(await standOf(session)).toEqual(stand);
      }
      for (const stand of way.slice(1, 4)) {
        await session.forward(size);
        expect(await standOf(session)).toEqual(stand);
      }
    },
  );

  test('has nothing before it: no step and no click leads there', async () => {
    const { experiment, moment } = await made();
    const session = await start(experiment, beginningAt(moment));
    const first = await standOf(session);
    for (const size of ['phase', 'batch', 'epoch'] as const) {
      await session.back(size);
      expect(await standOf(session)).toEqual(first);
      expect((await session.frame([], [])).position.phase).toBe(0);
    }
    await session.forward('batch');
    await session.back('phase');
    expect((await session.frame([], [])).position).toMatchObject({ step: moment.counters.step, phase: 5 });
    await session.seek(1);
    expect(await standOf(session)).toEqual(first);
  });

  test('is kept with the run through a reload, and what is saved on in it does not replay either', async () => {
    const { experiment, moment } = await made();
    const session = await start(experiment, beginningAt(moment));
    for (let epoch = 0; epoch < 3; epoch += 1) await session.forward('epoch');
    const middle = await standOf(session);
    await session.forward('epoch');
    const again = await start(experiment, structuredClone(await session.save()));
    await again.back('epoch');
    expect(await standOf(again)).toEqual(middle);
    await again.seek(0);
    expect((await standOf(again)).counters.step).toBe(moment.counters.step);
    await again.seek((await again.frame([], [])).newest.step);
    const file = (await again.frame([], [])).callbacks.files.at(-1)!;
    expect(await again.file(file.name)).toMatchObject({ replays: false, step: file.step });
  });
});

test('a whole model saved where nothing was put back is a moment of its experiment', async () => {
  const experiment = withCallbacks([saving()], 4);
  const { model, halt } = await lastFile(experiment);
  expect(halt?.kind).toBe('epochs');
  expect(model.replays).toBe(true);
  const { origin: _none, ...saved } = beginningAt(model.moment);
  const session = await start(experiment, saved);
  await session.back('epoch');
  expect(await standOf(session)).toEqual(await standOf(await start(experiment, undefined, 24)));
});

test('a model saved by the last batch of an epoch can be taken up, with the epoch behind it', async () => {
  const experiment = withCallbacks([saving({ save_freq: 8 })], null);
  const { model } = await lastFile(experiment, 2);
  expect(model.moment.counters).toMatchObject({ step: 16, epoch: 2, cursor: 0 });
  expect(await standOf(await start(experiment, beginningAt(model.moment)))).toEqual(
    await standOf(await start(experiment, undefined, 16)),
  );
});

test('an edit where a run was taken up leaves those alone that were in force there', async () => {
  let experiment = withCallbacks([alone], null);
  const session = await start(experiment);
  for (let batch = 0; batch < 13; batch += 1) await session.forward('batch');
  // Fewer rows than the epoch has used: it ends with the edit, and saves with the edit in force.
  const { step, applied } = await session.edit(fewer);
  experiment = addEdit(experiment, applied, step, fewer);
  const file = (await session.frame([], [])).callbacks.files.at(-1)!;
  const model = await session.file(file.name);
  if (!model) throw new Error('There was to be a saved model.');
  expect(model).toMatchObject({ step: 13, edits: 1 });
  const taken = await start(experiment, beginningAt(model.moment));
  for (const rate of [setRate(noisy, 0.05), setRate(noisy, 0.1)]) {
    const made = await taken.edit(rate);
    experiment = addEdit(experiment, made.applied, made.step, rate, model.edits);
  }
  expect(experiment.edits).toHaveLength(2);
  await taken.forward('epoch');
  const end = await standOf(taken);
  expect(await standOf(await start(experiment, beginningAt(model.moment), end.counters.step))).toEqual(end);
});

describe('an origin that cannot be one is refused in words:', () => {
  const damages: Record<string, (origin: Moment, saved: Saved) => Moment> = {
    'another model’s': ({ counters, state }) => ({ counters, state: state.slice(1) }),
    'no numbers': ({ counters, state }) => ({ counters, state: state.map(() => Number.NaN) }),
    'after the present': ({ counters, state }, { now }) => ({
      counters: { ...counters, step: now.counters.step + 1 },
      state,
    }),
    'more rows used than there are': ({ counters, state }) => ({
      counters: { ...counters, cursor: 128 },
      state,
    }),
    'more edits than there are': ({ counters, state }) => ({ counters: { ...counters, edits: 1 }, state }),
  };
  test.each(Object.entries(damages))('%s', async (_name, damage) => {
    const { experiment, moment } = await cases['weights alone']!();
    const session = await start(experiment, beginningAt(moment));
    await session.forward('batch');
    const saved = await session.save();
    const damaged = { ...saved, origin: damage(moment, saved) };
    const { refused } = await createSession(manualPlace()).start(experiment, { saved: damaged });
    expect(refused?.en).toContain('does not belong');
  });
});

const doings = fc.array(
  fc.oneof(
    fc.constantFrom('batch', 'epoch').map((size) => ({ kind: 'forward', size }) as const),
    fc.constantFrom('phase', 'batch', 'epoch').map((size) => ({ kind: 'back', size }) as const),
    fc.constant({ kind: 'reload' } as const),
    fc.constant({ kind: 'open' } as const),
    fc
      .constantFrom<Patch>(
        setRate(noisy, 0.05),
        fewer,
        { fit: { callbacks: [alone] } },
        { fit: { callbacks: [{ ...stopping, patience: 1 }, saving()] } },
        { compile: { optimizer: { type: 'Adam', learning_rate: 0.01 } } },
      )
      .map((patch) => ({ kind: 'edit', patch }) as const),
  ),
  { minLength: 4, maxLength: 14 },
);

test('saved models opened anywhere, stepped back, edited and loaded again: the run is that of its origin and document', async () => {
  await fc.assert(
    fc.asyncProperty(doings, fc.constantFrom(saving(), alone), async (list, kind) => {
      let document = withCallbacks([{ ...stopping, patience: 1 }, kind], 4);
      let session = await start(document);
      let origin: Moment | null = null;
      for (let epoch = 0; epoch < 3; epoch += 1) await session.forward('epoch');
      for (const doing of list) {
        if (doing.kind === 'edit') {
          const { applied, step } = await session.edit(doing.patch);
          document = addEdit(document, applied, step, doing.patch, origin?.counters.edits);
        } else if (doing.kind === 'reload') {
          session = await start(document, structuredClone(await session.save()));
        } else if (doing.kind === 'open') {
          const file = (await session.frame([], [])).callbacks.files.at(-1);
          const model = file && (await session.file(file.name));
          if (!model) continue;
          const { origin: begun, ...saved } = beginningAt(model.moment);
          origin = model.replays ? null : begun!;
          document = { ...document, edits: document.edits.slice(0, model.edits) };
          session = await start(document, { ...saved, ...(origin && { origin }) });
        } else await session[doing.kind](doing.size);
        const { position, edits } = await session.frame([], []);
        const until = { ...document, edits: document.edits.slice(0, edits) };
        const same = await start(until, origin ? beginningAt(origin) : undefined, position.step);
        const [one, other] = [await standOf(session), await standOf(same)];
        // How the fit() before ended is shown, and nothing is trained by it; a model that was opened has not ended one.
        expect({ ...one.counters, fit: { ...one.counters.fit, ended: null } }).toEqual({
          ...other.counters,
          fit: { ...other.counters.fit, ended: null },
        });
        expect(one.bits).toEqual(other.bits);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
