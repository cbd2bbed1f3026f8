// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import { demos } from '../../src/experiment/demos.ts';
import { opening } from '../../src/experiment/presets.ts';
import { OutputPanel } from '../../src/panels/output/OutputPanel.tsx';
import type { EditOptions } from '../../src/state/experiment.ts';
import { useWork } from '../../src/state/store.ts';
import { useView } from '../../src/state/view.ts';
import type { Frame, Views, Weights } from '../../src/worker/frame.ts';
import { fetchParts } from '../../src/part.ts';

const edits = vi.hoisted(() => [] as { patch: Patch; options: EditOptions }[]);
vi.mock('../../src/state/experiment.ts', async (original) => ({
  ...(await original<object>()),
  edit: (patch: Patch, options: EditOptions = {}) => edits.push({ patch, options }),
}));

const fresh = useView.getState();
const show = (design: Design, weights: readonly Weights[], views: Views, right = 2): void => {
  const reading = { loss: 0, val_loss: null, right, rows: 4, valRight: 0, valRows: 0, measured: 'now' };
  const frame = { playing: false, weights, reading, views, callbacks: { files: [] } } as unknown as Frame;
  act(() => useWork.setState({ design, frame }));
};
const neuron = (w1: number, w2: number, b: number): Weights => ({
  kernel: Float32Array.of(w1, w2),
  bias: Float32Array.of(b),
});
const pointViews = (...outputs: Float32Array[]): Views => ({
  points: { outputs, sums: outputs, losses: new Float32Array(4) },
});
/** ŷ of the opening's four rows as its truth table prints them: 0.38, 0.23, 0.60, 0.43. */
const openingViews = pointViews(Float32Array.of(0.378, 0.231, 0.599, 0.426));

beforeAll(() => fetchParts());
beforeEach(() => {
  edits.length = 0;
  useView.setState(fresh, true);
  show(opening, [neuron(0.9, -0.7, -0.5)], openingViews);
});
afterEach(cleanup);

const point = (name: RegExp): Element => screen.getByRole('button', { name });

test('the opening counts 2 of 4 right and names each point with answer, prediction and verdict', () => {
  render(<OutputPanel />);
  expect(screen.getByText('2 of 4').parentElement?.textContent).toBe('2 of 4 right');
  expect(point(/^Point \(1, 0\)/).getAttribute('aria-label')).toBe(
    'Point (1, 0), answer 0, predicted 0.60, wrong',
  );
  expect(point(/^Point \(0, 1\)/).getAttribute('aria-label')).toBe(
    'Point (0, 1), answer 0, predicted 0.23, right',
  );
});

test('the same in Korean', () => {
  useView.setState({ language: 'ko' });
  render(<OutputPanel />);
  expect(screen.getByText('4개 중 2개').parentElement?.textContent).toBe('4개 중 2개 맞음');
  expect(point(/^점 \(1, 0\)/).getAttribute('aria-label')).toBe('점 (1, 0), 정답 0, 예측 0.60, 틀림');
});

test('hidden predictions show in no score, mark or name', () => {
  useView.setState({ predictionsHidden: true });
  render(<OutputPanel />);
  expect(screen.queryByText('2 of 4')).toBeNull();
  expect(screen.queryByText('answered wrongly')).toBeNull();
  expect(screen.queryByText('0 side')).toBeNull();
  expect(screen.queryAllByRole('slider')).toEqual([]);
  expect(screen.getByText('Predictions are hidden; H shows them.')).toBeTruthy();
  expect(point(/^Point \(1, 0\)/).getAttribute('aria-label')).toBe('Point (1, 0), answer 0');
});

test('an arrow key on a handle moves the line, keeps the length of its weights and undoes as one', () => {
  render(<OutputPanel />);
  const [handle] = screen.getAllByRole('slider');
  if (!handle) throw new Error('The neuron should have a handle on its line.');
  act(() => handle.focus());
  fireEvent.keyDown(handle, { key: 'ArrowRight' });
  fireEvent.keyDown(handle, { key: 'ArrowRight', shiftKey: true });
  expect(edits).toHaveLength(2);
  for (const { patch, options } of edits) {
    const [w1, w2] = (patch.weights ?? []).map(({ value }) => value);
    expect(Math.hypot(w1 ?? 0, w2 ?? 0)).toBeCloseTo(Math.hypot(0.9, 0.7), 5);
    expect(options.deed).toEqual({ kind: 'line' });
  }
  expect(edits[0]?.options.gesture).toBe(edits[1]?.options.gesture);
});

test('a line outside the plane can be pulled in by handles that wait at its border', () => {
  show(opening, [neuron(1, 1, -40)], openingViews);
  render(<OutputPanel />);
  const [handle] = screen.getAllByRole('slider');
  if (!handle) throw new Error('A line outside should still have handles.');
  fireEvent.keyDown(handle, { key: 'ArrowLeft', shiftKey: true });
  const [w1, w2, b] = (edits[0]?.patch.weights ?? []).map(({ value }) => value);
  // Through the two places at the border: it now cuts the upper right corner (1.45, 1.45) off.
  expect((w1 ?? 0) * 1.45 + (w2 ?? 0) * 1.45 + (b ?? 0)).toBeGreaterThan(0);
  expect(b).toBeGreaterThan(-4);
});

test('arrow keys go from point to point; one picked up with Enter moves and stays one gesture', () => {
  render(<OutputPanel />);
  const first = point(/^Point \(0, 0\)/) as HTMLElement;
  act(() => first.focus());
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  const second = point(/^Point \(1, 0\)/) as HTMLElement;
  expect(document.activeElement).toBe(second);
  expect(edits).toHaveLength(0);
  expect(useView.getState().hovered).toEqual({ kind: 'point', id: 2 });
  fireEvent.keyDown(second, { key: 'Enter' });
  fireEvent.keyDown(second, { key: 'ArrowUp' });
  expect(edits[0]?.patch.data?.changes).toEqual([{ op: 'move', id: 2, x: [1, 0.019] }]);
  expect(useView.getState().pinned).toBe(2);
});

test('Delete on a point removes it', () => {
  render(<OutputPanel />);
  const corner = point(/^Point \(1, 1\)/) as HTMLElement;
  act(() => corner.focus());
  fireEvent.keyDown(corner, { key: 'Delete' });
  expect(edits[0]?.patch.data?.changes).toEqual([{ op: 'remove', id: 3 }]);
});

test('a point is dragged with the pointer, in one gesture, and a click only pins it', () => {
  render(<OutputPanel />);
  const dragged = point(/^Point \(0, 0\)/);
  // On a plane of 400 px the place (0, 0) lies at 0.45/1.9 · 400 = 94.7 from the left and 305.3 from the top.
  const at = { button: 0, clientX: 94.7, clientY: 305.3 };
  fireEvent.pointerDown(dragged, at);
  fireEvent.pointerMove(dragged, { ...at, clientX: 194.7 });
  fireEvent.pointerMove(dragged, { ...at, clientX: 294.7 });
  fireEvent.pointerUp(dragged, { ...at, clientX: 294.7 });
  expect(edits).toHaveLength(2);
  const [change] = edits[1]?.patch.data?.changes ?? [];
  // 200 px are 0.95.
  expect(change?.op === 'move' && change.x[0]).toBeCloseTo(0.95, 3);
  expect(edits[0]?.options.gesture).toBe(edits[1]?.options.gesture);
  fireEvent.pointerDown(dragged, at);
  fireEvent.pointerUp(dragged, at);
  expect(edits).toHaveLength(2);
  expect(useView.getState().pinned).toBe(0);
});

test('with the tool add, Enter at the cross-hair adds a point of the chosen class', () => {
  useView.setState({ tool: 'add', toolClass: 1 });
  render(<OutputPanel />);
  const plane = screen.getByRole('application', { name: /class 1/ });
  act(() => plane.focus());
  fireEvent.keyDown(plane, { key: 'ArrowRight', shiftKey: true });
  fireEvent.keyDown(plane, { key: 'Enter' });
  // From the middle of the plane, a tenth of 1.9 to the right.
  expect(edits[0]?.patch.data?.changes).toEqual([{ op: 'add', x: [0.69, 0.5], answer: 1 }]);
});

test('a hovered hidden unit is shown large under its own name, then the output comes back', () => {
  const design = demos['hand-xor'];
  show(design, [], {});
  render(<OutputPanel />);
  act(() => useView.setState({ hovered: { kind: 'unit', layer: 0, unit: 1 } }));
  expect(screen.getByText('h₂').parentElement?.textContent).toBe('h₂, step function');
  act(() => useView.setState({ hovered: null }));
  expect(screen.queryByText('h₂')).toBeNull();
});

test('the hand-built XOR stacks (0, 1) and (1, 0) on one spot of the plane that ŷ sees', () => {
  const hidden = Float32Array.of(0, 1, 1, 1, 1, 1, 1, 0);
  const region = [-0.45, 1.45, -0.45, 1.45] as const;
  show(
    demos['hand-xor'],
    [{ kernel: Float32Array.of(1, -1, 1, -1), bias: Float32Array.of(-0.5, 1.5) }, neuron(1, 1, -1.5)],
    {
      ...pointViews(hidden, Float32Array.of(0, 1, 1, 0)),
      seen: [{ size: 1, values: Float32Array.of(1), region }],
    },
    4,
  );
  useView.setState({ tour: 4 });
  render(<OutputPanel />);
  expect(screen.getByText('(0, 1) and (1, 0)')).toBeTruthy();
  expect(screen.getByText('from (0, 0)')).toBeTruthy();
  expect(screen.getByText('both 1')).toBeTruthy();
  expect(screen.getByText(/The four points have become three/)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '(0, 0) → (0, 1)',
    '(0, 1) → (1, 1)',
    '(1, 0) → (1, 1)',
    '(1, 1) → (1, 0)',
  ]);
});
