import { expect, test } from 'vitest';
import { optimizers } from '../../src/engine/optimizers/index.ts';
import { schedules } from '../../src/engine/schedules/index.ts';
import { apply, designAt, effectOf, inverse } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { chooseOptimizer, chooseSchedule, setOptimizer } from '../../src/experiment/optimizer.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';
import golden from '../golden/definitions.json';

const gate = designAt(opening, 0);
const blobs = apply(gate, moves.chooseSet(gate, 'blobs'));
const after = (design: Design, ...steps: readonly ((now: Design) => Patch)[]): Design =>
  steps.reduce((now, step) => apply(now, step(now)), design);
const opens = (compile: object): boolean =>
  parseExperiment({ ...opening, compile: { ...opening.compile, ...compile } }).ok;
const sgd = opening.compile.optimizer;

test('a document of before there were several optimizers opens as it is', () => {
  const old = JSON.parse(
    '{"version":1,"data":{"set":"gate","answers":[0,0,0,1],"noise":0,"points":160,"seed":1,"changes":[]},"model":{"layers":[{"type":"Dense","id":1,"units":1,"activation":"sigmoid","start":{"kernel":[0.9,-0.7],"bias":[-0.5]}}]},"compile":{"loss":"binary_crossentropy","optimizer":{"type":"SGD","learning_rate":0.5,"momentum":0},"metrics":["accuracy"]},"fit":{"batch_size":4,"epochs":null,"validation_split":0.2,"shuffle":true},"seed":1,"edits":[{"step":7,"patch":{"compile":{"optimizer":{"type":"SGD","learning_rate":0.05,"momentum":0.9}}}}]}',
  );
  expect(parseExperiment(old)).toEqual({ ok: true, experiment: old });
});

test.each([
  ['no momentum', { type: 'SGD', learning_rate: 1 }],
  ['a stranger’s setting', { type: 'Adam', learning_rate: 1, momentum: 0 }],
  ['an unknown optimizer', { type: 'Lion', learning_rate: 1 }],
  ['a beta of 1', { type: 'Adam', learning_rate: 1, beta_1: 1 }],
  ['an epsilon of 0', { type: 'Adam', learning_rate: 1, epsilon: 0 }],
  ['a switch that is a number', { type: 'Adam', learning_rate: 1, amsgrad: 1 }],
  ['a clipnorm of null', { ...sgd, clipnorm: null }],
  ['two ways to clip', { ...sgd, clipnorm: 1, clipvalue: 1 }],
  ['an unknown schedule', { ...sgd, schedule: { type: 'constructor', decay_steps: 1 } }],
  ['decay_steps of 0', { ...sgd, schedule: { type: 'CosineDecay', decay_steps: 0 } }],
  ['decay_steps of 1.5', { ...sgd, schedule: { type: 'CosineDecay', decay_steps: 1.5 } }],
  ['no decay_rate', { ...sgd, schedule: { type: 'ExponentialDecay', decay_steps: 5 } }],
  [
    'an infinite rate',
    { ...sgd, schedule: { type: 'ExponentialDecay', decay_steps: 5, decay_rate: Infinity } },
  ],
  [
    'falling boundaries',
    { ...sgd, schedule: { type: 'PiecewiseConstantDecay', boundaries: [5, 5], values: [1, 1] } },
  ],
  [
    'too few values',
    { ...sgd, schedule: { type: 'PiecewiseConstantDecay', boundaries: [5, 6], values: [1] } },
  ],
  ['no boundaries', { ...sgd, schedule: { type: 'PiecewiseConstantDecay', boundaries: [], values: [] } }],
  [
    'a million boundaries',
    { ...sgd, schedule: { type: 'PiecewiseConstantDecay', boundaries: Array(1e6).fill(1), values: [1] } },
  ],
])('an optimizer with %s is refused', (_name, optimizer) => {
  expect(opens({ optimizer })).toBe(false);
});

test.each([{ label_smoothing: 2 }, { delta: 0 }, { from_logits: 'yes' }, { surprise: 1 }])(
  'the loss settings %j are refused',
  (loss_settings) => {
    expect(opens({ loss_settings })).toBe(false);
  },
);

test('every optimizer and schedule opens as its move makes it', () => {
  for (const type of Object.keys(optimizers) as (keyof typeof optimizers)[]) {
    for (const name of Object.keys(schedules) as (keyof typeof schedules)[]) {
      const { compile } = after(
        gate,
        (now) => chooseOptimizer(now, type),
        (now) => chooseSchedule(now, name),
      );
      expect(compile.optimizer.schedule?.type).toBe(name);
      expect(opens(compile)).toBe(true);
    }
  }
});

test('a loss setting undone is gone from the document, also where there was none before', () => {
  const smoothed = moves.setLossSetting(gate, { ...smoothing }, 0.1);
  const undo = inverse(gate, smoothed);
  expect(JSON.parse(JSON.stringify(undo))).toEqual({ compile: { loss_settings: {} } });
  expect(Object.hasOwn(apply(apply(gate, smoothed), undo).compile, 'loss_settings')).toBe(false);
});

const smoothing = {
  kind: 'number',
  name: 'label_smoothing',
  words: { en: '', ko: '' },
  effect: 'keep',
  initial: 0,
  min: 0,
  max: 1,
  step: 0.1,
} as const;

test('another optimizer and each of its settings keep the weights', () => {
  for (const [type, { fields }] of Object.entries(optimizers)) {
    const design = after(gate, (now) => chooseOptimizer(now, type as keyof typeof optimizers));
    for (const field of fields) {
      const value = field.kind === 'switch' ? true : field.kind === 'number' ? 0.5 : null;
      expect(effectOf(design, setOptimizer(design, field, value)), `${type} ${field.name}`).toBe('keep');
    }
  }
  expect(effectOf(gate, chooseOptimizer(gate, 'Adagrad'))).toBe('keep');
});

test.each(golden.refused)(
  '$metric with integer answers is refused in Keras’s own words, and the fix is taken',
  ({ metric, says }) => {
    const on = { ...blobs, fit: { ...blobs.fit, batch_size: 8 } };
    const design = { ...on, compile: { ...on.compile, metrics: [metric as 'mse'] } };
    const problems = check(design);
    expect(problems.map(({ kind, keras }) => [kind, keras])).toEqual([
      ['refused', `Keras ${golden.keras} (jax): ${says}`],
    ]);
    expect(check(apply(design, problems[0]!.fix!.patch))).toEqual([]);
  },
);

test.each(golden.mismatched)(
  '$loss on outputs of another width is refused in Keras’s own words',
  ({ loss, says }) => {
    const layers = blobs.model.layers.map((layer, i, all) =>
      i === all.length - 1 ? { ...layer, units: 2 } : layer,
    );
    const design: Design = {
      ...blobs,
      model: { layers },
      compile: { ...blobs.compile, loss: loss as 'huber' },
      fit: { ...blobs.fit, batch_size: 8 },
    };
    expect(check(design)[0]?.keras).toBe(`Keras ${golden.keras} (jax): ${says}`);
  },
);

test('from_logits is explained where the outputs are no sums, and where sums are read as probabilities', () => {
  const logits = (activation: 'sigmoid' | 'linear' | 'relu') =>
    check(
      after(
        gate,
        (now) => moves.setActivation(now, 1, activation),
        () => ({ compile: { loss_settings: { from_logits: true } } }),
      ),
    );
  for (const activation of ['sigmoid', 'relu', 'linear'] as const) {
    const problems = logits(activation);
    expect(problems.map(({ kind, where }) => [kind, where.part])).toEqual([['silent', 'compile']]);
    expect(problems[0]!.text.ko).toMatch(/[가-힣]/);
  }
  expect(logits('sigmoid')[0]!.fix!.patch).toEqual({ compile: { loss_settings: {} } });
});
