// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import { designAt } from '../../../src/experiment/apply.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { Microscope } from '../../../src/panels/microscope/Microscope.tsx';
import { lookAway, type Selection, useView } from '../../../src/state/view.ts';
import { lossLines } from '../../../src/panels/microscope/lossLines.ts';
import { addingUp } from '../../../src/ui/adding.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import type { Probe } from '../../../src/worker/frame.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance, type Run } from '../../../src/worker/run.ts';
import { dense, noisy, onGate, started, withRate } from '../../worker/runs.ts';

// The Microscope over a real run: the numbers of the lessons are printed as they were worked out by hand.

const now = vi.hoisted(() => ({ frame: null as unknown, views: {} as unknown, design: null as unknown }));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useViews: () => now.views,
  useShows: () => undefined,
}));
vi.mock('../../../src/state/experiment.ts', () => ({
  useDesign: () => now.design,
  edit: vi.fn<() => void>(),
}));

const show = (run: Run, experiment: Experiment, selected: Selection) => {
  const { pinned } = useView.getState();
  const layers = run.trainer.settings.model.layers.length;
  const probes: Probe[] = Array.from({ length: layers }, (_, layer) => ({
    kind: 'anatomy',
    point: pinned,
    layer,
  }));
  const past: Probe[] =
    selected.kind === 'weight' ? [{ kind: 'past', layer: selected.layer, at: selected.at }] : [];
  const frame = frameOf(run, [...probes, ...past, { kind: 'points' }], createBuffers(), false, 0);
  Object.assign(now, { frame, views: frame.views, design: designAt(experiment, 0) });
  return render(<Microscope selected={selected} />);
};
const rowsOf = (region: string): string[][] =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()));

const lesson = withRate(
  onGate(GATES.XOR, [
    dense(1, 2, 'sigmoid', { kernel: [1, -1, 1, -1], bias: [-0.5, 1.5] }),
    dense(2, 1, 'sigmoid', { kernel: [1, 1], bias: [-1.5] }),
  ]),
  2,
);

beforeEach(() => useView.setState({ pinned: 3, digits: 3, predictionsHidden: false, language: 'en' }));
afterEach(() => {
  cleanup();
  lookAway();
});

test('a hidden neuron at (1, 1): its sum, what reaches it, and how its weights move', () => {
  show(started(lesson), lesson, { kind: 'unit', layer: 0, unit: 0 });
  expect(screen.getByText('neuron h₁ at the pinned point (1, 1), answer 0')).toBeTruthy();
  expect(rowsOf('Forward').slice(1)).toEqual([
    ['x₁ 1', 'w₁ 1.000', '1.000'],
    ['x₂ 1', 'w₂ 1.000', '1.000'],
    ['1', 'b −0.500', '−0.500'],
  ]);
  const said = screen.getAllByRole('math').map((each) => each.getAttribute('aria-label'));
  expect(said).toContain('z = w₁·x₁ + w₂·x₂ + b ');
  expect(said).toContain('= 1.000 + 1.000 + −0.500  = 1.500');
  expect(said).toContain('a = sigmoid(z) = 0.818');
  // 0.424 × 1.000 × the sigmoid's slope 0.149 = 0.063
  expect(said).toContain(
    '0.424 (ŷ − y) × 1.000 (weight to ŷ) × 0.149 (slope of sigmoid) = 0.063 (reaches h₁)',
  );
  const [, first, , bias] = rowsOf('Backward');
  expect(first?.slice(0, 2)).toEqual(['w₁', '+0.063']);
  expect(bias?.at(-1)).toBe('−0.500 → −0.449');
});

test('a mean slope that prints as 0 is told with its number', () => {
  const sure = onGate(GATES.AND, [dense(1, 1, 'sigmoid', { kernel: [20, 20], bias: [-29] })]);
  useView.setState({ pinned: 2 });
  show(started(sure), sure, { kind: 'unit', layer: 0, unit: 0 });
  expect(rowsOf('Backward')[1]?.slice(0, 3)).toEqual(['w₁', '0.000', '0.000']);
  // σ(−9) at (1, 0) and σ(11) − 1 at (1, 1), over four rows: (1.234e−4 − 1.67e−5) / 4.
  screen.getByText('The mean slope is positive, 0.000027, so w₁ will move left.');
});

test('a weight’s number can be read on its colour, whatever its size', () => {
  const kernel = [1, 0.9, 0.8, 0.7, 0.66, 0.6, 0.5, 0.3, 0, -0.3, -0.5, -0.6, -0.66, -0.7, -0.8, -1];
  const many = onGate(GATES.AND, [
    dense(1, 8, 'tanh', { kernel, bias: Array.from({ length: 8 }, () => 0) }),
    dense(2, 1, 'sigmoid', { kernel: Array.from({ length: 8 }, () => 1), bias: [0] }),
  ]);
  show(started(many), many, { kind: 'layer', layer: 0 });
  const light = (colour: string): number => {
    const named: Record<string, string> = { black: 'rgb(0,0,0)', white: 'rgb(255,255,255)' };
    const [red = 0, green = 0, blue = 0] = (/\(([^)]*)\)/.exec(named[colour] ?? colour)?.[1] ?? '')
      .split(',')
      .map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const cells = [...screen.getByRole('table').querySelectorAll('td')];
  expect(cells).toHaveLength(24);
  for (const { style } of cells) {
    const [one, other] = [light(style.background), light(style.color)];
    expect((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)).toBeGreaterThan(4.5);
  }
});

test('the output: ŷ − y, why it is just that, and a point that pushes where the mean does not go', () => {
  show(started(lesson), lesson, { kind: 'unit', layer: 1, unit: 0 });
  const said = screen.getAllByRole('math').map((each) => each.getAttribute('aria-label'));
  expect(said).toContain('0.424 (ŷ) − 0.000 (y) = 0.424 (ŷ − y)');
  const [, v1, v2, c] = rowsOf('Backward');
  expect(v1).toEqual(['w₁', '+0.347', '−0.049', '+0.097', '1.000 → 1.097']);
  expect(v2?.slice(0, 2)).toEqual(['w₂', '+0.160']);
  expect(c?.at(-1)).toBe('−1.500 → −1.361');
  expect(
    screen.getByText(
      'This one point pushes w₁ left, but the mean slope of the 4 is −0.049. The mean decides: right.',
    ),
  ).toBeTruthy();
  expect(screen.getByText(/With binary cross-entropy and sigmoid together/).textContent).toContain('= 0.424');
});

test('why it is just ŷ − y, on AND at (1, 0): 3.718 × 0.197 = 0.731', () => {
  const and = withRate(onGate(GATES.AND, [dense(1, 1, 'sigmoid', { kernel: [1, -1], bias: [0] })]), 1);
  useView.setState({ pinned: 2 });
  show(started(and), and, { kind: 'unit', layer: 0, unit: 0 });
  expect(screen.getByText(/Slope of the loss/).textContent).toBe(
    'Slope of the loss 3.718 × slope of the sigmoid 0.197 = 0.731. With binary cross-entropy and sigmoid together, it comes down to ŷ − y.',
  );
  const [, w1, w2, b] = rowsOf('Backward');
  expect([w1, w2, b].map((row) => row?.[2])).toEqual(['+0.058', '−0.058', '+0.250']);
  expect([w1, w2, b].map((row) => row?.at(-1))).toEqual([
    '1.000 → 0.942',
    '−1.000 → −0.942',
    '0.000 → −0.250',
  ]);
});

test('what the batch has not come to reads "not yet"', () => {
  const run = started(lesson);
  advance(run, 'phase');
  show(run, lesson, { kind: 'unit', layer: 0, unit: 0 });
  const [, first] = rowsOf('Backward');
  expect(first?.slice(2)).toEqual(['not yet', 'not yet', 'not yet']);
});

test('a link: what it carries, its past, and its own row lit', () => {
  const run = started(lesson);
  for (let i = 0; i < 3; i++) advance(run, 'batch');
  show(run, lesson, { kind: 'weight', layer: 1, at: 0 });
  expect(screen.getByRole('heading', { name: 'w₁, from h₁ to ŷ' })).toBeTruthy();
  expect(screen.getByRole('img', { name: 'w₁ over 3 updates' })).toBeTruthy();
});

test('the loss with the point’s numbers', () => {
  const run = started(lesson);
  show(run, lesson, { kind: 'loss' });
  const said = screen.getAllByRole('math').map((each) => each.getAttribute('aria-label'));
  expect(said).toContain('−(0.000 × ln 0.424 + 1.000 × ln 0.576) = 0.552');
  expect(screen.getByText('mean loss of the batch').nextElementSibling?.textContent).toBe('0.691');
});

test('every other loss in its own formula, reckoned by hand', () => {
  const point = (outputs: number[], answers: number[], loss: number) => ({
    id: 0,
    answers: Float32Array.from(answers),
    loss,
    layers: [
      {
        inputs: new Float32Array(1),
        sums: Float32Array.from(outputs),
        outputs: Float32Array.from(outputs),
        blame: new Float32Array(outputs.length),
        delta: new Float32Array(outputs.length),
      },
    ],
    slopes: new Float32Array(0),
    batchesUntil: 0,
  });
  const compile = { optimizer: lesson.compile.optimizer, metrics: [] };
  const line = (loss: Experiment['compile']['loss'], ...given: Parameters<typeof point>) =>
    lossLines({ ...compile, loss }, point(...given), 3)?.numbers;
  expect(line('mean_squared_error', [0.7], [1], 0.09)).toBe('(0.700 − 1.000)² = 0.090');
  expect(line('mean_squared_error', [0.7, 0.2], [1, 0], 0.065)).toBe(
    '((0.700 − 1.000)² + (0.200 − 0.000)²) / 2 = 0.065',
  );
  expect(line('mean_absolute_error', [0.7], [1], 0.3)).toBe('|0.700 − 1.000| = 0.300');
  expect(line('huber', [0.7], [1], 0.045)).toBe('½ × 0.300² = 0.045');
  expect(line('huber', [4], [1], 2.5)).toBe('1 × 3.000 − ½ × 1² = 2.500');
  expect(line('categorical_crossentropy', [0.2, 0.5, 0.3], [1, 0, 0], 1.609)).toBe('−ln 0.200 = 1.609');
  // Outputs that do not add up to 1 are divided by their sum first.
  expect(line('sparse_categorical_crossentropy', [0.4, 1, 0.6], [1, 0, 0], 1.609)).toBe('−ln 0.200 = 1.609');
  expect(line('perceptron', [1], [0], 0)).toBeUndefined();
});

test('a layer: its weights as a matrix with their mean and spread, and which neurons are dead', () => {
  const experiment: Experiment = {
    ...noisy,
    model: {
      layers: [dense(1, 2, 'relu', { kernel: [1, -1, 2, -1], bias: [0, -50] }), dense(2, 1, 'sigmoid')],
    },
  };
  useView.setState({ pinned: 0 });
  show(started(experiment), experiment, { kind: 'layer', layer: 0 });
  const table = screen.getByRole('table', { name: /Weights/ });
  expect(
    within(table)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['1.000', '−1.000', '2.000', '−1.000', '0.000', '−50.000']);
  // 1, −1, 2, −1: mean 0.25, numpy.std 1.299
  expect(screen.getByText('mean').nextElementSibling?.textContent).toBe('0.250');
  expect(screen.getByText('standard deviation').nextElementSibling?.textContent).toBe('1.299');
  expect(screen.getByText('h₂: 0 for every sample (dead)')).toBeTruthy();
});

test('printed products add up to the printed sum, whatever the numbers and decimals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 9 }),
      fc.constantFrom(2, 3, 4, 5, 6),
      (values, digits) => {
        const sum = values.reduce((total, value) => total + value, 0);
        const printed = addingUp(values, digits, sum);
        const unit = 10 ** digits;
        expect(printed.reduce((total, value) => total + Math.round(value * unit), 0) + 0).toBe(
          Math.round(sum * unit) + 0,
        );
        printed.forEach((value, i) => expect(Math.abs(value - values[i]!)).toBeLessThan(1.001 / unit));
      },
    ),
  );
});

test('neurons, the layer and the loss are one choice of radio buttons', () => {
  show(started(lesson), lesson, { kind: 'unit', layer: 1, unit: 0 });
  const group = screen.getByRole('radiogroup', { name: 'What is looked into' });
  expect(within(group).getAllByRole('radio')).toHaveLength(3);
  fireEvent.click(within(group).getByRole('radio', { name: 'loss' }));
  expect(useView.getState()).toMatchObject({ selected: { kind: 'loss' }, microscope: true });
});
