// Expected values: Keras 3.15.1 on JAX, get_config() of things made with our settings (tests/golden/config.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/engine/fields.ts';
import { initializerNames, initializers } from '../../src/engine/initializers/index.ts';
import { layers } from '../../src/engine/layers/index.ts';
import { losses } from '../../src/engine/losses/index.ts';
import { optimizerNames, optimizers } from '../../src/engine/optimizers/index.ts';
import { regularizers } from '../../src/engine/regularizers/index.ts';
import { scheduleNames, schedules } from '../../src/engine/schedules/index.ts';

type Settings = Readonly<Record<string, unknown>>;

interface Asked {
  readonly folder: string;
  readonly name: string;
  /** As a document of ours says it. */
  readonly settings: Settings;
  /** Of what Keras made of them. */
  readonly config: Settings;
}

const { cases }: { readonly cases: readonly Asked[] } = JSON.parse(
  readFileSync(new URL('../golden/config.json', import.meta.url), 'utf8'),
);

interface Known {
  readonly fields: readonly Field[];
  /** Settings that a new one of this kind names itself: they need not be Keras's defaults. */
  readonly named: readonly string[];
}

const known = new Map<string, Known>([
  ...Object.entries(layers).map(
    ([name, { fields, create }]) => [`layers ${name}`, { fields, named: Object.keys(create(1)) }] as const,
  ),
  ...Object.entries(schedules).map(
    ([name, { fields, first }]) => [`schedules ${name}`, { fields, named: Object.keys(first) }] as const,
  ),
  ...Object.entries({ initializers, regularizers, losses, optimizers }).flatMap(([folder, definitions]) =>
    Object.entries(definitions).map(
      ([name, { fields }]) => [`${folder} ${name}`, { fields, named: [] }] as const,
    ),
  ),
]);

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at: number) => (at > 0 ? '_' : '') + letter.toLowerCase());

const isMade = (value: unknown): value is { readonly class_name: string; readonly config: Settings } =>
  typeof value === 'object' && value !== null && 'class_name' in value;

/** A value of Keras's config as our documents write it, a pair for one number as Keras takes both. */
const own = (name: string, value: unknown): unknown => {
  if (name.endsWith('regularizer') && isMade(value)) return { type: value.class_name, ...value.config };
  if (!isMade(value)) return value;
  const type = snake(value.class_name);
  const initial = JSON.stringify(value.config) === JSON.stringify(defaults(type));
  return initial ? type : { type, settings: value.config };
};

const defaults = (type: string): Settings => {
  const fields = known.get(`initializers ${type}`)?.fields ?? [];
  return Object.fromEntries(fields.map((field) => [field.name, field.initial]));
};

/** One number where Keras writes it once for rows and once for columns. */
const once = (given: unknown, found: unknown): unknown =>
  typeof given === 'number' && Array.isArray(found) && found.every((side) => side === given) ? given : found;

/** What Keras takes where a field says nothing. */
const initialOf = (field: Field): unknown =>
  field.kind === 'number' && field.optional ? null : field.initial;

describe.each(cases)('$folder $name $settings', ({ folder, name, settings, config }) => {
  const { fields, named } = known.get(`${folder} ${name}`)!;

  test('has settings under the names of Keras', () => {
    const names = [...fields.map((field) => field.name), ...Object.keys(settings)];
    for (const setting of names) expect(Object.keys(config)).toContain(setting);
  });

  test('says what Keras understood, and comes back from its config unchanged', () => {
    const back = Object.entries(settings).map(([setting, given]) => [
      setting,
      once(given, own(setting, config[setting])),
    ]);
    expect(JSON.parse(JSON.stringify(Object.fromEntries(back)))).toEqual(settings);
  });

  test('takes for what is not said what Keras takes', () => {
    for (const field of fields) {
      if (Object.hasOwn(settings, field.name) || named.includes(field.name)) continue;
      const initial = initialOf(field);
      expect(once(initial, own(field.name, config[field.name])), `where ${field.name} is not said`).toEqual(
        initial,
      );
    }
  });
});

test('every initializer, regularizer, optimizer and loss of Keras was asked about, and each of their settings', () => {
  const asked = new Set(cases.map(({ folder, name }) => `${folder} ${name}`));
  const expected = [
    ...initializerNames.map((name) => `initializers ${name}`),
    ...Object.keys(regularizers).map((name) => `regularizers ${name}`),
    ...optimizerNames.map((name) => `optimizers ${name}`),
    // Its values begin with the optimizer's learning rate in Keras: optimizers.test.ts compares its rates.
    ...scheduleNames.filter((name) => name !== 'PiecewiseConstantDecay').map((name) => `schedules ${name}`),
    // Keras has no perceptron rule.
    ...Object.keys(losses)
      .filter((name) => name !== 'perceptron')
      .map((name) => `losses ${name}`),
  ];
  expect([...asked].filter((name) => !name.startsWith('layers ')).toSorted()).toEqual(expected.toSorted());
});
