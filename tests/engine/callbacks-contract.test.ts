// What every callback must hold, whoever adds it.

import { describe, expect, test } from 'vitest';
import {
  type Call,
  type CallbackName,
  type CallbackSpec,
  callAll,
  callbackNames,
  callbackOf,
  type Remark,
  type Setting,
  startAll,
} from '../../src/engine/callbacks/index.ts';
import { firstSchedule } from '../../src/engine/callbacks/learning_rate_scheduler.ts';
import { refuseNumber } from '../../src/engine/fields.ts';
import type { Text } from '../../src/text.ts';
import { golden } from './callbacks-golden.ts';

const KOREAN = /[가-힣]/;

/** Everything a callback needs to begin with, beside what has a default. */
const needed = {
  filepath: 'dm_{epoch:02d}_{val_loss:.2f}.keras',
  schedule: firstSchedule,
};
const specOf = (type: CallbackName, set: object = {}): CallbackSpec => ({ type, ...needed, ...set });

const sentence = ({ en, ko }: Text): void => {
  expect(en).toMatch(/[.]$/);
  expect(ko).toMatch(KOREAN);
};

/** What Keras would be given if nothing was set. */
const defaultOf = (field: Setting): unknown => {
  if (field.kind === 'number' && field.optional) return field.name === 'save_freq' ? 'epoch' : null;
  if (field.name === 'filepath') return 'required';
  return field.name === 'verbose' ? Number(field.initial) : field.initial;
};

const checkField = (field: Setting): void => {
  expect(field.effect).toBe('keep');
  expect(field.words.en.length * field.words.ko.length).toBeGreaterThan(0);
  if (field.hint) expect(field.hint.ko).toMatch(KOREAN);
  if (field.kind === 'choice') {
    expect(field.options.map(({ value }) => value)).toContain(field.initial);
  } else if (field.kind === 'number') {
    expect(refuseNumber(field, field.initial)).toBeNull();
    for (const typed of ['-1e309', '1e309', 'NaN', '1e308'].map(Number))
      sentence(refuseNumber(field, typed)!);
  }
};

const checkRemark = ({ text, fix }: Remark): void => {
  sentence(text);
  if (fix) expect(fix.words.ko).toMatch(/[가-힣]/);
};

const values = [0.5, Number.NaN, Number.POSITIVE_INFINITY, 0.25, Number.NEGATIVE_INFINITY, -0, 0.75, 1e-300];
const calls: readonly Call[] = [
  ...values.flatMap((value, epoch): Call[] => [
    { at: 'epochBegin', epoch, rate: 0.01 },
    { at: 'batchEnd', epoch, batch: 0, logs: { loss: value } },
    { at: 'epochEnd', epoch, rate: 0.01, logs: { loss: value, accuracy: value, val_loss: value } },
  ]),
  { at: 'trainEnd' },
];

describe.each(callbackNames)('%s', (name) => {
  const definition = callbackOf(specOf(name));

  test('has the name of Keras and says in both languages what it is and does', () => {
    expect(definition.name).toBe(name);
    expect(Object.keys(golden.signatures)).toContain(name);
    expect(definition.words.en.length).toBeGreaterThan(0);
    expect(definition.words.ko).toContain(name);
    sentence(definition.line);
    expect(definition.line.ko).toMatch(/다\.$/);
  });

  test('has the settings of Keras in its order, with its defaults', () => {
    const own = definition.fields.map((field) => [field.name, defaultOf(field)]);
    const keras = Object.entries(golden.signatures[name]!).filter(([setting]) => setting !== 'schedule');
    expect(own).toEqual(keras);
  });

  test('has settings that hold what they begin with, and refuse what is no number with a sentence', () => {
    expect(new Set(definition.fields.map((field) => field.name)).size).toBe(definition.fields.length);
    definition.fields.forEach(checkField);
  });

  test('keeps the states it is given, whatever the log holds', () => {
    const specs = [
      specOf(name, { restore_best_weights: true, save_best_only: true, patience: 2, verbose: true }),
    ];
    let states = startAll(specs, ['accuracy']);
    for (const call of calls) {
      const before = structuredClone(states);
      const carried = callAll(specs, JSON.parse(JSON.stringify(states)), call);
      const next = callAll(specs, states, call);
      expect(states).toEqual(before);
      expect(carried).toEqual(next);
      states = next.states;
      expect(JSON.parse(JSON.stringify(states))).toEqual(states);
    }
  });

  test('says what does not fit in both languages', () => {
    const bare = { metrics: [], validation: false, scheduled: true };
    const found = ['val_loss', 'acc', 'val_acc'].flatMap((monitor): readonly Remark[] =>
      ['a', '{x.keras', '{val_loss:.2f}.hdf5'].flatMap((filepath) =>
        [true, false].flatMap(
          (on) =>
            definition.check?.(
              specOf(name, { monitor, filepath, save_best_only: on, save_weights_only: on }),
              bare,
            ) ?? [],
        ),
      ),
    );
    expect(found.length > 0).toBe(definition.check !== undefined);
    found.forEach(checkRemark);
  });
});
