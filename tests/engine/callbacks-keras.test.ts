// Expected values: Keras 3.15.1 on JAX (tests/golden/callbacks.py).

import { describe, expect, test } from 'vitest';
import { callbackOf, callbacks } from '../../src/engine/callbacks/index.ts';
import { fixed, shortest } from '../../src/engine/callbacks/python.ts';
import { golden, keptOnce, type Noted, runCase } from './callbacks-golden.ts';

const numbered = golden.cases.map((asked, i) => {
  const { history, specs, metrics } = asked;
  const on = typeof history === 'string' ? history : metrics.join();
  return [`${i}: ${JSON.stringify(specs)} on "${on}"`, asked] as const;
});

/** Rates are compared apart: relative, to 1e-7. */
const apart = (moments: readonly Noted[]): { rates: number[]; rest: unknown[] } => {
  const rates: number[] = [];
  const rest = moments.map(([at, epoch, batch, notes, added]) => {
    for (const note of notes) if (note[0] === 'rate') rates.push(Number(note[1]));
    for (const value of Object.values(added ?? {})) rates.push(value);
    const others = notes.map((note) => (note[0] === 'rate' ? ['rate'] : note));
    return [at, epoch, batch, others, Object.keys(added ?? {})];
  });
  return { rates, rest };
};

const expectSame = (own: readonly Noted[], keras: readonly Noted[]): void => {
  const [a, b] = [apart(own), apart(keptOnce(keras))];
  expect(a.rest).toEqual(b.rest);
  expect(a.rates.length).toBe(b.rates.length);
  for (const [i, rate] of a.rates.entries()) {
    expect(Math.abs(rate - b.rates[i]!)).toBeLessThanOrEqual(1e-7 * Math.abs(b.rates[i]!));
  }
};

test('at least 120 cases were asked, and of every callback', () => {
  expect(golden.cases.length).toBeGreaterThanOrEqual(120);
  const asked = new Set(golden.cases.flatMap(({ specs }) => specs.map((spec) => String(spec['type']))));
  expect([...asked].toSorted()).toEqual(Object.keys(callbacks).toSorted());
});

test.each(numbered)('does what Keras does, in its order and in its words: %s', (_name, asked) => {
  expectSame(
    runCase(asked, (states) => states),
    asked.moments,
  );
});

test('goes on as Keras does when its states were written as JSON and read at every moment', () => {
  for (const [, asked] of numbered) {
    expectSame(
      runCase(asked, (states) => JSON.parse(JSON.stringify(states))),
      asked.moments,
    );
  }
});

test.each(golden.formatted)('writes %d in the format %s as Python does', (x, places, words) => {
  expect(places === 'repr' ? shortest(x) : fixed(x, places)).toBe(words);
});

test('writes negative zero and what is no number as Python does', () => {
  // repr(-0.0), f'{-0.0:.2f}', repr(float('nan')), f'{float("-inf"):.2f}' in Python 3.11; JSON loses the sign of zero.
  expect([shortest(-0), fixed(-0, 2), shortest(Number.NaN), fixed(Number.NEGATIVE_INFINITY, 2)]).toEqual([
    '-0.0',
    '-0.00',
    'nan',
    '-inf',
  ]);
});

const usual = { metrics: ['accuracy'], validation: true, scheduled: false };

describe.each(golden.refused)('the file name %s, save_weights_only %s', (filepath, weightsOnly, keras) => {
  const spec = { type: 'ModelCheckpoint', filepath, save_weights_only: weightsOnly } as const;
  const remarks = callbacks.ModelCheckpoint.check!(spec, usual);

  test('is refused in the words of Keras where Keras refuses it, .hdf5 only silently', () => {
    expect(remarks.map((remark) => remark.keras ?? null)).toEqual(keras === null ? [] : [keras]);
    const kind = filepath.endsWith('.hdf5') ? 'silent' : 'refused';
    for (const remark of remarks) expect(remark.kind).toBe(kind);
  });

  test('fits after its fix', () => {
    for (const { fix } of remarks) {
      expect(callbacks.ModelCheckpoint.check!({ ...spec, ...fix!.set }, usual)).toEqual([]);
    }
  });
});

test('a name that the log does not have is refused before the run, in the words of Keras', () => {
  const spec = { type: 'ModelCheckpoint', filepath: '{epoch:02d}_{val_acc:.2f}.keras' } as const;
  const asked = golden.cases.find(({ specs }) => specs[0]!['filepath'] === spec.filepath)!;
  const [remark, ...others] = callbacks.ModelCheckpoint.check!(spec, usual);
  expect(others).toEqual([]);
  expect(remark).toMatchObject({ kind: 'refused', keras: asked.moments[0]![3][0]![2] });
});

test.each([
  '{',
  '{epoch',
  'a}',
  '{epoch!r}',
  '{}',
  '{0}',
  '{epoch:999d}',
  '{loss:.1000f}',
  '{epoch.real}',
  '{loss:.2}',
])('the braces of %s.keras are refused with a sentence', (braces) => {
  const remarks = callbacks.ModelCheckpoint.check!(
    { type: 'ModelCheckpoint', filepath: `${braces}.keras` },
    usual,
  );
  expect(remarks).toMatchObject([{ kind: 'refused' }]);
});

test('a callback that sets the rate is refused beside a schedule, in the words of Keras', () => {
  const beside = { ...usual, scheduled: true };
  const schedule = { start: 0, every: 1, factor: 1 };
  const remarks = [
    ...callbacks.LearningRateScheduler.check!({ type: 'LearningRateScheduler', schedule }, beside),
    ...callbacks.ReduceLROnPlateau.check!({ type: 'ReduceLROnPlateau' }, beside),
  ];
  expect(remarks.map(({ kind, keras }) => [kind, keras])).toEqual([
    ['refused', golden.scheduled],
    ['refused', golden.scheduled],
  ]);
});

const watchers = [
  ['EarlyStopping', { type: 'EarlyStopping' }],
  ['ReduceLROnPlateau', { type: 'ReduceLROnPlateau' }],
] as const;

describe.each(watchers)('%s', (type, spec) => {
  const remarksOf = (monitor: string, validation = true) =>
    callbackOf(spec).check!({ ...spec, monitor }, { ...usual, validation });

  test('has nothing to say when it watches a value of the log', () => {
    expect(['loss', 'val_loss', 'accuracy', 'val_accuracy'].flatMap((name) => remarksOf(name))).toEqual([]);
  });

  test('warns of a value that is missing without validation data, and offers the one there is', () => {
    expect(remarksOf('val_loss', false)).toMatchObject([
      { kind: 'silent', fix: { set: { monitor: 'loss' } } },
    ]);
  });

  test('is refused where Keras cannot tell what is better', () => {
    expect(remarksOf('acc')).toMatchObject([
      { kind: 'refused', keras: expect.stringContaining(`${type} callback received monitor=acc`) },
    ]);
  });
});
