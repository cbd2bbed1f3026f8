// Settings of metrics in the document, and what Keras says to a validation_split that leaves one side empty.

import { expect, test } from 'vitest';
import type { NumberField } from '../../src/engine/fields.ts';
import { type MetricName, metricNames, metrics } from '../../src/engine/metrics/index.ts';
import { apply, designAt, effectOf, inverse } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import { addEdit } from '../../src/experiment/edits.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import golden from '../golden/weights.json';

const design = designAt(opening, 0);
const after = (start: Design, ...steps: readonly ((now: Design) => Patch)[]): Design =>
  steps.reduce((now, step) => apply(now, step(now)), start);

const fieldOf = (name: MetricName): NumberField => {
  const [field] = metrics[name].fields;
  if (field?.kind !== 'number') throw new Error(`Expected ${name} to have a number to set.`);
  return field;
};
const set = (name: MetricName, value: number | null) => (now: Design) =>
  moves.setMetricSetting(now, name, fieldOf(name), value);
const on = (name: MetricName) => (now: Design) => moves.toggleMetric(now, name);
const settable = metricNames.filter((name) => metrics[name].fields.length > 0);

test.each(settable)(
  'the setting of %s is taken back by its inverse, keeps the weights, and is read back',
  (name) => {
    const start = after(design, on(name));
    const field = fieldOf(name);
    const patch = set(name, field.max)(start);
    const changed = apply(start, patch);
    expect(changed.compile.metric_settings).toEqual({ [name]: { [field.name]: field.max } });
    expect(effectOf(start, patch)).toBe('keep');
    // As it stands in the document, which knows no undefined.
    const undone: Patch = JSON.parse(JSON.stringify(inverse(start, patch)));
    expect(apply(changed, undone)).toEqual(start);
    const experiment = addEdit({ ...opening, ...start }, 0, 5, patch);
    const parsed = parseExperiment(JSON.parse(JSON.stringify(experiment)));
    expect(parsed).toEqual({ ok: true, experiment });
  },
);

test('a setting that is what Keras takes anyway is not written, nor one that is switched off', () => {
  const both = after(design, on('precision'), on('f1_score'), set('precision', 0.3), set('f1_score', 0.2));
  expect(both.compile.metric_settings).toEqual({
    precision: { thresholds: 0.3 },
    f1_score: { threshold: 0.2 },
  });
  const one = after(both, set('precision', 0.5));
  expect(one.compile.metric_settings).toEqual({ f1_score: { threshold: 0.2 } });
  expect(after(one, set('f1_score', null)).compile).toEqual(
    after(design, on('precision'), on('f1_score')).compile,
  );
});

test('a metric that is taken off loses its settings, and gets them back by undo', () => {
  const start = after(design, on('precision'), set('precision', 0.3));
  const off = moves.toggleMetric(start, 'precision');
  expect(apply(start, off).compile).toEqual(design.compile);
  expect(apply(apply(start, off), inverse(start, off))).toEqual(start);
});

test.each([
  ['an unknown metric', { brier: { k: 1 } }],
  ['a metric that has no settings', { accuracy: { threshold: 0.5 } }],
  ['the prototype', JSON.parse('{"__proto__":{"k":1}}')],
  ['a stranger’s setting', { precision: { k: 3 } }],
  ['nothing in it', { precision: {} }],
  ['a k of 0', { top_k_categorical_accuracy: { k: 0 } }],
  ['a k of 1.5', { top_k_categorical_accuracy: { k: 1.5 } }],
  ['a k of 1e9', { top_k_categorical_accuracy: { k: 1e9 } }],
  ['a threshold of 0', { f1_score: { threshold: 0 } }],
  ['thresholds above 1', { recall: { thresholds: 1.01 } }],
  ['thresholds that are not a number', { recall: { thresholds: Number.NaN } }],
  ['a list of thresholds', { recall: { thresholds: [0.5] } }],
  ['null', { recall: null }],
  ['a list', [1]],
])('metric_settings with %s are refused', (_name, metric_settings) => {
  expect(parseExperiment({ ...opening, compile: { ...opening.compile, metric_settings } }).ok).toBe(false);
});

const SAID = `Keras ${golden.keras} (${golden.backend.split(' ')[0]}): `;

test.each(golden.refused.filter(({ rows }) => rows >= 4))(
  'of $rows points a validation_split of $validation_split is refused exactly where Keras refuses it, in its words',
  ({ rows, validation_split, says }) => {
    const points = after(
      design,
      (now) => moves.chooseSet(now, 'circle'),
      (now) => moves.setPoints(now, rows),
      (now) => moves.setSplit(now, validation_split),
    );
    const [problem] = check(points).filter(({ where }) => where.part === 'fit');
    expect(problem?.keras ?? null).toBe(says && SAID + says);
    if (!problem) return;
    expect(problem.kind).toBe('refused');
    expect(check(apply(points, problem.fix!.patch)).filter(({ where }) => where.part === 'fit')).toEqual([]);
  },
);

test('it is said which side a validation share leaves empty', () => {
  const textOf = (share: number) => {
    const few = after(
      design,
      (now) => moves.chooseSet(now, 'circle'),
      (now) => moves.setPoints(now, 40),
    );
    return check(apply(few, moves.setSplit(few, share)))[0]?.text;
  };
  expect(textOf(0.99)?.en).toBe('Of 40 points, a validation share of 0.99 leaves none to train on.');
  expect(textOf(1e-17)).toEqual({
    en: 'Of 40 points, a validation share of 1e-17 takes none to validate on.',
    ko: '점이 40개라 검증 비율 1e-17로는 검증할 점이 하나도 나오지 않는다.',
  });
});
