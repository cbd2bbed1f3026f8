// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { activationNames } from '../../../src/engine/activations/index.ts';
import { designAt } from '../../../src/experiment/apply.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { ActivationGallery } from '../../../src/panels/gradients/ActivationGallery.tsx';
import { useView } from '../../../src/state/view.ts';
import { createBuffers } from '../../../src/worker/buffers.ts';
import { frameOf } from '../../../src/worker/look.ts';
import { noisy, started } from '../../worker/runs.ts';

const now = vi.hoisted(() => ({
  frame: null as unknown,
  views: {} as unknown,
  design: null as unknown,
  edit: vi.fn<(patch: Patch, options?: object) => void>(),
}));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useViews: () => now.views,
  useShows: () => undefined,
}));
vi.mock('../../../src/state/experiment.ts', async () => {
  const { patching } = await import('../stage.ts');
  return { useDesign: () => now.design, edit: patching(now.edit, () => now.design as Design) };
});

const show = (layer: number) => {
  const run = started(noisy);
  const frame = frameOf(run, [{ kind: 'gradients' }, { kind: 'points' }], createBuffers(), false, 0);
  Object.assign(now, { frame, views: frame.views, design: designAt(noisy, 0) });
  return render(<ActivationGallery layer={layer} onClose={() => {}} />);
};
/** How many dots lie on the curves of an activation: on f, on f′. */
const dotsOn = (name: string): number[] =>
  [...screen.getByRole('button', { name: new RegExp(`^${name}\\.`) }).querySelectorAll('svg')].map(
    (chart) => chart.querySelector('path:last-child')?.getAttribute('d')?.match(/h0/g)?.length ?? 0,
  );

beforeEach(() => {
  vi.clearAllMocks();
  useView.setState({ ...useView.getInitialState(), language: 'en' }, true);
});
afterEach(cleanup);

test('every activation can be chosen for the layer, which is the one kept weights are said of', () => {
  show(0);
  for (const name of activationNames) {
    const card = screen.getByRole('button', { name: new RegExp(`^${name}\\.`) });
    expect(card.getAttribute('aria-pressed')).toBe(String(name === 'tanh'));
  }
  expect(screen.getByText('a choice keeps the weights')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^tanh\./ }));
  expect(now.edit).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: /^relu\./ }));
  const [patch, options] = now.edit.mock.lastCall ?? [];
  expect(patch?.model?.layers.map((layer) => 'activation' in layer && layer.activation)).toEqual([
    'relu',
    'sigmoid',
  ]);
  expect(options).toEqual({ deed: { kind: 'activation', layer: 0 } });
});

test('the units of the layer stand on f and on f′: of the batch, or of the pinned point', () => {
  show(0);
  // 16 rows of 4 units.
  expect(dotsOn('sigmoid')).toEqual([64, 64]);
  expect(dotsOn('step')).toEqual([64, 64]);
  expect(screen.getByText(/in the batch of 16 samples/)).toBeTruthy();
  cleanup();
  useView.setState({ pinned: 3 });
  show(0);
  expect(dotsOn('sigmoid')).toEqual([4, 4]);
  expect(screen.getByText(/at the pinned point/)).toBeTruthy();
  cleanup();
  show(1);
  expect(dotsOn('relu')).toEqual([1, 1]);
});

test('where predictions are hidden the output has no dots, and says why', () => {
  useView.setState({ predictionsHidden: true });
  show(1);
  expect(dotsOn('sigmoid')).toEqual([0, 0]);
  expect(screen.getByText(/Press H to see them/)).toBeTruthy();
});

test('another layer is another gallery', () => {
  show(0);
  fireEvent.click(screen.getByRole('radio', { name: 'Output' }));
  expect(useView.getState().meter).toEqual({ kind: 'activations', layer: 1 });
});
