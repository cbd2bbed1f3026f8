// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dataSet } from '../../../src/data/data.ts';
import { featureNames } from '../../../src/data/features.ts';
import { definitionOf } from '../../../src/engine/layers/index.ts';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { addLayer, chooseSet, setFeature, setLayer, setStandardize } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { shapedLayers } from '../../../src/experiment/widths.ts';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel.tsx';
import { useView } from '../../../src/state/view.ts';
import type { Map2d, Views } from '../../../src/worker/frame.ts';
import { fetchParts } from '../../../src/part.ts';

const run = vi.hoisted(() => ({ frame: null as unknown, views: {} as unknown }));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => run.frame,
  useViews: () => run.views,
  useShows: () => undefined,
}));
const experiment = vi.hoisted(() => ({
  design: null as unknown,
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const { patching } = await import('../stage.ts');
  return {
    useDesign: () => experiment.design,
    edit: patching(experiment.edit, () => experiment.design as Design),
  };
});

const show = (design: Design, views: Views = {}) => {
  experiment.design = design;
  const weights = shapedLayers(design).map(({ spec, inputs, units }) => ({
    kernel: new Float32Array(inputs * units).map((_zero, at) => (at + 1) / 10),
    bias: new Float32Array('use_bias' in spec && spec.use_bias === false ? 0 : units).fill(0.5),
  }));
  run.frame = { weights, playing: false, phase: null, position: { step: 1 } };
  run.views = views;
  return render(<NetworkPanel />);
};
const after = (...moves: readonly ((design: Design) => Patch)[]): Design =>
  moves.reduce((design: Design, move) => apply(design, move(design)), opening);
const withFeatures = (count: number) =>
  featureNames.slice(0, count).map((name) => (design: Design) => setFeature(design, name, true));

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  useView.setState(useView.getInitialState(), true);
});
afterEach(cleanup);

const ALL = ['x₁', 'x₂', 'x₁²', 'x₂²', 'x₁x₂', 'sin x₁', 'sin x₂'];
const SUBSCRIPTS = '₁₂₃₄₅₆₇';

test('one neuron with two to seven inputs has a weight for each, named in the drawing and in the formula', () => {
  for (let count = 2; count <= 7; count += 1) {
    const names = ALL.slice(0, count);
    const { container } = show(after(...withFeatures(count - 2)));
    const shown = screen.getAllByRole('spinbutton').map((number) => number.getAttribute('aria-label'));
    expect(shown).toEqual([
      ...names.map((name, index) => `w${SUBSCRIPTS[index]}, weight of ${name}`),
      'b, bias',
    ]);
    const sum = names.map((name, index) => `0.${index + 1}00·${name}`).join(' + ');
    expect(container.textContent).toContain(`z = ${sum} + 0.500`);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain(names.join(', '));
    cleanup();
  }
});

test('an arrow key on the weight of an input made by hand sets that weight', () => {
  show(after(...withFeatures(5)));
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: /weight of sin x₂/ }), { key: 'ArrowUp' });
  expect(experiment.edit.mock.lastCall?.[0].weights).toEqual([
    { layer: 0, at: 6, value: expect.closeTo(0.8, 6) },
  ]);
});

test('one input is x with the weight w, and a linear neuron of it is y = wx + b', () => {
  const line = after((design) => chooseSet(design, 'line'));
  const { container } = show(line);
  expect(container.textContent).toContain('2 parameters: w, b');
  expect(screen.getByRole('spinbutton', { name: 'w, weight of x' })).toBeTruthy();
  expect(container.textContent).toContain('ŷ = 0.100·x + 0.500');
  expect(container.textContent).toContain('linear model y = wx + b');
  expect(container.textContent).not.toContain('above 0.5');
  cleanup();
  useView.setState({ language: 'ko' });
  expect(show(line).container.textContent).toContain('선형모델 y = wx + b');
});

test('many weights are named by the first and the last above the drawing', () => {
  expect(show(after(...withFeatures(5))).container.textContent).toContain('8 parameters: w₁ … w₇, b');
});

test('without use_bias there is no bias to set, no 1, and none in the formula', () => {
  const [neuron] = opening.model.layers;
  const field = neuron && definitionOf(neuron).fields.find(({ name }) => name === 'use_bias');
  if (!field) throw new Error('Dense has lost its use_bias.');
  const { container } = show(after((design) => setLayer(design, 1, field, false)));
  expect(screen.queryByRole('spinbutton', { name: /bias/ })).toBeNull();
  expect(container.textContent).toContain('2 parameters: w₁, w₂');
  expect(container.textContent).toContain('z = 0.100·x₁ + 0.200·x₂linear model');
});

test('of a number the activation has no line at 0.5, and ŷ of the point that is pointed at is told', () => {
  const line = after((design) => chooseSet(design, 'line'));
  const data = dataSet(line.data);
  const sums = new Float32Array(data.rows).fill(0.125);
  const views: Views = { points: { outputs: [sums], sums: [sums], losses: sums } };
  const id = data.ids[3] ?? 0;
  useView.setState({ hovered: { kind: 'point', id } });
  const { container } = show(line, views);
  const picture = screen.getByRole('img');
  expect(picture.textContent).toContain('0.125');
  expect(picture.textContent).not.toContain('0.5');
  expect(container.querySelector('svg[role=img] path[class*=threshold]')).toBeNull();
  cleanup();
  useView.setState({ hovered: { kind: 'point', id }, predictionsHidden: true });
  show(line, views);
  expect(screen.getByRole('img').textContent).not.toContain('0.125');
});

test('in a network every input stands under its own name', () => {
  const { container } = show(after(...withFeatures(5), (design) => addLayer(design)));
  for (const name of ALL) expect(container.textContent).toContain(name);
});

test('with one input tiles are curves, with the place of the point that is pointed at', () => {
  const sine = after(
    (design) => chooseSet(design, 'sine'),
    (design) => addLayer(design),
  );
  const { region, ids } = dataSet(sine.data);
  const curve = (): Map2d => ({
    size: 8,
    rows: 1,
    region,
    values: Float32Array.of(-1, -1, 0, 0, 0.5, 1, 1, 1),
  });
  const tiles = [[curve(), curve(), curve(), curve()], [curve()]];
  const { container } = show(sine, { tiles });
  expect(container.querySelectorAll('canvas')).toHaveLength(0);
  expect(container.querySelectorAll('path[class*=line]').length).toBeGreaterThanOrEqual(6);
  expect(container.querySelectorAll('path[class*=pointed]')).toHaveLength(0);
  cleanup();
  useView.setState({ pinned: ids[0] ?? 0 });
  const pointed = show(sine, { tiles }).container;
  expect(pointed.querySelectorAll('path[class*=pointed]')).toHaveLength(6);
});

test('standardised inputs are called so below their column, in both languages', () => {
  const design = after(
    (now) => setStandardize(now, true),
    (now) => addLayer(now),
  );
  expect(show(design).container.textContent).toContain('standardised');
  cleanup();
  useView.setState({ language: 'ko' });
  expect(show(design).container.textContent).toContain('표준화한 입력');
});

test('one neuron says beside its formula that its inputs are standardised, in both languages', () => {
  const plain = after((design) => setStandardize(design, false));
  const standardised = after((design) => setStandardize(design, true));
  expect(show(plain).container.textContent).not.toContain('standardised');
  cleanup();
  expect(show(standardised).container.textContent).toContain(
    'Here x₁, x₂ are standardised: each without its mean, divided by its standard deviation.',
  );
  cleanup();
  useView.setState({ language: 'ko' });
  expect(show(standardised).container.textContent).toContain(
    '여기서 x₁, x₂는 표준화한 값이다: 저마다 평균을 빼고 표준편차로 나누었다.',
  );
});
