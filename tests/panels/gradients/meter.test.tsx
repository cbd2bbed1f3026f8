// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATES } from '../../../src/data/gates.ts';
import { apply, designAt } from '../../../src/experiment/apply.ts';
import { vanishing } from '../../../src/experiment/demos.ts';
import type { Design, Experiment, Patch } from '../../../src/experiment/experiment.ts';
import { setHidden, setKernels } from '../../../src/experiment/layerMoves.ts';
import { GradientMeter } from '../../../src/panels/gradients/GradientMeter.tsx';
import { useWork } from '../../../src/state/store.ts';
import { useView } from '../../../src/state/view.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { advance, type Run } from '../../../src/worker/run.ts';
import { dense, onGate, started } from '../../worker/runs.ts';

// The meter over real runs.

const now = vi.hoisted(() => ({
  frame: null as unknown,
  views: {} as unknown,
  design: null as unknown,
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
  newRun: vi.fn<() => void>(),
  open: vi.fn<(experiment: Experiment) => Promise<boolean>>(),
}));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useViews: () => now.views,
  useShows: () => undefined,
  newRun: now.newRun,
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const { patching } = await import('../stage.ts');
  return {
    useDesign: () => now.design,
    edit: patching(now.edit, () => now.design as Design),
    open: now.open,
  };
});
vi.mock('../../../src/ui/useMedia.ts', () => ({ useMedia: () => true }));

const show = (run: Run, experiment: Experiment) => {
  const frame = frameOf(run, [{ kind: 'gradients' }], createBuffers(), false, 0);
  Object.assign(now, { frame, views: frame.views, design: designAt(experiment, 0) });
  useWork.setState({ frame });
  return render(<GradientMeter onClose={() => {}} />);
};
const rowOf = (name: string): string[] => {
  const row = screen.getByRole('row', { name: new RegExp(`^${name}`) });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '');
};
const changed = (): Design => apply(now.design as Design, now.edit.mock.lastCall?.[0] ?? {});
const activationsOf = ({ model }: Design) =>
  model.layers.map((layer) => ('activation' in layer ? layer.activation : null));

beforeEach(() => {
  vi.clearAllMocks();
  useView.setState({ ...useView.getInitialState(), language: 'en' }, true);
});
afterEach(cleanup);

test('eight sigmoid layers: the vanishing is named with layer 1, the product adds up as printed, one press mends it', () => {
  show(started(vanishing), vanishing);
  const deltas = rowOf('slope of z').map((cell) => Number(cell.replace('−', '-')));
  expect(deltas).toHaveLength(9);
  deltas.slice(1).forEach((delta, i) => expect(delta).toBeGreaterThan(deltas[i]!));
  const factors = rowOf('slope f′').slice(0, -1);
  factors.forEach((factor) => expect(Number(factor)).toBeLessThanOrEqual(0.25));

  const sentence = screen.getByText(/^Layer 1 receives/).textContent ?? '';
  const [, ratio, product, p, w] =
    sentence.match(/receives (\S+) of .*: (.+) = (\S+), and ×\s(\S+) by/) ?? [];
  const number = (words = '') => Number(words.replace('−', '-'));
  expect(number(ratio) / (deltas[0]! / deltas[8]!)).toBeCloseTo(1, 1);
  expect(product).toBe(factors.toReversed().join(' × '));
  const multiplied = factors.reduce((all, factor) => all * Number(factor), 1);
  expect(number(p)).toBe(Number(multiplied.toPrecision(2)));
  expect((number(p) * number(w)) / number(ratio)).toBeCloseTo(1, 1);

  fireEvent.click(screen.getByRole('button', { name: 'Use relu in hidden layers' }));
  expect(activationsOf(changed())).toEqual([...Array.from({ length: 8 }, () => 'relu'), 'sigmoid']);
});

test('with relu in the hidden layers the slope arrives', () => {
  const relu = { ...vanishing, ...apply(vanishing, setHidden(vanishing, 'relu')) };
  show(started(relu), relu);
  expect(screen.getByRole('heading', { name: 'The slope arrives' })).toBeTruthy();
  expect(screen.queryByText('Vanishing gradient')).toBeNull();
});

test('first weights of all layers: too small and too large are told apart from the activations, and mended', () => {
  const start = (spec: Parameters<typeof setKernels>[1], activation: 'sigmoid' | 'relu') => {
    const design = apply(vanishing, setHidden(vanishing, activation));
    const experiment = { ...vanishing, ...apply(design, setKernels(design, spec)) };
    show(started(experiment), experiment);
  };
  start({ type: 'random_normal', settings: { stddev: 0.01 } }, 'sigmoid');
  expect(screen.getByText(/the weights are too small/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'too small' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Use glorot_uniform' }));
  expect(changed().model.layers.every((layer) => !('kernel_initializer' in layer))).toBe(true);
  cleanup();

  start({ type: 'random_normal', settings: { stddev: 3 } }, 'relu');
  expect(screen.getByRole('heading', { name: 'Exploding gradient' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Use he_normal' }));
  expect(changed().model.layers).toEqual(
    apply(now.design as Design, setKernels(now.design as Design, 'he_normal')).model.layers,
  );
  fireEvent.click(screen.getByRole('radio', { name: 'glorot_uniform' }));
  expect(changed().model.layers.every((layer) => !('kernel_initializer' in layer))).toBe(true);
});

test('a step function and a dead ReLU are named with their layer, and each has its one button', () => {
  const step = onGate(GATES.XOR, [dense(1, 2, 'tanh'), dense(2, 2, 'step'), dense(3, 1, 'sigmoid')]);
  show(started(step), step);
  expect(
    screen.getByText('The step function in layer 2 makes the slope 0. The layers before it cannot learn.'),
  ).toBeTruthy();
  expect(rowOf('slope of z').slice(0, 2)).toEqual(['0', '0']);
  fireEvent.click(screen.getByRole('button', { name: 'Use sigmoid' }));
  expect(activationsOf(changed())).toEqual(['tanh', 'sigmoid', 'sigmoid']);
  cleanup();

  const dead = onGate(GATES.XOR, [
    dense(1, 2, 'relu', { kernel: [-1, 1, -1, 1], bias: [-0.1, 0] }),
    dense(2, 1, 'sigmoid'),
  ]);
  useView.setState({ language: 'ko' });
  show(started(dead), dead);
  expect(screen.getByText('1층의 h₁이 모든 데이터에서 0이다. 더는 배우지 않는다.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '새 가중치' }));
  expect(now.newRun).toHaveBeenCalledOnce();
});

test('phase by phase what the backward pass has not come to is a dash', () => {
  const run = started(vanishing);
  for (let i = 0; i < 12; i++) advance(run, 'phase');
  show(run, vanishing);
  // Nine layers forward, the loss, two layers back.
  expect(rowOf('slope of z').slice(0, 7)).toEqual(Array.from({ length: 7 }, () => '–'));
  expect(rowOf('slope of z').slice(7)).not.toContain('–');
  expect(screen.getByText('The backward pass has not come to layer 1 yet.')).toBeTruthy();
});

test('the eight layers are opened from here, with the meter beside them', async () => {
  const one = onGate(GATES.AND);
  show(started(one), one);
  expect(screen.getByText(/comes straight from the loss/)).toBeTruthy();
  now.open.mockResolvedValue(true);
  fireEvent.click(screen.getByRole('button', { name: 'Eight sigmoid layers' }));
  expect(now.open).toHaveBeenCalledExactlyOnceWith(vanishing);
  await vi.waitFor(() => expect(useView.getState().meter).toEqual({ kind: 'gradients' }));
});
