// What every definition of every folder must hold, whoever adds it: being in the index is enough to be looked at here.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictures } from '../../src/data/pictures/index.ts';
import { sets } from '../../src/data/sets/index.ts';
import { activations } from '../../src/engine/activations/index.ts';
import { callbacks, type Setting } from '../../src/engine/callbacks/index.ts';
import { type NumberField, refuseNumber } from '../../src/engine/fields.ts';
import { initializers } from '../../src/engine/initializers/index.ts';
import { layers } from '../../src/engine/layers/index.ts';
import { losses } from '../../src/engine/losses/index.ts';
import { metrics } from '../../src/engine/metrics/index.ts';
import { optimizers } from '../../src/engine/optimizers/index.ts';
import { regularizers } from '../../src/engine/regularizers/index.ts';
import { schedules } from '../../src/engine/schedules/index.ts';
import { same, type Text } from '../../src/text.ts';
import { FOLDERS } from '../architecture/definitions.ts';

interface Definition {
  readonly name: string;
  readonly words: Text;
  readonly line: Text;
  readonly fields?: readonly Setting[];
}

/** Initializers have a name only, the one of Keras: they are offered under it in both languages. */
const named = Object.fromEntries(
  Object.entries(initializers).map(([key, { name, fields }]) => [
    key,
    { name, fields, words: same(name), line: null },
  ]),
);

const placed = Object.fromEntries(
  Object.entries(sets).map(([key, { noise, points, ...rest }]) => [
    key,
    { ...rest, fields: [noise, points] },
  ]),
);

type Folder = Readonly<Record<string, Omit<Definition, 'line'> & { readonly line: Text | null }>>;

const folders: Readonly<Record<string, Folder>> = {
  'src/engine/activations': activations,
  'src/engine/initializers': named,
  'src/engine/layers': layers,
  'src/engine/losses': losses,
  'src/engine/metrics': metrics,
  'src/engine/optimizers': optimizers,
  'src/engine/schedules': schedules,
  'src/engine/callbacks': callbacks,
  'src/engine/regularizers': regularizers,
  'src/data/sets': placed,
  'src/data/pictures': pictures,
};

test('no folder of definitions is left out', () => {
  // What a panel may ask to see, and how a picture is drawn, has neither words nor settings.
  const others = FOLDERS.filter((folder) => !/probes|drawing/.test(folder));
  expect(Object.keys(folders).toSorted()).toEqual(others.toSorted());
});

const HANGUL = /[가-힣]/;

/** Words of both languages: Korean, or one name that is the same in both. */
const bothSay = ({ en, ko }: Text): void => {
  expect(en.trim()).not.toBe('');
  expect(en).not.toMatch(HANGUL);
  if (!HANGUL.test(ko)) {
    // Korean has no space before a bracket.
    expect(ko).toBe(en.replace(' (', '('));
    expect(en, 'a name, not a sentence').not.toMatch(/\s\S+\s/);
  }
};

const sentence = ({ en, ko }: Text): void => {
  expect(en).toMatch(/[.:)]$/);
  expect(ko).toMatch(HANGUL);
};

/** What a person can type, as the number it is read as. */
const TYPED = ['0', '-0', '-1', '0.5', '1e9', '1e308', '1e309', '-1e309', 'NaN', 'x'].map(Number);

/** The limits of a field, said a second time. */
const allows = ({ min, max, above, integer }: NumberField, value: number): boolean =>
  Number.isFinite(value) && value <= max && (above ? value > min : value >= min) && !(integer && value % 1);

const checkNumber = (field: NumberField): void => {
  const { initial, min, max, step } = field;
  expect([initial, min, max, step].every(Number.isFinite)).toBe(true);
  expect(min).toBeLessThan(max);
  expect(step).toBeGreaterThan(0);
  expect(field.integer !== true || [initial, min, max, step].every(Number.isInteger)).toBe(true);
  const anything = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(...TYPED, min, max, initial));
  fc.assert(
    fc.property(anything, (value) => {
      const why = refuseNumber(field, value);
      expect(why === null).toBe(allows(field, value));
      if (why) sentence(why);
    }),
    { seed: 51, numRuns: 60 },
  );
};

const checkField = (field: Setting): void => {
  expect(field.name).toMatch(/^[a-z][a-z0-9_]*$/);
  bothSay(field.words);
  if (field.hint) bothSay(field.hint);
  switch (field.kind) {
    case 'number':
      checkNumber(field);
      return expect(refuseNumber(field, field.initial)).toBeNull();
    case 'choice':
      for (const { words, hint } of field.options) [words, hint ?? words].forEach(bothSay);
      expect(new Set(field.options.map(({ value }) => value)).size).toBe(field.options.length);
      return expect(field.options.map(({ value }) => value)).toContain(field.initial);
    case 'list':
      checkNumber(field.item);
      expect(field.initial.length).toBeLessThanOrEqual(field.most);
      expect(field.initial.every((value) => refuseNumber(field.item, value) === null)).toBe(true);
      return expect(!field.rising || field.initial.every((value, i, all) => !(value <= all[i - 1]!))).toBe(
        true,
      );
    case 'switch':
      return expect(field.initial).toBeTypeOf('boolean');
    case 'text':
    case 'monitor':
      return expect(field.initial).toBeTypeOf('string');
  }
};

const everyone = Object.entries(folders).flatMap(([folder, definitions]) =>
  Object.entries(definitions).map(([key, definition]) => ({ folder, key, definition })),
);

describe.each(everyone)('$folder $key', ({ key, definition }) => {
  test('carries the name it is listed under, and says in both languages what it is and does', () => {
    expect(definition.name).toBe(key);
    bothSay(definition.words);
    if (definition.line) sentence(definition.line);
  });

  test('has settings that may stand where they begin, and refuse what is out of bounds with a sentence', () => {
    const { fields = [] } = definition;
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    fields.forEach(checkField);
  });
});
