import { expect, test } from 'vitest';
import type { ActivationName } from '../../src/engine/activations/index.ts';
import type { LossName } from '../../src/engine/losses/index.ts';
import { SGD } from '../../src/engine/optimizers/sgd.ts';
import { apply, designAt } from '../../src/experiment/apply.ts';
import { check, type Problem } from '../../src/experiment/check.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { setOptimizer } from '../../src/experiment/optimizer.ts';
import { demos } from '../../src/experiment/demos.ts';
import { opening } from '../../src/experiment/presets.ts';
import golden from '../golden/pairings.json';

interface Entry {
  readonly classes: number;
  readonly units: number;
  readonly activation: string;
  readonly loss: string;
  readonly validation_split?: number;
  readonly refused?: string;
  readonly type?: string;
  readonly final?: number | string;
  readonly accuracy?: number;
  readonly moved?: boolean;
}

const entries: readonly Entry[] = golden.entries;
const gate = designAt(opening, 0);

/** The design Keras was asked about: 24 points, batches of 8. */
const designOf = (entry: Entry): Design => {
  const set = apply(gate, moves.chooseSet(gate, entry.classes === 2 ? 'circle' : 'blobs'));
  return {
    ...set,
    data: { ...set.data, points: golden.rows },
    model: {
      layers: [{ type: 'Dense', id: 1, units: entry.units, activation: entry.activation as ActivationName }],
    },
    compile: { ...set.compile, loss: entry.loss as LossName },
    fit: { ...set.fit, batch_size: golden.batch_size, validation_split: entry.validation_split ?? 0 },
  };
};

const nameOf = ({ classes, units, activation, loss }: Entry) =>
  `${classes} classes, ${units} ${activation}, ${loss}`;
const named = entries.map((entry) => [nameOf(entry), entry] as const);
const pairings = named.filter(([, entry]) => !entry.validation_split);

const RIGHT = new Set([
  '2 classes, 1 sigmoid, binary_crossentropy',
  '2 classes, 2 softmax, categorical_crossentropy',
  '2 classes, 2 softmax, sparse_categorical_crossentropy',
  '2 classes, 2 sigmoid, binary_crossentropy',
  '3 classes, 3 softmax, categorical_crossentropy',
  '3 classes, 3 softmax, sparse_categorical_crossentropy',
  '3 classes, 3 sigmoid, binary_crossentropy',
]);

test('Keras was asked about every pairing of 2 and 3 classes with 1 to 3 units, five activations and four losses', () => {
  expect(pairings).toHaveLength(2 * 3 * 5 * 4);
});

test.each(named)('%s: refused where Keras refuses, in Keras’s own words', (_name, entry) => {
  const refused = check(designOf(entry)).filter((problem) => problem.kind === 'refused');
  const said = `Keras ${golden.keras} (${golden.backend.split(' ')[0]}): ${entry.type}: ${entry.refused}`;
  expect(refused.map((problem) => problem.keras)).toEqual(entry.refused === undefined ? [] : [said]);
});

test.each(pairings)('%s: explained unless it is a pairing the course teaches', (name, entry) => {
  expect(check(designOf(entry)).length).toBe(RIGHT.has(name) ? 0 : 1);
});

test('what nothing is said about, Keras does learn', () => {
  const said = entries.filter((entry) => RIGHT.has(nameOf(entry)) && !entry.validation_split);
  expect(said.map((entry) => [entry.moved, entry.accuracy])).toEqual(said.map(() => [true, 1]));
});

const fixed = (design: Design) => {
  let current = design;
  for (let round = 0; round < 5; round++) {
    const [problem] = check(current);
    if (!problem?.fix) return current;
    current = apply(current, problem.fix.patch);
  }
  return current;
};

test.each(named)('%s: pressing the offered fixes ends with nothing to explain', (_name, entry) => {
  expect(check(fixed(designOf(entry)))).toEqual([]);
});

const whatIs = (design: Design, ...steps: ((design: Design) => Patch)[]): Problem[] =>
  check(steps.reduce((current, step) => apply(current, step(current)), design));

test('the presets have nothing to explain, the network built by hand only that it cannot learn', () => {
  for (const name of ['and', 'or', 'nand', 'xor', 'vanishing', 'digits', 'stripes'] as const)
    expect(check(designAt(demos[name], 0))).toEqual([]);
  const built = check(designAt(demos['hand-xor'], 0));
  expect(built.map((problem) => [problem.kind, problem.where, problem.text.en])).toEqual([
    [
      'silent',
      { part: 'layer', id: 1 },
      'The step function in layer 2 makes the slope 0. Layers 1 to 2 cannot learn.',
    ],
  ]);
});

test('a step function stops its own layer and those before it, not those after it', () => {
  const [problem, ...others] = whatIs(gate, moves.addLayer, (now) => moves.setActivation(now, 2, 'step'));
  expect(others).toEqual([]);
  expect(problem?.where).toEqual({ part: 'layer', id: 2 });
  expect(problem?.text.en).toBe('The step function in layer 1 makes the slope 0. Layer 1 cannot learn.');
  expect(problem?.text.ko).toBe('1층의 계단함수가 기울기를 0으로 만든다. 1층은 배우지 못한다.');
});

test('a step function under the perceptron rule is as it should be', () => {
  expect(whatIs(gate, (now) => moves.setActivation(now, 1, 'step'), moves.learnByRule)).toEqual([]);
});

test('the perceptron rule is refused with a hidden layer, explained with a sigmoid, a batch or momentum', () => {
  const rule = (now: Design) => moves.setLoss(now, 'perceptron');
  expect(whatIs(gate, moves.addLayer, rule).map((problem) => problem.kind)).toEqual(['refused']);
  expect(whatIs(gate, moves.learnByRule).map((problem) => problem.where)).toEqual([{ part: 'layer', id: 1 }]);
  const step = (now: Design) => moves.setActivation(now, 1, 'step');
  expect(whatIs(gate, step, rule).map((problem) => problem.where)).toEqual([{ part: 'fit' }]);
  const pushed = whatIs(gate, step, moves.learnByRule, (now) => setOptimizer(now, SGD.momentum, 0.9));
  expect(pushed.map((problem) => problem.where)).toEqual([{ part: 'fit' }]);
});

test('hidden layers without activations are one linear model; with one of them bent they are not', () => {
  const linear = (id: number) => (now: Design) => moves.setActivation(now, id, 'linear');
  const stack = whatIs(gate, moves.addLayer, moves.addLayer, linear(2), linear(3));
  expect(stack.map((problem) => problem.text.ko)).toEqual([
    '활성화함수가 없으면 층을 아무리 쌓아도 선형모델 하나와 같다.',
  ]);
  expect(whatIs(gate, moves.addLayer, moves.addLayer, linear(2))).toEqual([]);
});

test('a hidden softmax of one unit lets nothing through', () => {
  const softmax = whatIs(
    gate,
    moves.addLayer,
    (now) => moves.setUnits(now, 2, 1),
    (now) => moves.setActivation(now, 2, 'softmax'),
  );
  expect(softmax.map((problem) => problem.where)).toEqual([{ part: 'layer', id: 2 }]);
});

test('a validation share that leaves nothing to train on is refused, but never for an exact gate', () => {
  const greedy = (now: Design) => moves.setSplit(now, 0.9);
  const few = (now: Design) => moves.setPoints(now, 4);
  expect(whatIs(gate, greedy)).toEqual([]);
  const [problem] = whatIs(gate, (now) => moves.chooseSet(now, 'circle'), few, greedy);
  expect(problem?.kind).toBe('refused');
  expect(problem?.text.ko).toBe('점이 4개라 검증 비율 0.9를 떼면 훈련할 점이 남지 않는다.');
});
