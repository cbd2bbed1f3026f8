import { describe, expect, test } from 'vitest';
import type { ActivationName } from '../../../src/engine/activations/index.ts';
import type { LayerSpec } from '../../../src/engine/layers/index.ts';
import { shapedLayers } from '../../../src/experiment/widths.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { type Finding, findingsOf } from '../../../src/panels/gradients/findings.ts';
import type { LayerGradients } from '../../../src/worker/gradients.ts';
import { dense } from '../../worker/runs.ts';

interface Told {
  readonly activation: ActivationName;
  readonly delta: number | null;
  readonly factor?: number;
  readonly dead?: readonly number[];
}

const said = (
  layers: readonly Told[],
  rest: { rule?: boolean; atRest?: boolean } = {},
): readonly Finding[] => {
  const specs: LayerSpec[] = layers.map(({ activation }, i) =>
    dense(i + 1, i === layers.length - 1 ? 1 : 4, activation),
  );
  return findingsOf(
    layers.map(
      ({ delta, factor = 0.25, dead = [] }): LayerGradients => ({
        slopes: null,
        delta: delta === null ? null : { norm: delta, mean: delta },
        move: null,
        factor,
        sums: new Float32Array(0),
        dead,
        saturated: [],
      }),
    ),
    { model: shapedLayers({ ...opening, model: { layers: specs } }), rule: false, atRest: true, ...rest },
  );
};
const kinds = (findings: readonly Finding[]): string[] => findings.map(({ kind }) => kind);
const output: Told = { activation: 'sigmoid', delta: 0.5 };

describe('the way from the output to the first layer', () => {
  test('the slopes of the activations are written out as they are met, and the weights make up the rest', () => {
    const [way] = said([
      { activation: 'sigmoid', delta: 1e-4, factor: 0.2446 },
      { activation: 'tanh', delta: 0.01, factor: 0.0312 },
      { activation: 'sigmoid', delta: 0.02, factor: 0.2 },
      output,
    ]);
    // 0.20 × 0.031 × 0.24 = 0.001488, and 1e-4 / 0.5 = 2e-4 of it arrive.
    expect(way).toMatchObject({ kind: 'vanishing', layer: 0, factors: [0.2, 0.031, 0.24] });
    expect(way).toMatchObject({ ratio: expect.closeTo(2e-4, 12), product: expect.closeTo(0.001488, 12) });
    expect(way).toMatchObject({ weights: expect.closeTo(2e-4 / 0.001488, 10) });
  });

  test('less than a thousandth has vanished: whichever of slopes and weights leaves less is to blame', () => {
    const sigmoids = (delta: number) =>
      said([
        ...Array.from({ length: 6 }, (): Told => ({ activation: 'sigmoid', delta, factor: 0.25 })),
        output,
      ]);
    // 0.25⁶ = 2.4e-4
    expect(kinds(sigmoids(0.5 * 2e-4))).toEqual(['vanishing']);
    expect(kinds(sigmoids(0.5 * 1e-9))).toEqual(['small']);
    expect(kinds(sigmoids(0.5 * 1.01e-3))).toEqual(['fine']);
  });

  test('relu everywhere is never told to become relu', () => {
    const relus = said([
      ...Array.from({ length: 12 }, (): Told => ({ activation: 'relu', delta: 1e-5, factor: 0.5 })),
      output,
    ]);
    expect(kinds(relus)).toEqual(['small']);
  });

  test('more than a thousand times as much has exploded', () => {
    expect(kinds(said([{ activation: 'relu', delta: 501, factor: 1 }, output]))).toEqual(['exploding']);
    expect(kinds(said([{ activation: 'relu', delta: 499, factor: 1 }, output]))).toEqual(['fine']);
  });

  test('a layer without a curve of its own, and a linear one, have no factor', () => {
    const [way] = said([
      { activation: 'sigmoid', delta: 0.1, factor: 0.2 },
      { activation: 'linear', delta: 0.2, factor: 1 },
      output,
    ]);
    expect(way).toMatchObject({ kind: 'fine', factors: [0.2], product: 0.2 });
  });
});

test('a step function is what is said of, the last one, unless the perceptron rule does without its slope', () => {
  const steps: readonly Told[] = [
    { activation: 'step', delta: 0, factor: 0 },
    { activation: 'tanh', delta: 0.1 },
    { activation: 'step', delta: 0, factor: 0 },
    output,
  ];
  expect(said(steps)).toEqual([{ kind: 'step', layer: 2 }]);
  const one: Told = { activation: 'step', delta: 0.5, factor: 0 };
  expect(kinds(said([one], { rule: true }))).toEqual(['single']);
  expect(kinds(said([one]))).toEqual(['step']);
});

test('of dead units the layer with the largest share is named; a layer that is dead altogether comes alone', () => {
  const some = said([
    { activation: 'relu', delta: 0.1, dead: [1] },
    { activation: 'relu', delta: 0.2, dead: [0, 3] },
    output,
  ]);
  expect(kinds(some)).toEqual(['fine', 'dead']);
  expect(some[1]).toEqual({ kind: 'dead', layer: 1, units: [0, 3], whole: false });
  const whole = said([
    { activation: 'relu', delta: 0 },
    { activation: 'relu', delta: 0, dead: [0, 1, 2, 3] },
    output,
  ]);
  expect(whole).toEqual([{ kind: 'dead', layer: 1, units: [0, 1, 2, 3], whole: true }]);
});

test('what is not known is said to be so', () => {
  expect(kinds(said([{ activation: 'relu', delta: null, dead: [1] }, output], { atRest: false }))).toEqual([
    'notYet',
    'dead',
  ]);
  expect(kinds(said([{ activation: 'tanh', delta: null }, output], { atRest: false }))).toEqual(['notYet']);
  expect(
    kinds(
      said([
        { activation: 'tanh', delta: null },
        { ...output, delta: null },
      ]),
    ),
  ).toEqual(['noSlope']);
  expect(
    kinds(
      said([
        { activation: 'tanh', delta: 0 },
        { ...output, delta: 0 },
      ]),
    ),
  ).toEqual(['flat']);
  expect(kinds(said([output]))).toEqual(['single']);
});
