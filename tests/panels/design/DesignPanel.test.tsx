// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Patch } from '../../../src/experiment/experiment.ts';
import { buildXor } from '../../../src/experiment/moves.ts';
import { opening } from '../../../src/experiment/presets.ts';
import { DesignPanel } from '../../../src/panels/design/DesignPanel.tsx';
import { look, useView } from '../../../src/state/view.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { useWork } from '../../../src/state/store.ts';
import { stage } from '../stage.ts';

const { edit } = vi.hoisted(() => ({ edit: vi.fn<(patch: Patch, options?: object) => void>() }));
vi.mock('../../../src/state/experiment.ts', async (original) => {
  const { patching } = await import('../stage.ts');
  return { ...(await original<object>()), edit: patching(edit, () => useWork.getState().design) };
});
vi.mock('../../../src/state/frames.ts', () => ({ show: () => () => {}, refresh: () => {} }));

beforeEach(() => edit.mockClear());
afterEach(cleanup);

const saying = (...outputs: readonly (readonly number[])[]): Partial<Frame> => ({
  weights: [],
  views: {
    points: {
      outputs: outputs.map((layer) => Float32Array.from(layer)),
      sums: [],
      losses: new Float32Array(outputs.at(-1)?.length ?? 0),
    },
  },
});
// What the opening says before any training: 2 of 4 right (words.md §1).
const OPENING = saying([0.38, 0.23, 0.6, 0.43]);

const cells = (): (string | null)[][] =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );

test('the truth table shows answer, prediction and verdict of the four points', () => {
  stage({}, OPENING);
  render(<DesignPanel />);
  expect(cells()).toEqual([
    ['0', '0', '0', '0.38', 'right'],
    ['0', '1', '0', '0.23', 'right'],
    ['1', '0', '0', '0.60', 'wrong'],
    ['1', '1', '1', '0.43', 'wrong'],
  ]);
});

test('hidden predictions are question marks', () => {
  stage({}, OPENING);
  look({ predictionsHidden: true });
  render(<DesignPanel />);
  expect(cells()[2]).toEqual(['1', '0', '0', '?', '?']);
});

test('a click on an answer turns it', () => {
  stage({}, OPENING);
  render(<DesignPanel />);
  fireEvent.click(screen.getByRole('button', { name: /Answer for \(1, 0\) is 0/ }));
  expect(edit).toHaveBeenCalledExactlyOnceWith(
    { data: { answers: [0, 0, 1, 1] } },
    { deed: { kind: 'cell' } },
  );
});

test('pointing at a row lights its point, and a point lights its row', () => {
  stage({}, OPENING);
  render(<DesignPanel />);
  const row = screen.getAllByRole('row')[3];
  if (!row) throw new Error('The table has no third row.');
  fireEvent.pointerEnter(row);
  expect(useView.getState().hovered).toEqual({ kind: 'point', id: 2 });
  expect(row.className).not.toBe('');
  fireEvent.pointerLeave(row);
  expect(row.className).toBe('');
});

test('another gate tile keeps the weights and says what it was', () => {
  stage({}, OPENING);
  render(<DesignPanel />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'AND' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'XOR' }));
  expect(edit).toHaveBeenCalledExactlyOnceWith(
    { data: { answers: [0, 1, 1, 0] } },
    { deed: { kind: 'gate', from: { en: 'AND', ko: 'AND' }, to: { en: 'XOR', ko: 'XOR' } } },
  );
});

test('the hidden neurons of the built XOR have columns headed by the gates they equal', () => {
  const built = saying([0, 1, 1, 1, 1, 1, 1, 0], [0, 1, 1, 0]);
  const weights = [
    { kernel: Float32Array.of(1, -1, 1, -1), bias: Float32Array.of(-0.5, 1.5) },
    { kernel: Float32Array.of(1, 1), bias: Float32Array.of(-1.5) },
  ];
  stage(buildXor(opening), { ...built, weights });
  render(<DesignPanel />);
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads).toEqual(['x₁', 'x₂', 'h₁OR', 'h₂NAND', 'ŷAND', 'answerXOR', 'verdict']);
  expect(cells()).toEqual([
    ['0', '0', '0', '1', '0', '0', 'right'],
    ['0', '1', '1', '1', '1', '1', 'right'],
    ['1', '0', '1', '1', '1', '1', 'right'],
    ['1', '1', '1', '0', '0', '0', 'right'],
  ]);
});

test('a gate of its own is named, and no tile claims it', () => {
  stage({ data: { answers: [1, 0, 0, 0] } });
  render(<DesignPanel />);
  expect(screen.getByText(/This one is NOR\./)).toBeTruthy();
  const gates = screen.getByRole('radiogroup', { name: 'Gates' });
  expect(
    within(gates)
      .getAllByRole<HTMLInputElement>('radio')
      .some((tile) => tile.checked),
  ).toBe(false);
});

test('other data start over with the output layer and loss that fit, and say so beforehand', () => {
  stage();
  render(<DesignPanel />);
  expect(screen.getAllByText('starts over').length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('radio', { name: 'Three blobs' }));
  const patch = edit.mock.calls[0]?.[0];
  expect(patch?.data?.set).toBe('blobs');
  expect(patch?.model?.layers.at(-1)).toMatchObject({ units: 3, activation: 'softmax' });
  expect(edit.mock.calls[0]?.[1]).toEqual({ deed: { kind: 'data' } });
});

test('pictures are offered among the other data, and come with a CNN', () => {
  stage();
  render(<DesignPanel />);
  const names = ['Digits', 'Shifted digits', 'Shapes', 'Stripes'];
  for (const name of names) expect(screen.getByRole('radio', { name })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Digits' }));
  const patch = edit.mock.calls[0]?.[0];
  expect(patch?.data?.set).toBe('digits');
  expect(patch?.model?.layers.map(({ type }) => type)).toContain('Conv2D');
});

test('four exact points have no validation and no number of points; noise brings both', () => {
  stage();
  const { unmount } = render(<DesignPanel />);
  expect(screen.getByText('Four points only: none set aside for validation.')).toBeTruthy();
  expect(screen.queryByRole('slider', { name: 'Training share' })).toBeNull();
  unmount();
  stage({ data: { noise: 0.1 } });
  render(<DesignPanel />);
  fireEvent.change(screen.getByRole('slider', { name: 'Training share' }), { target: { value: '0.75' } });
  expect(edit.mock.calls[0]?.[0]).toEqual({ fit: { validation_split: 0.25 } });
  expect(screen.getByRole('textbox', { name: 'Number of points' })).toBeTruthy();
});

test('the tools write what a click on the plane does, and the class of the point it adds', () => {
  stage();
  render(<DesignPanel />);
  expect(screen.queryByRole('radiogroup', { name: 'Answer of the new point' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'adds' }));
  expect(useView.getState().tool).toBe('add');
  fireEvent.click(screen.getByRole('radio', { name: '0' }));
  expect(useView.getState().toolClass).toBe(0);
});

test('beside hidden neurons a verdict is a cross with a name, and large values keep to their column', () => {
  const values = saying([0, 1.6, 12.345, -123.4, 0, 0, 0, 0], [0.4, 0.4, 0.4, 0.6]);
  const built = buildXor(opening);
  const { layers = [] } = built.model ?? {};
  stage({ ...built, model: { layers: layers.map((layer) => ({ ...layer, activation: 'relu' })) } }, values);
  render(<DesignPanel />);
  const [first, second] = cells();
  expect(first).toEqual(['0', '0', '0.00', '1.60', '0.40', '0', 'right']);
  expect(second).toEqual(['0', '1', '12.3', '−123', '0.40', '1', 'wrong']);
});

test('points changed by hand are counted, and the gate says that it was changed', () => {
  const far = { op: 'add', x: [0.5, 0.5], answer: 1 } as const;
  stage({ data: { changes: [far] } });
  const { unmount } = render(<DesignPanel />);
  expect(screen.getByText('5 points, none set aside for validation.')).toBeTruthy();
  expect(screen.getByText(/AND, its points changed on the plane\./)).toBeTruthy();
  unmount();
  const removed = [0, 1, 2, 3].map((id) => ({ op: 'remove', id }) as const);
  stage({ data: { changes: [far, ...removed] } });
  render(<DesignPanel />);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('1 point, not set aside for validation.')).toBeTruthy();
  expect(screen.getByText('The last point stays: a run needs one.')).toBeTruthy();
});

test('in Korean nothing is left in English', () => {
  stage({}, OPENING);
  look({ language: 'ko' });
  document.documentElement.lang = 'ko';
  const { container } = render(<DesignPanel />);
  document.documentElement.lang = 'en';
  const english = container.textContent
    ?.replace(/AND|OR|NAND|XOR|sin x|x₁|x₂|ŷ|y/g, '')
    .match(/[A-Za-z]{2,}/g);
  expect(english).toBeNull();
});
