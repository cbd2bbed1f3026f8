import { expect, test } from 'vitest';
import { apply, designAt, effectOf, inverse } from '../../src/experiment/apply.ts';
import { classWeightsOf, setClassWeight } from '../../src/experiment/classWeight.ts';
import * as moves from '../../src/experiment/moves.ts';
import { parseExperiment } from '../../src/experiment/parse.ts';
import { opening } from '../../src/experiment/presets.ts';

const gate = designAt(opening, 0);
const moons = apply(gate, moves.chooseSet(gate, 'moons'));
const opens = (fit: object): boolean => parseExperiment({ ...opening, fit: { ...opening.fit, ...fit } }).ok;
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

test.each([[-1], [1000.5], [Number.NaN], [Infinity], ['1'], [null], Array(11).fill(1)])(
  'class weights of %j are refused',
  (...class_weight) => {
    expect(opens({ class_weight })).toBe(false);
  },
);

test('a class weight enters the document when it is not 1, keeps the weights, and leaves it when all are 1', () => {
  const patch = setClassWeight(moons, 2, 1, 2.5);
  expect(patch).toEqual({ fit: { class_weight: [1, 2.5] } });
  expect(effectOf(moons, patch)).toBe('keep');
  const weighted = apply(moons, patch);
  expect(opens(weighted.fit)).toBe(true);
  expect(classWeightsOf(weighted, 3)).toEqual([1, 2.5, 1]);
  expect(apply(weighted, plain(inverse(moons, patch)))).toEqual(moons);
  expect(apply(weighted, setClassWeight(weighted, 2, 1, 1))).toEqual(moons);
});
