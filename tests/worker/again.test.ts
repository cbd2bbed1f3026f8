// Whatever is done in whatever order, a run is what its document replays to.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GATES } from '../../src/data/gates.ts';
import { designAt } from '../../src/experiment/apply.ts';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Experiment, Patch } from '../../src/experiment/experiment.ts';
import { fromLink, toLink } from '../../src/experiment/link.ts';
import { chooseGate, setBatchSize, setRate, setWeight } from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Frame } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { noisy } from './runs.ts';

/** A session and the document that the page would write beside it. */
const begin = async (experiment: Experiment) => {
  let document = experiment;
  let session = createSession(manualPlace());
  expect((await session.start(experiment)).refused).toBeNull();
  return {
    get session() {
      return session;
    },
    get document() {
      return document;
    },
    look: () => session.frame([], []),
    edit: async (patch: Patch) => {
      const { applied, step } = await session.edit(patch);
      document = addEdit(document, applied, step, patch);
    },
    forward: async (times: number, size: 'batch' | 'epoch' = 'batch') => {
      for (let time = 0; time < times; time += 1) await session.forward(size);
    },
    reload: async () => {
      const saved = await session.save();
      session = createSession(manualPlace());
      expect((await session.start(document, { saved })).refused).toBeNull();
    },
  };
};

/** Counters and the bits of weights and slots; not the batch's loss, which a batch under way has overwritten. */
const standOf = async (session: ReturnType<typeof createSession>) => {
  const { now } = await session.save();
  const { batchLoss: _loss, ...counters } = now.counters;
  return { counters, bits: [...new Uint32Array(now.state.slice().buffer)] };
};

/** Where a fresh run of a document stands that only ever went forward. */
const fresh = async (document: Experiment, step: number) => {
  const session = createSession(manualPlace());
  expect((await session.start(document, { step })).refused).toBeNull();
  return standOf(session);
};

const first = designAt(noisy, 0);

test('a step back over two edits at one step finds the bits of a fresh run, and so it does after a reload', async () => {
  const table = await begin(noisy);
  await table.forward(10);
  await table.edit(setWeight(0, 0, 3));
  await table.edit({ ...setWeight(0, 0, -2), ...setRate(first, 0.05) });
  expect(table.document.edits).toHaveLength(1);
  await table.forward(5);
  for (const reloaded of [false, true]) {
    if (reloaded) await table.reload();
    for (const step of [14, 13, 12, 11, 10, 9]) {
      await table.session.back('batch');
      expect(await standOf(table.session)).toEqual(await fresh(table.document, step));
    }
    await table.forward(6);
    expect(await standOf(table.session)).toEqual(await fresh(table.document, 15));
  }
});

const doings = fc.array(
  fc.oneof(
    fc.constantFrom('phase', 'batch', 'epoch').map((size) => ({ kind: 'forward', size }) as const),
    fc.constantFrom('phase', 'batch', 'epoch').map((size) => ({ kind: 'back', size }) as const),
    fc.constant({ kind: 'reload' } as const),
    fc
      .constantFrom<Patch>(
        setWeight(0, 0, 3),
        setWeight(1, 2, -1.5),
        setRate(first, 0.05),
        chooseGate(first, GATES.AND),
        chooseGate(first, GATES.XOR),
        setBatchSize(first, 5),
        setBatchSize(first, 16),
        { data: { changes: [] } },
        { data: { changes: Array.from({ length: 120 }, (_, id) => ({ op: 'remove', id }) as const) } },
      )
      .map((patch) => ({ kind: 'edit', patch }) as const),
  ),
  { minLength: 4, maxLength: 20 },
);

test('whatever steps, edits and reloads were made, bits and counters are those of a fresh run of the document', async () => {
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      const table = await begin(noisy);
      await table.forward(3);
      for (const doing of list) {
        if (doing.kind === 'edit') await table.edit(doing.patch);
        else if (doing.kind === 'reload') await table.reload();
        else await table.session[doing.kind](doing.size);
        const { position, edits } = await table.look();
        const until = { ...table.document, edits: table.document.edits.slice(0, edits) };
        expect(await standOf(table.session)).toEqual(await fresh(until, position.step));
      }
    }),
    { numRuns: 200 },
  );
});

test('an edit that ended an epoch lets it go on where another at the same step takes it back', async () => {
  const table = await begin(noisy);
  await table.forward(3);
  const before = await standOf(table.session);
  await table.edit({
    data: { changes: Array.from({ length: 120 }, (_, id) => ({ op: 'remove', id }) as const) },
  });
  expect((await table.look()).position).toMatchObject({ step: 3, epoch: 1, cursor: 0 });
  await table.edit({ data: { changes: [] } });
  const { counters, bits } = await standOf(table.session);
  expect({ counters, bits }).toEqual({ ...before, counters: { ...before.counters, edits: 1 } });
  await table.forward(9);
  expect(await standOf(table.session)).toEqual(await fresh(table.document, 12));
});

/** Points of the curve at a step, and the marks of edits. */
const traces = ({ curve, marks }: Frame, step: number) => ({
  points: [...curve.step].filter((at) => at === step).length,
  marks: marks.filter(({ kind }) => kind === 'edit').map(({ words }) => words.en),
});

test('going back and forth over a gate edit leaves one mark and one point more', async () => {
  const { session, edit, forward, look } = await begin(opening);
  await forward(10, 'epoch');
  await edit(chooseGate(opening, GATES.XOR));
  const once = { points: 2, marks: ['AND → XOR'] };
  expect(traces(await look(), 10)).toEqual(once);
  await forward(3, 'epoch');
  for (const size of ['batch', 'epoch'] as const) {
    for (let time = 0; time < 5; time += 1) await session.back(size);
    for (let time = 0; time < 5; time += 1) await session.forward(size);
    expect(traces(await look(), 10)).toEqual(once);
  }
});

test('edits made one after the other at one paused step leave one mark and one point more', async () => {
  const table = await begin(opening);
  await table.forward(10, 'epoch');
  const one = await table.look();
  for (const gate of ['OR', 'NAND', 'XOR'] as const) await table.edit(chooseGate(opening, GATES[gate]));
  expect(table.document.edits).toHaveLength(1);
  expect(traces(await table.look(), 10)).toEqual({ points: 2, marks: ['AND → XOR'] });
  for (let value = 0; value < 200; value += 1) await table.edit(setWeight(0, 0, value / 100));
  expect(traces(await table.look(), 10)).toEqual({ points: 2, marks: ['AND → XOR'] });
  expect((await table.look()).curve.step).toHaveLength(one.curve.step.length + 1);
});

test('a gate edit that comes from a link carries its name on the curve', async () => {
  const made = await begin(opening);
  await made.forward(10, 'epoch');
  await made.edit(chooseGate(opening, GATES.XOR));
  const link = fromLink(toLink(made.document));
  if (!link.ok) throw new Error(link.text.en);
  const { forward, look } = await begin(link.experiment);
  await forward(9, 'epoch');
  expect((await look()).marks.filter(({ kind }) => kind === 'edit')).toEqual([]);
  await forward(3, 'epoch');
  const name = 'AND → XOR';
  expect((await look()).marks.filter(({ kind }) => kind === 'edit')).toEqual([
    { epoch: 10, step: 10, words: { en: name, ko: name }, kind: 'edit' },
  ]);
});
