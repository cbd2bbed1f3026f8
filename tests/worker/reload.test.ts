import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { setRate } from '../../src/experiment/moves.ts';
import { addEdit } from '../../src/experiment/edits.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Moment, Saved } from '../../src/worker/frame.ts';
import { createSession } from '../../src/worker/session.ts';
import { manualPlace } from './place.ts';
import { dense, noisy } from './runs.ts';

const begin = async (experiment: Experiment, saved?: Saved) => {
  const place = manualPlace();
  const session = createSession(place);
  const { refused } = await session.start(experiment, { saved });
  return { place, session, refused, look: () => session.frame([], []) };
};

test('a run saved after steps back goes on from there with the curve it had', async () => {
  const { session } = await begin(noisy);
  for (let epoch = 0; epoch < 20; epoch += 1) await session.forward('epoch');
  for (let epoch = 0; epoch < 5; epoch += 1) await session.back('epoch');
  const again = await begin(noisy, await session.save());
  const reopened = await again.look();
  expect([reopened.position.epoch, reopened.newest.epoch]).toEqual([15, 20]);
  for (let epoch = 15; epoch < 24; epoch += 1) {
    await session.forward('epoch');
    await again.session.forward('epoch');
    const { curve, position } = await again.look();
    expect(position.epoch).toBe(epoch + 1);
    const epochs = [...curve.epoch];
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(new Set(epochs).size).toBe(epochs.length);
    expect(curve).toEqual((await session.frame([], [])).curve);
  }
});

test('where a run stops by itself is saved with it, epochs that were added included', async () => {
  const experiment = { ...opening, fit: { ...opening.fit, epochs: 5 } };
  const { session, place, look } = await begin(experiment);
  await session.play();
  place.pass(2000);
  expect((await look()).halt).toEqual({ kind: 'epochs', epoch: 5 });
  await session.play();
  place.pass(80);
  await session.pause();
  const { epoch } = (await look()).position;
  expect(epoch).toBeGreaterThan(5);
  expect(epoch).toBeLessThan(10);
  const again = await begin(experiment, await session.save());
  await again.session.play();
  again.place.pass(2000);
  const frame = await again.look();
  expect([frame.halt, frame.position.epoch]).toEqual([{ kind: 'epochs', epoch: 10 }, 10]);
});

describe('a saved record that was damaged is refused in words, and the run before stays:', () => {
  const saving = { type: 'ModelCheckpoint', filepath: 'e{epoch}.keras' } as const;
  const document = { ...noisy, fit: { ...noisy.fit, callbacks: [saving] } };
  const record = async () => {
    const { session } = await begin(document);
    for (let batch = 0; batch < 6; batch += 1) await session.forward('batch');
    const patch = setRate(noisy, 0.1);
    const { applied, step } = await session.edit(patch);
    const experiment = addEdit(document, applied, step, patch);
    for (let batch = 0; batch < 13; batch += 1) await session.forward('batch');
    await session.forward('epoch');
    await session.forward('batch');
    return { experiment, saved: await session.save() };
  };
  const count = (counters: Partial<Moment['counters']>) => (saved: Saved) => ({
    ...saved,
    now: { ...saved.now, counters: { ...saved.now.counters, ...counters } },
  });
  const state = (of: (state: Float32Array) => Float32Array) => (saved: Saved) => ({
    ...saved,
    now: { ...saved.now, state: of(saved.now.state) },
  });
  const files =
    (of: (list: NonNullable<Saved['files']>) => NonNullable<Saved['files']>) => (saved: Saved) => ({
      ...saved,
      files: of(saved.files ?? []),
    });
  const log = (of: (list: NonNullable<Saved['log']>) => NonNullable<Saved['log']>) => (saved: Saved) => ({
    ...saved,
    log: of(saved.log ?? []),
  });
  const damages: Record<string, (saved: Saved) => Saved> = {
    'weights that are no numbers': state((weights) => weights.map(() => Number.NaN)),
    'one weight without end': state((weights) => weights.with(3, Number.POSITIVE_INFINITY)),
    'more numbers than the model has': state((weights) => Float32Array.of(...weights, 0)),
    'fewer numbers than the model has': state((weights) => weights.slice(1)),
    'a step beyond belief': (saved) => ({
      ...count({ step: 9e15 })(saved),
      newest: { ...saved.newest, step: 9e15 },
    }),
    'a step before its last edit': count({ step: 4, epoch: 0 }),
    'a cursor beyond the rows': count({ cursor: 3e9 }),
    'more edits than the list has': count({ edits: 12 }),
    'fewer edits than are due': count({ edits: 0 }),
    'more epochs than steps': count({ epoch: 1e6 }),
    'a newest moment before the present': (saved) => ({ ...saved, newest: { ...saved.newest, step: 1 } }),
    'a past that falls': (saved) => ({ ...saved, past: saved.past.toReversed() }),
    'a past that stands still': (saved) => ({ ...saved, past: [...saved.past, saved.past.at(-1)!] }),
    'a past after the present': (saved) => ({ ...saved, past: [...saved.past, saved.now] }),
    'a past of another model': (saved) => ({
      ...saved,
      past: saved.past.map((moment) => ({ ...moment, state: moment.state.slice(1) })),
    }),
    'a past moment with a cursor beyond the rows': (saved) => ({
      ...saved,
      past: saved.past.map((moment) => ({ ...moment, counters: { ...moment.counters, cursor: 3e9 } })),
    }),
    'a curve beyond the newest moment': (saved) => ({
      ...saved,
      curve: { ...saved.curve, step: saved.curve.step.map((step) => step + 1e6) },
    }),
    'files in another order': files((list) => list.toReversed()),
    'a file of after the newest moment': files((list) => list.map((file) => ({ ...file, step: 1e6 }))),
    'a file without a name': files((list) => list.map((file) => ({ ...file, name: '' }))),
    'a file whose name has no end': files((list) => list.map((file) => ({ ...file, name: 'e'.repeat(1e5) }))),
    'a file of an epoch that is still to come': files((list) => list.map((file) => ({ ...file, epoch: 9 }))),
    'a file without the edit that was due': files((list) => list.map((file) => ({ ...file, edits: 0 }))),
    'a file that is better than no number': files((list) =>
      list.map((file) => ({ ...file, rank: Number.NaN })),
    ),
    'files without number': files((list) => Array.from({ length: 5000 }, () => list[0]!)),
    'a log in another order': log((lines) => lines.toReversed()),
    'a line of after the newest moment': log((lines) => lines.map((line) => ({ ...line, step: 1e6 }))),
    'a line of an epoch that is still to come': log((lines) => lines.map((line) => ({ ...line, epoch: 9 }))),
    'a line without end': log((lines) => lines.map((line) => ({ ...line, text: '='.repeat(1e5) }))),
    'a log without end': log((lines) => Array.from({ length: 50_000 }, () => lines[0]!)),
  };

  test('left whole, it is taken up', async () => {
    const { experiment, saved } = await record();
    expect(saved.past.length).toBeGreaterThan(1);
    expect([saved.files?.length, saved.log?.length]).toEqual([3, 7]);
    const again = await begin(experiment, saved);
    expect(again.refused).toBeNull();
    expect((await again.session.save()).now).toEqual(saved.now);
  });

  test.each(Object.entries(damages))('%s', async (_name, damage) => {
    const { experiment, saved } = await record();
    const { session, look } = await begin(opening);
    await session.forward('batch');
    const before = await look();
    const answer = await session.start(experiment, { saved: damage(saved) });
    expect(answer.run).toBe(before.run);
    expect(answer.left).toBeNull();
    expect(answer.refused?.en).toContain('does not belong');
    expect(await look()).toEqual(before);
  });

  test('and so is one of another network', async () => {
    const { saved } = await record();
    const other = await begin({ ...noisy, model: { layers: [dense(1, 1, 'sigmoid')] } }, saved);
    expect(other.refused?.en).toContain('does not belong');
  });
});
