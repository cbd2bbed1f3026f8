// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { apply } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { addLayer, chooseSet, setActivation, setUnits } from '../../../src/experiment/moves.ts';
import { demos } from '../../../src/experiment/demos.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel.tsx';
import { noteDeed } from '../../../src/state/deed.ts';
import { useView } from '../../../src/state/view.ts';
import type { Views, Weights } from '../../../src/worker/frame.ts';
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

const OPENING: Weights = { kernel: Float32Array.of(0.9, -0.7), bias: Float32Array.of(-0.5) };
const BUILT: readonly Weights[] = [
  { kernel: Float32Array.of(1, -1, 1, -1), bias: Float32Array.of(-0.5, 1.5) },
  { kernel: Float32Array.of(1, 1), bias: Float32Array.of(-1.5) },
];
const grown: Design = apply(opening, addLayer(opening));
const ZEROS: readonly Weights[] = [
  { kernel: new Float32Array(8), bias: Float32Array.of(0, -0.788, 0, 0) },
  { kernel: new Float32Array(4), bias: new Float32Array(1) },
];

const show = (design: Design, weights: readonly Weights[] | null, views: Views = {}, step = 0) => {
  experiment.design = design;
  run.frame = weights && { weights, playing: false, phase: null, position: { step } };
  run.views = views;
  return render(<NetworkPanel />);
};

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  useView.setState(useView.getInitialState(), true);
});
afterEach(cleanup);

test('one neuron shows its three parameters as numbers and its formula with them', () => {
  const { container } = show(opening, [OPENING]);
  expect(container.textContent).toContain('3 parameters: w₁, w₂, b');
  const shown = screen
    .getAllByRole('spinbutton')
    .map((number) => [number.getAttribute('aria-label'), number.textContent]);
  expect(shown).toEqual([
    ['w₁, weight of x₁', '0.900'],
    ['w₂, weight of x₂', '−0.700'],
    ['b, bias', '−0.500'],
  ]);
  expect(container.textContent).toContain('z = 0.900·x₁ − 0.700·x₂ − 0.500');
  expect(container.textContent).toContain('ŷ = sigmoid(z)');
});

test('an arrow key on a weight sets that weight of the running model', () => {
  show(opening, [OPENING]);
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'b, bias' }), { key: 'ArrowUp' });
  expect(experiment.edit).toHaveBeenCalledTimes(1);
  const [patch, options] = experiment.edit.mock.calls[0] ?? [];
  expect(patch?.weights).toEqual([{ layer: 0, at: 2, value: expect.closeTo(-0.4, 6) }]);
  expect(options).toHaveProperty('gesture');
});

test('a weight pointed at is named to the rest of the page, and forgotten when left', () => {
  show(opening, [OPENING]);
  const number = screen.getByRole('spinbutton', { name: 'w₂, weight of x₂' });
  fireEvent.focus(number);
  expect(useView.getState().hovered).toEqual({ kind: 'weight', layer: 0, at: 1 });
  fireEvent.blur(number);
  expect(useView.getState().hovered).toBeNull();
});

test('before the first frame, and while a frame is of another network, the structure stands without numbers', () => {
  const { container } = show(opening, null);
  expect(screen.queryAllByRole('spinbutton')).toEqual([]);
  expect(container.textContent).toContain('w₁·x₁ + w₂·x₂ + b');
  cleanup();
  show(grown, [OPENING]);
  expect(screen.getAllByRole('button', { name: /neuron/ })).toHaveLength(5);
});

test('the step function says that its value at 0 is our convention', () => {
  const { container } = show(apply(opening, setActivation(opening, 1, 'step')), [OPENING]);
  expect(container.textContent).toContain('1 if z ≥ 0, else 0: our convention, Keras has none');
});

test('a hidden layer is added, counted up and down, and removed', () => {
  show(opening, [OPENING]);
  fireEvent.click(screen.getByRole('button', { name: /hidden layer/ }));
  expect(experiment.edit.mock.lastCall).toEqual([addLayer(opening, 0), { deed: { kind: 'layer', at: 0 } }]);
  cleanup();
  const { container } = show(grown, ZEROS);
  expect(container.textContent).toContain('17 parameters');
  expect(container.textContent).toContain('(None, 4)');
  expect(container.textContent).toContain('12 params');
  fireEvent.click(screen.getByRole('button', { name: /More units in Hidden 1/ }));
  expect(experiment.edit.mock.lastCall?.[0].model?.layers[0]).toMatchObject({ units: 5 });
  fireEvent.click(screen.getByRole('button', { name: /Fewer units in Hidden 1/ }));
  expect(experiment.edit.mock.lastCall?.[0].model?.layers[0]).toMatchObject({ units: 3 });
  fireEvent.click(screen.getByRole('button', { name: /Remove layer Hidden 1/ }));
  expect(experiment.edit.mock.lastCall?.[0].model?.layers).toHaveLength(1);
});

test('a neuron names its layer, unit, activation and bias, and the arrow keys stay inside the grid', () => {
  show(grown, ZEROS);
  const second = screen.getByRole('button', { name: 'Hidden 1, neuron h₂, tanh, bias −0.788' });
  const outside = vi.fn<() => void>();
  window.addEventListener('keydown', outside);
  second.focus();
  fireEvent.keyDown(second, { key: 'ArrowDown' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/h₃/);
  expect(useView.getState().hovered).toEqual({ kind: 'unit', layer: 0, unit: 2 });
  expect(outside).not.toHaveBeenCalled();
  window.removeEventListener('keydown', outside);
  const stops = screen.getAllByRole('button', { name: /neuron/ }).filter((tile) => tile.tabIndex === 0);
  expect(stops).toEqual([document.activeElement]);
});

test('a click on a neuron looks into it, and another click looks away', () => {
  show(grown, ZEROS);
  const tile = screen.getByRole('button', { name: /neuron h₂/ });
  fireEvent.click(tile);
  const own = { kind: 'unit', layer: 0, unit: 1 };
  expect(useView.getState()).toMatchObject({ selected: own, microscope: true });
  fireEvent.click(tile);
  expect(useView.getState()).toMatchObject({ selected: null, microscope: false });
});

test('dragging a link upward raises its weight, a tenth as fast with Alt; a mere click selects it', () => {
  const { container } = show(opening, [OPENING]);
  const [link] = container.querySelectorAll('svg[role=img] g > path:first-child + path');
  const group = link?.parentElement;
  if (!group) throw new Error('The perceptron has no links.');
  fireEvent.pointerDown(group, { button: 0, pointerId: 1, clientY: 100 });
  fireEvent.pointerMove(group, { pointerId: 1, clientY: 80 });
  fireEvent.pointerMove(group, { pointerId: 1, clientY: 70, altKey: true });
  fireEvent.pointerUp(group, { pointerId: 1 });
  const set = experiment.edit.mock.calls.map(([patch]) => patch.weights?.[0]);
  expect(set).toEqual([
    { layer: 0, at: 0, value: 1.1 },
    { layer: 0, at: 0, value: 1.11 },
  ]);
  const gestures = experiment.edit.mock.calls.map(([, options]) => options);
  expect(gestures[0]).toEqual(gestures[1]);
  expect(useView.getState().selected).toEqual({ kind: 'weight', layer: 0, at: 0 });
});

test('XOR built by hand carries its gates at the tiles and in the formulas', () => {
  const { container } = show(demos['hand-xor'], BUILT);
  expect(container.textContent).toContain('9 parameters, set by hand');
  for (const words of ['h₁ = OR', 'h₂ = NAND', 'ŷ = AND']) expect(container.textContent).toContain(words);
  expect(container.textContent).toContain('h₁ = step(x₁ + x₂ − 0.5)');
  expect(container.textContent).toContain('h₂ = step(−x₁ − x₂ + 1.5)');
  expect(container.textContent).toContain('OR: 1 if either is 1');
  expect(screen.getByRole('button', { name: /neuron h₂, step, bias 1.500, equals NAND/ })).toBeTruthy();
});

test('a relu that is 0 at every data point is called so, in both languages, whatever the edges of its map say', () => {
  const relu = apply(grown, setActivation(grown, 2, 'relu'));
  const outputs = new Float32Array(16).map((_, at) => (at % 4 === 0 ? 0 : 0.4));
  const views: Views = {
    points: { outputs: [outputs, new Float32Array(4)], sums: [], losses: new Float32Array(4) },
  };
  show(relu, ZEROS, views);
  expect(screen.getAllByRole('button', { name: /0 everywhere/ })).toHaveLength(1);
  cleanup();
  useView.setState({ language: 'ko' });
  show(relu, ZEROS, views);
  expect(
    screen.getByRole('button', { name: '은닉층 1의 뉴런 h₁, relu, 편향 0.000, 어디서나 0' }),
  ).toBeTruthy();
});

test('a wide layer is joined by bands; only the weights of the neuron in question are drawn', () => {
  const wide = apply(grown, setUnits(grown, 2, 16));
  const weights = [
    { kernel: new Float32Array(32), bias: new Float32Array(16) },
    { kernel: new Float32Array(16), bias: new Float32Array(1) },
  ];
  const lines = (container: Element) => container.querySelectorAll('g > g > path[stroke-width]').length;
  const before = show(wide, weights);
  expect(lines(before.container)).toBe(0);
  cleanup();
  useView.setState({ selected: { kind: 'unit', layer: 0, unit: 3 } });
  expect(lines(show(wide, weights).container)).toBe(3);
});

test('every tile carries its name, however close tiles stand; only the small ones of a grid do not', () => {
  const named = (units: number) => {
    const design = apply(grown, setUnits(grown, 2, units));
    const weights = [
      { kernel: new Float32Array(2 * units), bias: new Float32Array(units) },
      { kernel: new Float32Array(units), bias: new Float32Array(1) },
    ];
    const { container } = show(design, weights);
    const tiles = [...container.querySelectorAll('[data-neuron]')];
    const words = tiles.map((tile) => tile.previousElementSibling?.textContent?.trim());
    cleanup();
    return words;
  };
  expect(named(4)).toEqual(['h₁', 'h₂', 'h₃', 'h₄', 'ŷ']);
  expect(named(8)).toEqual(['h₁', 'h₂', 'h₃', 'h₄', 'h₅', 'h₆', 'h₇', 'h₈', 'ŷ']);
  expect(named(9).filter(Boolean)).toEqual(['ŷ']);
});

test('with three classes and no hidden layer each class has its tile and its softmax', () => {
  const blobs = apply(opening, chooseSet(opening, 'blobs'));
  const { container } = show(blobs, [{ kernel: new Float32Array(6), bias: new Float32Array(3) }]);
  const names = screen.getAllByRole('button', { name: /Output, neuron ŷ.*softmax/ });
  // As its classes are numbered, from 0.
  expect(names.map((tile) => /ŷ./.exec(tile.getAttribute('aria-label') ?? '')?.[0])).toEqual([
    'ŷ₀',
    'ŷ₁',
    'ŷ₂',
  ]);
  expect(container.textContent).toContain('9 parameters');
});

test('a softmax is written of all sums of its layer, for none of them alone gives a probability', () => {
  const blobs = apply(opening, chooseSet(opening, 'blobs'));
  const kernel = Float32Array.of(1.5, 0.25, 0.125, -0.5, 0.75, 2.125);
  const { container } = show(blobs, [{ kernel, bias: Float32Array.of(0.125, -0.25, 0.375) }]);
  const lines = Array.from(container.querySelectorAll('dt'), (line) => line.textContent);
  expect(lines.filter((line) => line.includes(' = '))).toEqual([
    'z₀ = 1.500·x₁ − 0.500·x₂ + 0.125',
    'z₁ = 0.250·x₁ + 0.750·x₂ − 0.250',
    'z₂ = 0.125·x₁ + 2.125·x₂ + 0.375',
    'ŷ = softmax(z₀, z₁, z₂)',
  ]);
});

test('while predictions are hidden nothing in the drawing tells them: no map, no gate and no dots of the output', () => {
  const outputs = [new Float32Array(8).fill(1), Float32Array.of(0, 1, 1, 0)];
  const map = { size: 2, values: new Float32Array(4), region: [0, 1, 0, 1] as const };
  const views: Views = {
    points: { outputs, sums: [], losses: new Float32Array(4) },
    tiles: [[map, map], [map]],
  };
  const seen = show(demos['hand-xor'], BUILT, views).container;
  const maps = seen.querySelectorAll('button canvas').length;
  cleanup();
  useView.setState({ predictionsHidden: true });
  const { container } = show(demos['hand-xor'], BUILT, views);
  const output = screen.getByRole('button', {
    name: 'Output, neuron ŷ, step, bias −1.500, prediction hidden',
  });
  expect(output.textContent).toBe('?');
  expect(container.querySelectorAll('button canvas')).toHaveLength(maps - 1);
  expect(container.textContent).not.toContain('ŷ = AND');
  expect(container.textContent).not.toContain('1 only if both are 1');
  expect(container.textContent).toContain('h₁ = OR');
});

test('and one neuron shows its curve without the points on it', () => {
  const sums = Float32Array.of(-0.5, -1.2, 0.4, -0.3);
  const views: Views = { points: { outputs: [sums], sums: [sums], losses: new Float32Array(4) } };
  const dots = (container: Element) => container.querySelectorAll('path[class*=point]').length;
  expect(dots(show(opening, [OPENING], views).container)).toBe(4);
  cleanup();
  useView.setState({ predictionsHidden: true });
  const { container } = show(opening, [OPENING], views);
  expect(dots(container)).toBe(0);
  expect(container.querySelector('path[class*=curve]')).not.toBeNull();
});

test('a layer that was put in takes the keyboard once it is there; one that came otherwise does not', () => {
  const { rerender } = show(opening, [OPENING]);
  noteDeed({ kind: 'layer', at: 0 });
  experiment.design = grown;
  rerender(<NetworkPanel />);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Hidden 1: Dense');
  cleanup();
  noteDeed({ kind: 'layer' });
  const again = show(opening, [OPENING]);
  experiment.design = grown;
  again.rerender(<NetworkPanel />);
  expect(document.activeElement).toBe(document.body);
});
