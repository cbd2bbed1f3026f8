// Nothing in the engine falls over what it is given: it refuses with a sentence in both languages, or throws one.

import { describe, expect, test } from 'vitest';
import { build, load, type Rows } from '../../src/engine/index.ts';
import { type LayerSpec, definitionOf, layers, layerTypes } from '../../src/engine/layers/index.ts';
import { losses, lossNames } from '../../src/engine/losses/index.ts';
import type { Plan } from '../../src/engine/model.ts';
import { isRefusal, type Shape } from '../../src/engine/shape.ts';

/** What a person can type, as the number it is read as; an empty field is 0. */
const TYPED = ['', '-0', '-1', '0.5', '1e9', '1e15', '1e308', '1e309', '-1e309', 'NaN', 'x'].map(Number);
/** What no form of the page gives. */
const OTHERS: readonly unknown[] = [
  [],
  [3],
  [0, 0],
  [Number.NaN, 1],
  [1, 2, 3],
  [1e9, 1e9],
  '',
  'x',
  {},
  { type: 'x' },
  true,
];
const SHAPES: readonly Shape[] = [
  [],
  [4],
  [5, 3],
  [6, 6, 2],
  [2, 6, 6, 2],
  [0],
  [-1],
  [0.5],
  [Number.NaN],
  [Infinity],
  [1e9, 1e9, 3],
  [0, 3, 3],
  [-1, 3, 3],
  [3, Number.NaN, 3],
];

const planOf = (layer: LayerSpec, change: object = {}): Plan => ({
  inputs: [6, 6, 2],
  layers: [layer, { type: 'Flatten', id: 2 }, { type: 'Dense', id: 3, units: 2, activation: 'linear' }],
  loss: 'mean_squared_error',
  optimizer: 'SGD',
  batchSize: 4,
  seed: 1,
  ...change,
});

type Answer = 'built' | 'refused' | 'thrown';

/** What comes of a call: never a bare error, and a refusal that can be read in both languages. */
const answered = (ask: () => unknown): Answer => {
  try {
    const answer = ask();
    if (typeof answer !== 'object' || answer === null || !('refused' in answer)) return 'built';
    const { en, ko } = answer.refused as { readonly en: string; readonly ko: string };
    expect(en).toMatch(/^\S.* .*\.$/);
    expect(ko).toMatch(/[가-힣].*\.$/);
    expect(en).not.toMatch(/\[object|NaN MB|Infinity MB/);
    return 'refused';
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    expect(error.message).toMatch(/^[\w.]+: expected .+, received .+\. .+\.$/);
    return 'thrown';
  }
};

const built = (plan: Plan): Answer => answered(() => build(plan));

describe.each(layerTypes)('%s', (type) => {
  const created: LayerSpec = layers[type].create(1);
  const { fields } = definitionOf(created);
  const [fitting] = SHAPES.slice(1).filter(
    (shape) => !isRefusal(definitionOf(created).outputShape(created, shape)),
  );
  const changed = (name: string, value: unknown): LayerSpec =>
    Object.assign({ ...created }, { [name]: value });

  test('with any setting is built or refused', () => {
    for (const { name } of fields) {
      for (const value of [...TYPED, ...OTHERS]) {
        const answer = built(planOf(changed(name, value), { inputs: fitting }));
        expect(answer, `${name} ${JSON.stringify(value)}`).not.toBe('thrown');
      }
      for (const value of [null, undefined]) built(planOf(changed(name, value), { inputs: fitting }));
    }
  });

  test('is refused with a number that its field refuses, and with no number', () => {
    for (const field of fields) {
      if (field.kind !== 'number') continue;
      for (const value of [Number.NaN, Infinity, -Infinity, 1e308, -1e308, 'x', {}, [], [1, 2, 3]]) {
        const answer = built(planOf(changed(field.name, value), { inputs: fitting }));
        expect(answer, `${field.name} ${JSON.stringify(value)}`).toBe('refused');
      }
    }
  });

  test('after any input is built or refused', () => {
    for (const inputs of [...TYPED, ...SHAPES, '', null, undefined]) {
      expect(built(planOf(created, { inputs })), `inputs ${JSON.stringify(inputs)}`).not.toBe('thrown');
    }
    for (const side of [0, -1, 0.5, Number.NaN, Infinity, 1e15]) {
      for (const inputs of [side, [side], [6, side, 2]])
        expect(built(planOf(created, { inputs }))).toBe('refused');
    }
  });

  test('asked by itself for its shape, says one, refuses, or says what it expected', () => {
    const definition = definitionOf(created);
    for (const shape of SHAPES) {
      answered(() => definition.outputShape(created, shape));
      for (const { name, kind } of fields.filter(
        (field) => field.kind === 'number' || field.kind === 'list',
      )) {
        for (const value of TYPED) {
          const spec = changed(name, kind === 'list' ? [value] : value);
          answered(() => definition.outputShape(spec, shape));
        }
      }
    }
    expect(fitting).toBeDefined();
  });
});

const flat: LayerSpec = { type: 'Flatten', id: 1 };

test.each<[string, object]>([
  ...[0, -1, 2.5, Number.NaN, Infinity, 1e308].map((batchSize): [string, object] => [
    `a batch_size of ${batchSize}`,
    { batchSize },
  ]),
  ...['', 'x', null, undefined, 0, {}].flatMap((value): [string, object][] => [
    [`the loss ${JSON.stringify(value)}`, { loss: value }],
    [`the optimizer ${JSON.stringify(value)}`, { optimizer: value }],
  ]),
  ['a budget of 0', { budget: 0 }],
  ['a budget below 0', { budget: -1 }],
])('a model with %s is refused', (_name, change) => {
  expect(built(planOf(flat, change))).toBe('refused');
});

test.each(lossNames)('a model with a setting of %s that is no number is refused', (loss) => {
  for (const { name, kind } of losses[loss].fields) {
    for (const value of [Number.NaN, Infinity, 'x', {}, []])
      expect(built(planOf(flat, { loss, lossSettings: { [name]: value } })), `${name} ${kind}`).toBe(
        'refused',
      );
  }
  expect(built(planOf(flat, { loss, lossSettings: {} }))).toBe('built');
});

test('without layers it says what is missing', () => {
  expect(built({ ...planOf(flat), layers: [] })).toBe('thrown');
});

test('rows that are too many for the model, or too short, are said and not written', () => {
  const model = build(planOf(flat, { inputs: 3 }));
  if ('refused' in model) throw new Error(model.refused.en);
  const rowsOf = (count: number, width: number): Rows => ({
    count,
    inputs: new Float64Array(count * width),
    answers: new Float64Array(count * 2),
  });
  const asked = (rows: Rows) => answered(() => load(model, model.training, rows, 0, rows.count, null));
  expect(asked(rowsOf(4, 3))).toBe('built');
  expect(asked(rowsOf(5, 3))).toBe('thrown');
  expect(asked(rowsOf(4, 2))).toBe('thrown');
});

test.each(['MaxPooling2D', 'AveragePooling2D'] as const)(
  'a window of %s that no picture has a use for is refused in a sentence, before anything walks through it',
  (type) => {
    const pooled = (pool_size: number | readonly [number, number]): LayerSpec => ({
      type,
      id: 1,
      pool_size,
      strides: 2,
      padding: 'same',
    });
    const beyond: readonly (readonly [number, number])[] = [
      [1e9, 1e9],
      [1e9, 2],
      [2, 12],
    ];
    for (const size of beyond) {
      const answer = build(planOf(pooled(size)));
      const words = size.join(' × ');
      expect('refused' in answer && answer.refused.en).toBe(
        `A window of ${words} cells is too large for a picture of 6 × 6: one of 11 × 11 sees all of it from everywhere. Make pool_size smaller.`,
      );
      expect('refused' in answer && answer.refused.ko).toContain('pool_size를 줄인다');
    }
    // 11 cells see all 6 from the first as from the last.
    expect(built(planOf(pooled(1e9)))).toBe('refused');
    for (const size of [2, 8, [2, 11]] as const) expect(built(planOf(pooled(size)))).toBe('built');
  },
);

test('a model over the budget says how much it needs before anything is allocated', () => {
  const began = process.memoryUsage().arrayBuffers;
  const large: LayerSpec = { type: 'Dense', id: 1, units: 1e9, activation: 'relu' };
  const conv: LayerSpec = { type: 'Conv2D', id: 1, filters: 8, kernel_size: 1e9, padding: 'same' };
  for (const plan of [
    planOf(large),
    planOf(conv),
    planOf(flat, { batchSize: 1e9 }),
    planOf(flat, { inputs: 1e9 }),
  ]) {
    const answer = build(plan);
    expect('refused' in answer && answer.refused.en).toMatch(/needs \d+ MB of memory; 256 MB are set aside/);
    expect('refused' in answer && answer.refused.ko).toMatch(/메모리 \d+ MB가 필요한데 256 MB/);
  }
  expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(16 * 1024 * 1024);
});

test('a budget of its own is kept to the byte', () => {
  const plan = planOf(flat);
  const model = build(plan);
  if ('refused' in model) throw new Error(model.refused.en);
  const bytes = 4 * (model.arena.size - model.arena.set.own);
  expect(built({ ...plan, budget: bytes })).toBe('built');
  expect(built({ ...plan, budget: bytes - 1 })).toBe('refused');
});
