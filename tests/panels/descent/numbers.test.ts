import { expect, test } from 'vitest';
import { dataSet } from '../../../src/data/data.ts';
import { oneWeight } from '../../../src/experiment/demos.ts';
import { apply, designAt } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { momentOf, moveOf, placesOf } from '../../../src/panels/descent/moment.ts';
import {
  bracketed,
  errorWords,
  exact,
  meanWords,
  rateWords,
  signed,
} from '../../../src/panels/descent/numbers.ts';
import {
  curveOf,
  errorRows,
  isOneWeight,
  leastOver,
  lossOver,
  regionOf,
} from '../../../src/panels/descent/oneWeight.ts';
import { rateAt, RATES } from '../../../src/panels/descent/words.ts';
import type { Frame } from '../../../src/worker/frame.ts';

const design = designAt(oneWeight, 0);
const rows = (w: number) => errorRows(design, dataSet(design.data), w);

test('numbers are printed as they are: no needless zeros, two decimals at most, a third where it is a half', () => {
  expect([0, -0, 4, 1.5, 0.25, 1.75, -2.8, 0.542, 5.456, -0.88].map(exact)).toEqual([
    '0',
    '0',
    '4',
    '1.5',
    '0.25',
    '1.75',
    '−2.8',
    '0.54',
    '5.46',
    '−0.88',
  ]);
  expect([1.875, 0.125, -0.0625].map(exact)).toEqual(['1.875', '0.125', '−0.06']);
  expect([1, -1.5, 0, 0.001].map(signed)).toEqual(['+1', '−1.5', '0', '0']);
  expect([-4, 2].map(bracketed)).toEqual(['(−4)', '2']);
  // As the engine has them.
  expect([Math.fround(0.05), Math.fround(0.4875)].map(rateWords)).toEqual(['0.05', '0.4875']);
  expect([-0.4, -2, -2.8, 1.62].map((error) => errorWords(Math.fround(error)))).toEqual([
    '−0.4',
    '−2.0',
    '−2.8',
    '1.62',
  ]);
});

test('squares are printed with as many decimals as tell them, and add up to their mean', () => {
  expect(meanWords([0.16, 4, 7.84])).toEqual({ squares: ['0.16', '4.00', '7.84'], mean: '4.00' });
  expect(meanWords([0.0025, 0.0625, 0.1225])).toEqual({
    squares: ['0.0025', '0.0625', '0.1225'],
    mean: '0.0625',
  });
  // w = 0.38: 0.104976, 2.6244, 5.143824 with the mean 2.6244.
  const { squares, mean } = meanWords([0.104976, 2.6244, 5.143824]);
  expect(squares.reduce((sum, square) => sum + Number(square), 0)).toBeCloseTo(7.87, 10);
  expect(mean).toBe('2.62');
});

test('over the three points the loss is (w − 2)², least at 2, and the curve is that', () => {
  for (const [w, loss] of curveOf(lossOver(rows(0)), [-1, 5])) expect(loss).toBeCloseTo((w - 2) ** 2, 10);
  expect(leastOver(rows(0))).toBeCloseTo(2, 12);
  expect(rows(3).map(({ prediction, answer }) => prediction - answer)).toEqual([
    expect.closeTo(0.2, 10),
    expect.closeTo(1, 10),
    expect.closeTo(1.4, 10),
  ]);
});

test('what is drawn holds every marked place, and stays as it is while all lie within', () => {
  const usual = regionOf([[0, 4]]);
  expect(regionOf([[4, 4]])).toEqual(usual);
  const wide = regionOf([
    [5.456, 11.94],
    [-2.15, 17.2],
  ]);
  expect(wide.across[0]).toBeLessThan(-2.15);
  expect(wide.across[1]).toBeGreaterThan(5.456);
  expect(wide.up[1]).toBeGreaterThan(17.2);
});

const other = (patch: Patch): Design => apply(design, patch);
const layer = design.model.layers[0]!;

test('one weight is one weight: a bias, another loss, a penalty or another network are more', () => {
  expect(isOneWeight(design)).toBe(true);
  expect(isOneWeight(other({ compile: { loss: 'mean_absolute_error' } }))).toBe(false);
  for (const change of [
    { use_bias: true },
    { units: 2 },
    { activation: 'tanh' },
    { kernel_regularizer: { type: 'L2', l2: 0.1 } },
  ] as const) {
    expect(isOneWeight(other({ model: { layers: [{ ...layer, ...change }] } }))).toBe(false);
  }
  expect(isOneWeight(other({ data: { features: ['x1_squared'] } }))).toBe(false);
  expect(isOneWeight(other({ data: { standardize: true } }))).toBe(false);
});

test('each rate is named by what it does to w − 2, which every update multiplies by 1 − 2η', () => {
  for (const [at, { mark }] of RATES.entries()) expect(rateAt(mark)).toBe(at);
  const named = (rate: number) => RATES[rateAt(rate)]?.words.en;
  expect([0.5, 0.51, 0.99, 1.01].map(named)).toEqual([
    'steady',
    'over and back',
    'over and back',
    'diverges',
  ]);
  // A rate that a schedule has made is a Float32.
  expect(named(Math.fround(1.0000001))).toBe('to and fro');
});

const frame = (step: number): Frame =>
  ({
    position: { step, epoch: step, cursor: 0, batch: 0, phase: 0 },
    weights: [{ kernel: Float32Array.of(1.5), bias: new Float32Array(0) }],
    reading: { present: 0.25 },
    optimizer: { iterations: step, learning_rate: 0.25 },
  }) as unknown as Frame;

test('the trail joins places that follow each other; across a gap nothing is joined', () => {
  const places = new Map([
    [0, 0],
    [1, 1],
    [3, 1.3],
    [4, 1.4],
  ]);
  expect(momentOf(frame(5), undefined, places)?.trail).toEqual([1.3, 1.4]);
  expect(momentOf(frame(2), undefined, places)?.trail).toEqual([0, 1]);
  expect(momentOf(frame(3), undefined, places)?.trail).toEqual([]);
});

test('before the slope is computed there is neither a move nor a next place', () => {
  const moment = momentOf(frame(1), undefined, new Map([[0, 0]]))!;
  expect([moment.slope, moment.after, moveOf(moment)]).toEqual([null, null, null]);
});

test('what was seen counts before what the trainer has kept: an edit at a step is seen, not kept', () => {
  const past = { layer: 0, at: 0, steps: Float64Array.of(0, 1), values: Float32Array.of(0, 1) };
  expect([...placesOf(past, new Map([[0, 3]]))]).toEqual([
    [0, 3],
    [1, 1],
  ]);
});
