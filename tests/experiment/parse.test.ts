import { expect, test } from 'vitest';
import type { Experiment } from '../../src/experiment/experiment.ts';
import { fromText, parseExperiment, parseText } from '../../src/experiment/parse.ts';
import { demos } from '../../src/experiment/demos.ts';
import { opening } from '../../src/experiment/presets.ts';
import { SOON, timed } from './timed.ts';

const text = JSON.stringify(opening);

/** The opening's document with the value at a path replaced, as whoever attacks would write it. */
const withAt = (path: string, value: unknown): unknown => {
  const document: unknown = JSON.parse(text);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let part = document;
  for (const key of keys) part = (part as Record<string, unknown>)[key];
  Object.defineProperty(part, last, { value, enumerable: true, configurable: true, writable: true });
  return document;
};

/** Refused soon enough with a sentence in both languages. */
const expectRefusal = (document: unknown): string => {
  const { result: parsed, took } = timed(() => parseExperiment(document));
  if (parsed.ok) throw new Error('Expected the document to be refused, but it was read.');
  expect(parsed.text.ko).toMatch(/[가-힣]/);
  expect(took).toBeLessThan(SOON);
  return parsed.text.en;
};

test('presets are read as they are, into objects of their own', () => {
  for (const demo of Object.values(demos)) {
    const parsed = parseExperiment(demo);
    expect(parsed).toEqual({ ok: true, experiment: demo });
    expect(parsed.ok && parsed.experiment.data).not.toBe(demo.data);
  }
});

test.each([null, undefined, 7, 'experiment', [], [opening], {}, { version: 1 }, new Date(0)])(
  '%j is refused',
  (document) => {
    expectRefusal(document);
  },
);

test.each([0, 2, -1, 1.5, '1', null, Number.NaN])('version %j is refused and named', (version) => {
  expect(expectRefusal({ ...opening, version })).toContain('version');
});

const layer = opening.model.layers[0];
const manyLayers = Array.from({ length: 1_000_000 }, (_, index) => ({ ...layer, id: index + 1 }));

test.each<readonly [string, unknown]>([
  ['data.set', 'toString'],
  ['data.set', '__proto__'],
  ['data.set', 'constructor'],
  ['data.answers', [0, 1, 1]],
  ['data.answers', [0, 1, 1, 2]],
  ['data.answers', [0, 1, 1, 0, 0]],
  ['data.noise', -0.1],
  ['data.noise', 0.51],
  ['data.points', 3],
  ['data.points', 1001],
  ['data.points', 1e308],
  ['data.points', '160'],
  ['data.seed', -1],
  ['data.seed', 2 ** 32],
  ['data.seed', 0.5],
  ['data.changes', [{ op: 'add', x: [0, 0], answer: 2 }]],
  ['data.changes', [{ op: 'add', x: [0, 1e300], answer: 1 }]],
  ['data.changes', [{ op: 'move', id: 0, x: [0] }]],
  ['data.changes', [{ op: 'explode', id: 0 }]],
  ['data.changes', Array.from({ length: 1_000_000 }, () => ({ op: 'remove', id: 0 }))],
  ['model.layers', []],
  ['model.layers', {}],
  ['model.layers', { length: 1 }],
  ['model.layers', manyLayers],
  ['model.layers', manyLayers.slice(0, 9)],
  ['model.layers', [layer, layer]],
  ['model.layers.0.units', 0],
  ['model.layers.0.units', 65],
  ['model.layers.0.units', 1e9],
  ['model.layers.0.units', Number.NaN],
  ['model.layers.0.id', 0],
  ['model.layers.0.activation', 'hasOwnProperty'],
  ['model.layers.0.type', 'Conv2D'],
  ['model.layers.0.start.kernel', [1]],
  ['model.layers.0.start.kernel', [1, Number.POSITIVE_INFINITY]],
  ['model.layers.0.start.bias', [1e300]],
  ['compile.loss', 'valueOf'],
  ['compile.optimizer.learning_rate', 0],
  ['compile.optimizer.learning_rate', -1],
  ['compile.optimizer.learning_rate', Number.NaN],
  ['compile.optimizer.learning_rate', Number.POSITIVE_INFINITY],
  ['compile.optimizer.learning_rate', 1e6],
  ['compile.optimizer.momentum', 1],
  ['compile.optimizer.type', 'Adam'],
  ['compile.metrics', ['accuracy', 'accuracy']],
  ['compile.metrics', ['constructor']],
  ['fit.batch_size', 0],
  ['fit.batch_size', 2.5],
  ['fit.epochs', 0],
  ['fit.epochs', 1e12],
  ['fit.validation_split', 1],
  ['fit.shuffle', 1],
  ['seed', Number.NaN],
  ['edits', [{ step: -1, patch: {} }]],
  ['edits', [{ step: 0.5, patch: {} }]],
  ['edits', [{ step: 2e12, patch: {} }]],
  [
    'edits',
    [
      { step: 5, patch: {} },
      { step: 4, patch: {} },
    ],
  ],
  ['edits', [{ step: 5, patch: { seed: 2 } }]],
  ['edits', [{ step: 5, patch: { data: { set: 'circle' } } }]],
  ['edits', [{ step: 5, patch: { weights: [{ layer: 0, at: 3, value: 1 }] } }]],
  ['edits', [{ step: 5, patch: { weights: [{ layer: 1, at: 0, value: 1 }] } }]],
  ['edits', [{ step: 5, patch: { weights: [{ layer: 0, at: 0, value: 1e300 }] } }]],
  ['edits', Array.from({ length: 1_000_000 }, () => ({ step: 0, patch: {} }))],
  ['surprise', true],
  ['data.surprise', true],
])('a hostile %s is refused', (path, value) => {
  expect(expectRefusal(withAt(path, value))).toContain(`“${path.split('.')[0]}`);
});

test.each(['__proto__', 'constructor', 'prototype', 'toString'])(
  'a key %s is refused and poisons nothing',
  (key) => {
    const poison = `{"polluted": true}`;
    for (const broken of [
      text.replace('{', `{"${key}": ${poison},`),
      text.replace('"data":{', `"data":{"${key}": ${poison},`),
      text.replace('"optimizer":{', `"optimizer":{"${key}": ${poison},`),
      text.replace('"edits":[', `"edits":[{"step":1,"patch":{"${key}": ${poison}}}`),
    ]) {
      expect(broken).not.toBe(text);
      expectRefusal(JSON.parse(broken));
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect('polluted' in {}).toBe(false);
  },
);

test('brackets inside of strings do not count as depth, those outside do', () => {
  const at = (json: string) => {
    const parsed = parseText(json, parseExperiment);
    return parsed.ok ? '' : parsed.text.en;
  };
  expect(at(JSON.stringify({ ...opening, ['"\\\\' + '['.repeat(100)]: 1 }))).not.toContain('depth');
  expect(at('['.repeat(17))).toContain('depth');
  expect(at('['.repeat(16))).toContain('JSON');
});

test('a long hostile key is not repeated in full', () => {
  expect(expectRefusal({ ...opening, ['k'.repeat(100_000)]: 1 }).length).toBeLessThan(200);
});

test('as many edits as there may be are read', () => {
  const edits = Array.from({ length: 20_000 }, (_, step) => ({
    step,
    patch: { weights: [{ layer: 0, at: step % 3, value: step / 1000 }] },
  }));
  const experiment: Experiment = { ...opening, edits };
  expect(fromText(JSON.stringify(experiment))).toEqual({ ok: true, experiment });
  expectRefusal({ ...experiment, edits: [...edits, { step: 20_000, patch: {} }] });
});

test('a stored text that is broken gets one sentence and is given back for download', () => {
  for (const broken of [
    '',
    '{',
    text.slice(0, -5),
    'null',
    text.replace('sigmoid', 'sigmund'),
    '['.repeat(1_000_000),
  ]) {
    const { result, took } = timed(() => fromText(broken));
    expect(result).toEqual({
      ok: false,
      text: {
        en: 'The last experiment could not be read. This is a fresh one; the old one can be downloaded.',
        ko: '지난 실험을 읽지 못했습니다. 새 실험으로 시작했고, 지난 것은 파일로 내려받을 수 있습니다.',
      },
      broken,
    });
    expect(took).toBeLessThan(SOON);
  }
});
