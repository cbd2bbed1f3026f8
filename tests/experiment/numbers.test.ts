import { expect, test } from 'vitest';
import { type ActivationName, activationNames } from '../../src/engine/activations/index.ts';
import { type LossName, lossNames } from '../../src/engine/losses/index.ts';
import { type MetricName, metricNames } from '../../src/engine/metrics/index.ts';
import { apply, designAt } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { opening } from '../../src/experiment/presets.ts';
import golden from '../golden/regression.json';

interface Entry {
  readonly data: string;
  readonly units: number;
  readonly activation: string;
  readonly loss: string;
  readonly refused?: string;
  readonly type?: string;
  readonly warned?: readonly string[];
  readonly moved?: boolean;
  readonly off?: number | string;
}

const entries: readonly Entry[] = golden.entries;
const gate = designAt(opening, 0);
const KERAS = `Keras ${golden.keras} (${golden.backend.split(' ')[0]})`;
const after = (before: Design, ...steps: ((now: Design) => Patch)[]) =>
  steps.reduce((now, step) => apply(now, step(now)), before);

/** A number of the kind Keras was asked about, with one output layer. */
const asked = (data: string, units: number, activation: string, loss: string): Design => {
  const set = after(
    gate,
    (now) => moves.chooseSet(now, data === 'scores' ? 'grades' : 'plane'),
    (now) => moves.setPoints(now, golden.rows),
    (now) => moves.setSplit(now, 0),
    (now) => moves.setBatchSize(now, golden.batch_size),
  );
  return {
    ...set,
    model: { layers: [{ type: 'Dense', id: 1, units, activation: activation as ActivationName }] },
    compile: { ...set.compile, loss: loss as LossName },
  };
};
const designOf = ({ data, units, activation, loss }: Entry) => asked(data, units, activation, loss);

const named = entries.map(
  (entry) => [`${entry.data}, ${entry.units} ${entry.activation}, ${entry.loss}`, entry] as const,
);
const about = (design: Design) => check(design).filter(({ text }) => !text.en.startsWith('mae compares'));

test('Keras was asked about every loss with one output of every activation, and with two', () => {
  const losses = lossNames.filter((name) => name !== 'perceptron');
  const activations = activationNames.filter((name) => name !== 'step');
  expect(entries).toHaveLength(2 * losses.length * (activations.length + 3));
  expect(new Set(entries.map(({ activation }) => activation))).toEqual(new Set(activations));
});

test.each(named)('%s: refused where Keras’s loss refuses, in Keras’s own words', (_name, entry) => {
  const refused = about(designOf(entry)).filter(({ kind }) => kind === 'refused');
  const said = `${KERAS}: ${entry.type}: ${entry.refused}`;
  expect(refused.map(({ keras }) => keras)).toEqual(entry.refused === undefined ? [] : [said]);
});

test.each(named)(
  '%s: one thing is said at most, and what Keras itself warns of is quoted',
  (_name, entry) => {
    const [problem, ...others] = about(designOf(entry));
    expect(others).toEqual([]);
    const quoted = problem?.keras?.replace(`${KERAS}: `, '');
    expect(entry.refused === undefined && quoted !== undefined && !entry.warned?.includes(quoted)).toBe(
      false,
    );
    // The warning of softmax over one unit gives way to what is said about the loss.
    expect((entry.warned?.length ?? 0) > 0 && problem === undefined).toBe(false);
  },
);

test.each(named)(
  '%s: what nothing is said about, Keras learns; where no weight moves, something is said',
  (_name, entry) => {
    const silent = about(designOf(entry)).length === 0;
    expect(silent && !(Number(entry.off) < 0.6)).toBe(false);
    expect(entry.moved === false && silent).toBe(false);
  },
);

test('one linear unit with a loss for numbers has nothing to explain', () => {
  for (const data of ['plane', 'scores'])
    for (const loss of ['mean_squared_error', 'mean_absolute_error', 'huber'])
      expect(check(asked(data, 1, 'linear', loss))).toEqual([]);
});

const fixed = (design: Design) => {
  let now = design;
  for (let round = 0; round < 5; round++) {
    const [problem] = check(now);
    if (!problem?.fix) return now;
    now = apply(now, problem.fix.patch);
  }
  return now;
};

test.each(named)('%s: pressing the offered fixes ends with nothing to explain', (_name, entry) => {
  expect(check(fixed(designOf(entry)))).toEqual([]);
});

test('a sigmoid cannot give a score, nor relu what is below 0, and linear is offered', () => {
  const [score] = check(asked('scores', 1, 'sigmoid', 'mean_squared_error'));
  expect(score?.text.en).toMatch(
    /^sigmoid gives numbers from 0 to 1 only; the answers go from \d+ to \d+\.$/i,
  );
  expect(score?.text.ko).toMatch(/^시그모이드.*의 출력은 0부터 1까지인데 정답은 \d+부터 \d+까지 있다\.$/);
  const [below] = check(asked('plane', 1, 'relu', 'mean_squared_error'));
  expect(below?.text.en).toMatch(/^relu gives no number below 0; the answers go down to −0\.\d+\.$/i);
  expect(check(asked('scores', 1, 'relu', 'mean_squared_error'))).toEqual([]);
});

test('a step function at the end is spoken of once for its range and once for its slope, and one fix is enough', () => {
  const problems = check(asked('scores', 1, 'step', 'mean_squared_error'));
  expect(problems.map(({ where }) => where.part)).toEqual(['layer', 'layer']);
  expect(check(apply(asked('scores', 1, 'step', 'mean_squared_error'), problems[0]!.fix!.patch))).toEqual([]);
});

test('the perceptron rule is not for numbers, with a hidden layer or without', () => {
  const ruled = asked('plane', 1, 'linear', 'perceptron');
  expect(check(ruled).map(({ kind }) => kind)).toEqual(['silent']);
  expect(check(fixed(ruled))).toEqual([]);
  const deep = { ...ruled, model: after(ruled, moves.addLayer).model };
  expect(check(deep).map(({ kind }) => kind)).toEqual(['refused']);
  expect(check(fixed(deep))).toEqual([]);
});

test('with several outputs sparse_categorical_crossentropy and a metric over them are refused as Keras does', () => {
  const problems = check(asked('plane', 2, 'softmax', 'sparse_categorical_crossentropy'));
  expect(problems.map(({ kind }) => kind)).toEqual(['refused', 'silent']);
  expect(
    check(apply(asked('plane', 2, 'softmax', 'sparse_categorical_crossentropy'), problems[0]!.fix!.patch)),
  ).toEqual([]);
});

test('from_logits on numbers goes with the loss it belongs to', () => {
  const logits = after(asked('plane', 1, 'linear', 'binary_crossentropy'), () => ({
    compile: { loss_settings: { from_logits: true } },
  }));
  expect(check(logits)).toHaveLength(1);
  expect(check(fixed(logits))).toEqual([]);
  expect(Object.keys(fixed(logits).compile)).not.toContain('loss_settings');
});

const measured = (...metrics: readonly MetricName[]): Design => {
  const design = asked('scores', 1, 'linear', 'mean_squared_error');
  return { ...design, compile: { ...design.compile, metrics } };
};

test('of answers half right and half off by 2, metrics for classes make nonsense in Keras, and each is spoken of', () => {
  const said = Object.fromEntries(golden.metrics.map(({ metric, value }) => [metric, value]));
  expect(said).toMatchObject({ accuracy: 0, auc: 0, precision: 1, recall: 1, top_k_categorical_accuracy: 1 });
  // No F1 is above 1.
  expect(said['f1_score']).toBeGreaterThan(1.9);
  expect(said).toMatchObject({ mse: 2, mae: 1 });
  const found = metricNames.map((name) => [name, check(measured(name)).map(({ where }) => where.part)]);
  const ofNumbers = new Set<MetricName>(['mse', 'mae', 'r2_score']);
  expect(found).toEqual(metricNames.map((name) => [name, ofNumbers.has(name) ? [] : ['compile']]));
  expect(golden.metrics.find(({ metric }) => metric === 'accuracy')?.resolved).toBe('binary_accuracy');
});

test('metrics for classes become one mae, the others stay, and settings of what is gone go', () => {
  const design = measured('accuracy', 'mse', 'precision');
  const set = {
    ...design,
    compile: { ...design.compile, metric_settings: { precision: { thresholds: 0.3 } } },
  };
  const [problem] = check(set);
  expect(problem?.text.ko).toContain('binary_accuracy');
  const { compile } = apply(set, problem!.fix!.patch);
  expect(compile.metrics).toEqual(['mae', 'mse']);
  expect(Object.keys(compile)).not.toContain('metric_settings');
});

test('inputs far from 1 are spoken of where Keras runs away or learns nothing, and standardised they are not', () => {
  const final = (standardized: boolean) =>
    golden.scales.filter((each) => each.standardized === standardized).map(({ final: loss }) => loss);
  // binary_crossentropy at half and half is 0.693.
  expect(final(false).every((loss) => loss === 'not finite' || Number(loss) > 0.693)).toBe(true);
  expect(final(true).every((loss) => Number(loss) < 0.2)).toBe(true);
  for (const target of ['score', 'pass', 'grade']) {
    const grades = after(
      gate,
      (now) => moves.chooseSet(now, 'grades'),
      (now) => moves.chooseTarget(now, target),
    );
    expect(check(grades)).toEqual([]);
    const raw = apply(grades, moves.setStandardize(grades, false));
    const problems = check(raw);
    expect(problems.map(({ kind, where }) => [kind, where.part])).toEqual([['silent', 'data']]);
    expect(problems[0]?.text.en).toMatch(/^Inputs as large as (9\d|100) \(attendance x₂\)/);
    expect(problems[0]?.text.ko).toMatch(/\(출석률 x₂\)/);
    expect(apply(raw, problems[0]!.fix!.patch)).toEqual(grades);
  }
});

test('all other data, with every input made by hand, are near enough to 1; so is what a first BatchNormalization takes in', () => {
  const sets = ['gate', 'circle', 'moons', 'spiral', 'blobs', 'line', 'sine', 'plane'] as const;
  for (const set of sets) {
    let design = after(gate, (now) => moves.chooseSet(now, set));
    for (const name of ['x1_squared', 'x2_squared', 'x1_x2', 'sin_x1', 'sin_x2'] as const)
      design = apply(design, moves.setFeature(design, name, true));
    expect(check(design)).toEqual([]);
  }
  const normalised = after(
    gate,
    (now) => moves.chooseSet(now, 'grades'),
    (now) => moves.setStandardize(now, false),
    (now) => moves.addLayer(now, 0, 'BatchNormalization'),
  );
  expect(check(normalised)).toEqual([]);
});

test('Dropout at rate 1 lets nothing through: in Keras only the last bias moves', () => {
  expect(golden.dropout).toEqual([false, false, false, true]);
  const dropped = after(
    gate,
    moves.addLayer,
    (now) => moves.addLayer(now, 1, 'Dropout'),
    ({ model }) => ({
      model: {
        layers: model.layers.map((layer) => (layer.type === 'Dropout' ? { ...layer, rate: 1 } : layer)),
      },
    }),
  );
  const [problem, ...others] = check(dropped);
  expect(others).toEqual([]);
  expect([problem?.kind, problem?.where]).toEqual(['silent', { part: 'layer', id: 3 }]);
  expect(check(apply(dropped, problem!.fix!.patch))).toEqual([]);
});
