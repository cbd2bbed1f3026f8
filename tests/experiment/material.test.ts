import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetOf } from '../../src/data/data.ts';
import { type FeatureName, featureNames } from '../../src/data/features.ts';
import { type SetName, sets } from '../../src/data/sets/index.ts';
import { apply, designAt, effectOf, inverse } from '../../src/experiment/apply.ts';
import { check } from '../../src/experiment/check.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import * as moves from '../../src/experiment/moves.ts';
import { chooseOptimizer } from '../../src/experiment/optimizer.ts';
import { opening } from '../../src/experiment/presets.ts';
import { outputOf } from '../../src/experiment/widths.ts';
import { designs } from './designs.ts';

const design = designAt(opening, 0);
const after = (before: Design, ...steps: ((now: Design) => Patch)[]) =>
  steps.reduce((now, step) => apply(now, step(now)), before);

/** The output layer, loss, metrics and rate of a design: what the course's table speaks of. */
const table = ({ model, compile }: Design) => {
  const { units, activation } = outputOf(model);
  return [units, activation, compile.loss, compile.metrics.join(), compile.optimizer.learning_rate];
};

const BINARY = [1, 'sigmoid', 'binary_crossentropy', 'accuracy', 0.5];
const NUMBER = [1, 'linear', 'mean_squared_error', 'mae', 0.1];
/** Pictures come with Adam at 0.002. */
const PICTURES = (classes: number) => [
  classes,
  'softmax',
  'sparse_categorical_crossentropy',
  'accuracy',
  0.002,
];
const EXPECTED: Readonly<Record<SetName, readonly unknown[]>> = {
  gate: BINARY,
  circle: BINARY,
  moons: BINARY,
  spiral: BINARY,
  blobs: [3, 'softmax', 'sparse_categorical_crossentropy', 'accuracy', 0.5],
  three: NUMBER,
  line: NUMBER,
  sine: NUMBER,
  plane: NUMBER,
  grades: [1, 'linear', 'mean_squared_error', 'mae', 0.01],
  digits: PICTURES(10),
  shifted_digits: PICTURES(10),
  shapes: PICTURES(4),
  stripes: PICTURES(4),
};

test.each(Object.entries(EXPECTED))('choosing %s sets the course’s table', (set, expected) => {
  const chosen = after(design, (now) => moves.chooseSet(now, set as SetName));
  expect(table(chosen)).toEqual(expected);
  expect([chosen.data.noise, chosen.data.points, chosen.data.standardize ?? false]).toEqual([
    sets[set as SetName].preset.noise,
    sets[set as SetName].preset.points,
    set === 'grades',
  ]);
  expect(check(chosen)).toEqual([]);
});

test('the targets of the grades are regression, two classes and three classes', () => {
  const grades = after(design, moves.newWeights, (now) => moves.chooseSet(now, 'grades'));
  const asked = (target: string) => after(grades, (now) => moves.chooseTarget(now, target));
  expect(table(asked('pass'))).toEqual(BINARY);
  expect(table(asked('grade'))).toEqual(EXPECTED.blobs);
  expect(asked('score')).toEqual(grades);
  for (const target of ['pass', 'grade']) {
    expect(check(asked(target))).toEqual([]);
    expect(after(asked(target), (now) => moves.chooseTarget(now, 'score'))).toEqual(grades);
  }
});

test('another target keeps moved points, and lets go of added ones, whose answers were of the other kind', () => {
  const changed = after(
    design,
    (now) => moves.chooseSet(now, 'grades'),
    (now) => moves.movePoint(now, 3, [5, 70]),
    (now) => moves.addPoint(now, [5, 80], 91),
    (now) => moves.chooseTarget(now, 'grade'),
  );
  expect(changed.data.changes).toEqual([{ op: 'move', id: 3, x: [5, 70] }]);
});

test('metrics that were chosen stay where classes stay classes, and another optimizer keeps its rate', () => {
  const adam = after(
    design,
    (now) => chooseOptimizer(now, 'Adam'),
    (now) => moves.toggleMetric(now, 'mse'),
  );
  const blobs = after(adam, (now) => moves.chooseSet(now, 'blobs'));
  expect(blobs.compile.metrics).toEqual(['accuracy', 'mse']);
  const line = after(adam, (now) => moves.chooseSet(now, 'line'));
  expect([line.compile.metrics, line.compile.optimizer]).toEqual([['mae'], adam.compile.optimizer]);
});

test('what was made of the inputs goes with the data it was made for', () => {
  const made = after(
    design,
    (now) => moves.chooseSet(now, 'moons'),
    (now) => moves.setFeature(now, 'x1_x2', true),
    (now) => moves.setStandardize(now, true),
    (now) => moves.chooseSet(now, 'circle'),
  );
  expect(Object.keys(made.data)).not.toContain('features');
  expect(Object.keys(made.data)).not.toContain('standardize');
});

test('an input taken in and out again leaves the design as it was, but for first weights that no longer fitted', () => {
  const { start: _dropped, ...plain } = outputOf(design.model);
  for (const name of featureNames) {
    const taken = after(design, (now) => moves.setFeature(now, name, true));
    expect(taken.data.features).toEqual([name]);
    expect(after(taken, (now) => moves.setFeature(now, name, false))).toEqual({
      ...design,
      model: { layers: [plain] },
    });
  }
});

test('inputs stand in the document in the order in which they are offered', () => {
  const order: readonly FeatureName[] = ['sin_x2', 'x1_squared', 'x1_x2'];
  const made = order.reduce(
    (now, name) => after(now, (before) => moves.setFeature(before, name, true)),
    design,
  );
  expect(made.data.features).toEqual(['x1_squared', 'x1_x2', 'sin_x2']);
});

test('target, inputs and standardising start over', () => {
  const grades = after(design, (now) => moves.chooseSet(now, 'grades'));
  for (const patch of [
    moves.chooseTarget(grades, 'pass'),
    moves.setFeature(grades, 'x1_squared', true),
    moves.setStandardize(grades, false),
  ]) {
    expect(effectOf(grades, patch)).toBe('restart');
  }
  expect(effectOf(grades, moves.chooseTarget(grades, 'score'))).toBe('keep');
  expect(effectOf(grades, moves.setStandardize(grades, true))).toBe('keep');
});

const ofData: fc.Arbitrary<(now: Design) => Patch> = fc.oneof(
  fc
    .constantFrom(...(Object.keys(sets) as SetName[]))
    .map((set) => (now: Design) => moves.chooseSet(now, set)),
  fc.nat(2).map((at) => (now: Design) => {
    const { targets } = sets[now.data.set];
    return moves.chooseTarget(now, (targets[at] ?? targets[0]).name);
  }),
  fc.tuple(fc.constantFrom(...featureNames), fc.boolean()).map(
    ([name, on]) =>
      (now: Design) =>
        moves.setFeature(now, name, on),
  ),
  fc.boolean().map((on) => (now: Design) => moves.setStandardize(now, on)),
  fc.constantFrom(
    moves.newSample,
    (now: Design) => moves.setNoise(now, 0.1),
    (now: Design) => moves.setPoints(now, 9),
  ),
);

test('every move of the data is undone exactly, whatever it was done to', () => {
  fc.assert(
    fc.property(designs, ofData, (before, move) => {
      const patch = move(before);
      expect(apply(apply(before, patch), inverse(before, patch))).toEqual(before);
    }),
  );
});

test('after any move of the data nothing is left to explain about output, loss and answers', () => {
  const kinds = fc.constantFrom(...(Object.keys(sets) as SetName[]));
  fc.assert(
    fc.property(kinds, kinds, fc.nat(2), (first, second, at) => {
      const chosen = after(
        design,
        (now) => moves.chooseSet(now, first),
        (now) => moves.chooseSet(now, second),
        (now) => moves.chooseTarget(now, (sets[second].targets[at] ?? sets[second].targets[0]).name),
      );
      expect(check(chosen)).toEqual([]);
      const kind = targetOf(chosen.data).kind;
      expect(chosen.compile.metrics).toEqual([kind === 'number' ? 'mae' : 'accuracy']);
    }),
  );
});
