// What Keras says: Keras 3.15.1 on JAX (tests/golden/callbacks.py).

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setting as Definition } from '../../src/engine/callbacks/callback.ts';
import {
  callbackNames,
  callbackOf,
  type CallbackName,
  type CallbackSpec,
} from '../../src/engine/callbacks/index.ts';
import { scheduleFields } from '../../src/engine/callbacks/learning_rate_scheduler.ts';
import { monitorField } from '../../src/engine/callbacks/monitor.ts';
import { apply, designAt, effectOf, inverse } from '../../src/experiment/apply.ts';
import { callbacksOf } from '../../src/experiment/callbackList.ts';
import {
  loggedNames,
  setCallback,
  setEpochSchedule,
  toggleCallback,
} from '../../src/experiment/callbacks.ts';
import { check } from '../../src/experiment/check.ts';
import { setClassWeight } from '../../src/experiment/classWeight.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import { fromLink, toLink } from '../../src/experiment/link.ts';
import * as moves from '../../src/experiment/moves.ts';
import { chooseSchedule } from '../../src/experiment/optimizer.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import type { Setting } from '../../src/experiment/settings.ts';
import { golden } from '../engine/callbacks-golden.ts';

const gate = designAt(opening, 0);
const moons = apply(gate, moves.chooseSet(gate, 'moons'));
const on = (design: Design, ...types: readonly CallbackName[]): Design =>
  types.reduce((now, type) => apply(now, toggleCallback(now, type)), design);
const withCallbacks = (design: Design, ...callbacks: readonly CallbackSpec[]): Design =>
  apply(design, { fit: { callbacks } });
const opens = (fit: object): boolean => parseExperiment({ ...opening, fit: { ...opening.fit, ...fit } }).ok;
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** A value that is not what the field begins with. */
const another = (field: Definition): Setting => {
  switch (field.kind) {
    case 'number':
      return field.min + (field.integer ? 3 : 0.25);
    case 'switch':
      return !field.initial;
    case 'choice':
      return field.options.at(-1)!.value;
    case 'text':
      return 'w_{epoch:03d}.keras';
    case 'monitor':
      return 'val_accuracy';
    case 'list':
      return field.initial;
  }
};

test('a design of before there were callbacks has none, and opens as it is', () => {
  expect(callbacksOf(gate)).toEqual([]);
  expect(Object.hasOwn(gate.fit, 'callbacks')).toBe(false);
  expect(parseExperiment(plain(opening))).toEqual({ ok: true, experiment: opening });
});

describe.each(callbackNames)('%s', (type) => {
  const design = on(moons, type);

  test('opens as its switch makes it, and through a link', () => {
    expect(callbacksOf(design).map((spec) => spec.type)).toEqual([type]);
    const experiment = { ...opening, ...design };
    expect(parseExperiment(plain(experiment))).toEqual({ ok: true, experiment });
    expect(fromLink(toLink(experiment))).toEqual({ ok: true, experiment });
  });

  test('keeps the weights, and undone it is gone from the document', () => {
    const patch = toggleCallback(moons, type);
    expect(effectOf(moons, patch)).toBe('keep');
    const undo = inverse(moons, patch);
    expect(plain(undo)).toEqual({ fit: { callbacks: [] } });
    expect(apply(design, undo)).toEqual(moons);
    expect(apply(design, toggleCallback(design, type))).toEqual(moons);
  });

  test('takes each of its settings into the document, and lets it go again where it is Keras’s own', () => {
    for (const field of callbackOf(callbacksOf(design)[0]!).fields) {
      const set = apply(design, setCallback(design, type, field, another(field)));
      expect(Object.entries(callbacksOf(set)[0]!), `the setting ${field.name}`).toContainEqual([
        field.name,
        another(field),
      ]);
      expect(opens(set.fit), `the setting ${field.name}`).toBe(true);
      expect(effectOf(design, setCallback(design, type, field, another(field)))).toBe('keep');
      const usual = field.kind === 'number' && field.optional ? null : field.initial;
      const back = apply(set, setCallback(set, type, field, usual));
      expect(Object.hasOwn(callbacksOf(back)[0]!, field.name), `the setting ${field.name}`).toBe(
        field.name === 'filepath',
      );
    }
  });
});

test('switched on in any order they stand in the order of the course', () => {
  const order = fc.shuffledSubarray([...callbackNames]);
  fc.assert(
    fc.property(order, (types) => {
      const found = callbacksOf(on(gate, ...types)).map(({ type }) => type);
      expect(found).toEqual(callbackNames.filter((name) => types.includes(name)));
    }),
  );
});

test('whatever is switched and set, undo gives the design back, and the document opens', () => {
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
  const step = fc.record({
    type: fc.constantFrom(...callbackNames),
    field: fc.nat(9),
    kind: fc.constantFrom('toggle', 'set', 'reset', 'weight'),
    weight: fc.integer({ min: 0, max: 1000 }),
  });
  const patchOf = (design: Design, { type, field: at, kind, weight }: Step): Patch => {
    if (kind === 'weight') return setClassWeight(design, 2, weight % 2, weight);
    const spec = callbacksOf(design).find((one) => one.type === type);
    const field = spec && callbackOf(spec).fields[at % callbackOf(spec).fields.length];
    if (kind === 'toggle' || !field) return toggleCallback(design, type);
    if (kind === 'set') return setCallback(design, type, field, another(field));
    return setCallback(design, type, field, field.initial);
  };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let design = moons;
      for (const each of steps) {
        const patch = patchOf(design, each);
        const next = apply(design, patch);
        expect(apply(next, plain(inverse(design, patch)))).toEqual(design);
        expect(opens(next.fit)).toBe(true);
        design = next;
      }
    }),
  );
});

test('without validation a callback begins by watching the training loss, and nothing is amiss', () => {
  for (const type of callbackNames) expect(check(on(gate, type)), `${type} on a gate`).toEqual([]);
  for (const type of callbackNames) expect(check(on(moons, type)), `${type} on moons`).toEqual([]);
});

test('the names to watch are those of the log, the rate among them where a callback sets it', () => {
  expect(loggedNames(gate)).toEqual(['loss', 'accuracy']);
  expect(loggedNames(moons)).toEqual(['loss', 'accuracy', 'val_loss', 'val_accuracy']);
  expect(loggedNames(on(moons, 'ReduceLROnPlateau'))).toContain('learning_rate');
});

test('the function of LearningRateScheduler is set number by number', () => {
  const design = on(moons, 'LearningRateScheduler');
  const [start, , factor] = scheduleFields;
  const once = apply(design, setEpochSchedule(design, start!, 5));
  const twice = apply(once, setEpochSchedule(once, factor!, 0.5));
  expect(callbacksOf(twice)).toEqual([
    { type: 'LearningRateScheduler', schedule: { start: 5, every: 1, factor: 0.5 } },
  ]);
  expect(opens(twice.fit)).toBe(true);
});

const save = { type: 'ModelCheckpoint', filepath: 'a.keras' };
test.each([
  ['an unknown kind', [{ type: 'TensorBoard' }]],
  ['a kind named like a part of every object', [{ type: 'constructor' }]],
  ['no kind', [{}]],
  ['one kind twice', [save, save]],
  ['a million', Array.from({ length: 1e6 }, () => save)],
  ['no list', { 0: save, length: 1 }],
  ['null', null],
  ['no file name', [{ type: 'ModelCheckpoint' }]],
  ['an empty file name', [{ ...save, filepath: '' }]],
  ['a file name of 121 letters', [{ ...save, filepath: 'a'.repeat(121) }]],
  ['a file name that is a number', [{ ...save, filepath: 7 }]],
  ['a file name of two lines', [{ ...save, filepath: 'a\nb.keras' }]],
  ['a file name with a zero byte', [{ ...save, filepath: 'a\0.keras' }]],
  ['a file name that turns the writing round', [{ ...save, filepath: 'a\u202esarek.exe' }]],
  ['half a letter in its file name', [{ ...save, filepath: 'a\ud83d.keras' }]],
  ['a setting of another callback', [{ ...save, patience: 3 }]],
  ['a setting called __proto__', JSON.parse('[{"type":"EarlyStopping","__proto__":{"patience":1}}]')],
  ['a patience of −1', [{ type: 'EarlyStopping', patience: -1 }]],
  ['a patience of 1.5', [{ type: 'EarlyStopping', patience: 1.5 }]],
  ['a patience without end', [{ type: 'EarlyStopping', patience: Infinity }]],
  ['a baseline that is no number', [{ type: 'EarlyStopping', baseline: Number.NaN }]],
  ['a baseline of null', [{ type: 'EarlyStopping', baseline: null }]],
  ['a switch that is a number', [{ type: 'EarlyStopping', restore_best_weights: 1 }]],
  ['an unknown mode', [{ type: 'EarlyStopping', mode: 'best' }]],
  ['a factor of 1', [{ type: 'ReduceLROnPlateau', factor: 1 }]],
  ['no schedule', [{ type: 'LearningRateScheduler' }]],
  ['a schedule in letters', [{ type: 'LearningRateScheduler', schedule: 'lambda e, r: r' }]],
  ['half a schedule', [{ type: 'LearningRateScheduler', schedule: { start: 1, factor: 0.5 } }]],
  [
    'a schedule that never comes round',
    [{ type: 'LearningRateScheduler', schedule: { start: 1, every: 0, factor: 1 } }],
  ],
])('callbacks with %s are refused', (_name, callbacks) => {
  expect(opens({ callbacks })).toBe(false);
});

test.each(['constructor', '__proto__', 'toString', 'valueOf', '', 'val_', 'LOSS', 'val_val_loss', 'loss\n'])(
  'the watched value "%s" is refused',
  (monitor) => {
    expect(opens({ callbacks: [{ type: 'EarlyStopping', monitor }] })).toBe(false);
  },
);

const says = (error: string, words: string) =>
  `Keras ${golden.keras} (${golden.backend}): ${error}: ${words}`;
const problemsOf = (...callbacks: readonly CallbackSpec[]) => check(withCallbacks(moons, ...callbacks));

test.each(golden.refused.filter(([, , words]) => words !== null))(
  'the file name %s, save_weights_only %s, is a problem of fit in Keras’s words, and its fix is taken',
  (filepath, save_weights_only, words) => {
    const spec = { type: 'ModelCheckpoint', filepath, save_weights_only } as const;
    const [problem, ...others] = problemsOf(spec);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      where: { part: 'fit' },
      kind: filepath.endsWith('.hdf5') ? 'silent' : 'refused',
      keras: says('ValueError', words!),
    });
    expect(problem!.text.ko).toMatch(/[가-힣]/);
    expect(check(apply(withCallbacks(moons, spec), problem!.fix!.patch))).toEqual([]);
  },
);

test('the course’s .hdf5 trains here, with a fix that writes .keras', () => {
  const [problem] = problemsOf({
    type: 'ModelCheckpoint',
    filepath: 'dm_{epoch:02d}_{val_accuracy:0.2f}.hdf5',
  });
  expect(problem!.kind).toBe('silent');
  expect(problem!.text.en).toBe('Keras 3 refuses .hdf5 in ModelCheckpoint; write .keras.');
  expect(problem!.fix!.patch.fit?.callbacks).toEqual([
    { type: 'ModelCheckpoint', filepath: 'dm_{epoch:02d}_{val_accuracy:0.2f}.keras' },
  ]);
});

test('a name in the file name that the log does not have is refused in Keras’s words', () => {
  const filepath = '{epoch:02d}_{val_acc:.2f}.keras';
  const asked = golden.cases.find(({ specs }) => specs[0]!['filepath'] === filepath)!;
  const [, error, words] = asked.moments[0]![3][0]!;
  const [problem] = problemsOf({ type: 'ModelCheckpoint', filepath });
  expect(problem).toMatchObject({ kind: 'refused', keras: says(String(error), String(words)) });
  expect(
    check(apply(withCallbacks(moons, { type: 'ModelCheckpoint', filepath }), problem!.fix!.patch)),
  ).toEqual([]);
});

test('a callback that sets the rate beside a schedule is refused in Keras’s words, and can be switched off', () => {
  const scheduled = apply(moons, chooseSchedule(moons, 'CosineDecay'));
  for (const type of ['ReduceLROnPlateau', 'LearningRateScheduler'] as const) {
    const design = on(scheduled, type);
    const [problem] = check(design);
    expect(problem).toMatchObject({ kind: 'refused', keras: says('TypeError', golden.scheduled) });
    expect(problem!.fix!.words.en).toBe(`Switch ${type} off`);
    expect(apply(design, problem!.fix!.patch)).toEqual(scheduled);
  }
});

test('what is watched and not in the log is told, with the value there is', () => {
  const design = apply(on(moons, 'EarlyStopping'), moves.setSplit(moons, 0));
  const [problem] = check(design);
  expect(problem).toMatchObject({ kind: 'silent', where: { part: 'fit' } });
  expect(callbacksOf(apply(design, problem!.fix!.patch))).toEqual([
    { type: 'EarlyStopping', patience: 10, monitor: 'loss' },
  ]);
  const back = setCallback(moons, 'EarlyStopping', monitorField, 'val_loss');
  expect(back).toEqual({ fit: { callbacks: [] } });
});

test('files are named after the data set, with digits enough to tell them apart', () => {
  const nameOf = (design: Design) => callbacksOf(design).map((spec) => 'filepath' in spec && spec.filepath);
  const saving = on(moons, 'ModelCheckpoint');
  expect(nameOf(saving)).toEqual(['moons-{epoch:03d}-{val_loss:.4f}.keras']);
  expect(nameOf(on(gate, 'ModelCheckpoint'))).toEqual(['gate-{epoch:03d}-{loss:.4f}.keras']);
  const spiral = apply(saving, moves.chooseSet(saving, 'spiral'));
  expect(nameOf(spiral)).toEqual(['spiral-{epoch:03d}-{val_loss:.4f}.keras']);
  // A name of one's own stays.
  const own = withCallbacks(moons, { type: 'ModelCheckpoint', filepath: 'best.keras' });
  expect(nameOf(apply(own, moves.chooseSet(own, 'spiral')))).toEqual(['best.keras']);
});
