// @vitest-environment happy-dom
// The loss curve as the slider of time: pressed, dragged, walked along with the keys. The plot is 772 px wide and
// begins at 40 px, as the geometry has it for the box that a chart without a layout gets.

import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { epochAfter, stepAt } from '../../src/ui/charts/curveTime.ts';
import { LossChart } from '../../src/ui/charts/LossChart.tsx';
import { curveTo } from './curves.ts';

afterEach(cleanup);

const onHold = vi.fn<() => void>();
const onSeek = vi.fn<(step: number) => void>();
const onStep = vi.fn<(way: 'forward' | 'back', larger: boolean) => void>();
type Props = Parameters<typeof LossChart>[0];
/** Trained to epoch 200 of 200, eight updates each, so that the axis ends there; rewound to epoch 100. */
const chart = (change: Partial<Props> = {}) => {
  vi.clearAllMocks();
  const props: Props = {
    curve: curveTo(200, (epoch) => 0.7 - epoch / 1000, { updates: 8 }),
    quantity: 'loss',
    now: { epoch: 100, step: 800, value: 0.6 },
    newest: { epoch: 200, step: 1600 },
    oldest: 0,
    seeking: null,
    updates: 8,
    epochs: 200,
    run: 1,
    marks: [],
    settled: false,
    ghosts: [],
    flag: 'epoch 100',
    label: 'epoch 100, training loss 0.600',
    language: 'en',
    large: false,
    theme: 'light',
    known: Math.LN2,
    patience: null,
    saved: { checkpoints: [], label: '', legend: '', onChoose: () => {} },
    onHold,
    onSeek,
    onStep,
    ...change,
  };
  const { rerender } = render(<LossChart {...props} />);
  return {
    slider: screen.getByRole('slider'),
    again: (more: Partial<Props>) => rerender(<LossChart {...props} {...more} />),
  };
};
const WIDTH = 772;
const at = (epoch: number, more = {}) => ({
  clientX: 40 + (WIDTH * epoch) / 200,
  clientY: 60,
  button: 0,
  isPrimary: true,
  pointerId: 1,
  pointerType: 'mouse',
  ...more,
});

test('it is a slider that says the moment, from the oldest to the newest', () => {
  const { slider } = chart({ oldest: 16 });
  expect(slider.getAttribute('aria-label')).toBe('Playhead on the curve');
  expect(slider.getAttribute('aria-valuetext')).toBe('epoch 100, training loss 0.600');
  expect(['min', 'now', 'max'].map((each) => slider.getAttribute(`aria-value${each}`))).toEqual([
    '16',
    '800',
    '1600',
  ]);
  slider.focus();
  expect(document.activeElement).toBe(slider);
});

test('a press goes to the epoch under the pointer, and holds what plays', () => {
  const { slider } = chart();
  fireEvent.pointerDown(slider, at(50.3));
  expect(onHold).toHaveBeenCalledOnce();
  expect(onSeek.mock.calls).toEqual([[400]]);
  fireEvent.pointerUp(slider, at(50.3));
  expect(onSeek).toHaveBeenCalledOnce();
});

test('a drag seeks on along the curve, each moment once, and not beyond its ends', () => {
  const { slider } = chart();
  fireEvent.pointerDown(slider, at(50));
  for (const epoch of [52, 52.1, 60, 500, -30]) fireEvent.pointerMove(slider, at(epoch));
  fireEvent.pointerUp(slider, at(0));
  fireEvent.pointerMove(slider, at(20));
  expect(onSeek.mock.calls.flat()).toEqual([400, 416, 480, 1600, 0]);
});

test('the playhead taken by its line stays until it is moved, and keeps its distance from the pointer', () => {
  const { slider } = chart();
  fireEvent.pointerDown(slider, at(101));
  fireEvent.pointerMove(slider, at(101.2));
  expect(onHold).toHaveBeenCalledOnce();
  expect(onSeek).not.toHaveBeenCalled();
  fireEvent.pointerMove(slider, at(111));
  expect(onSeek.mock.calls).toEqual([[880]]);
});

test('a finger that scrolls the page does not move the playhead; one that taps or drags does', () => {
  const touch = { pointerType: 'touch' };
  const { slider } = chart();
  fireEvent.pointerDown(slider, at(50, touch));
  fireEvent.pointerCancel(slider, at(50, touch));
  expect(onSeek).not.toHaveBeenCalled();
  fireEvent.pointerDown(slider, at(50, touch));
  fireEvent.pointerUp(slider, at(50, touch));
  expect(onSeek.mock.calls).toEqual([[400]]);
  fireEvent.pointerDown(slider, at(60, touch));
  fireEvent.pointerMove(slider, at(70, touch));
  fireEvent.pointerUp(slider, at(70, touch));
  expect(onSeek.mock.calls.at(-1)).toEqual([560]);
});

test('the other buttons of a mouse and a second finger do nothing', () => {
  const { slider } = chart();
  fireEvent.pointerDown(slider, at(50, { button: 2 }));
  fireEvent.pointerDown(slider, at(50, { isPrimary: false }));
  expect(onHold).not.toHaveBeenCalled();
  expect(onSeek).not.toHaveBeenCalled();
});

test('where an epoch is wide, a pointer means updates', () => {
  const { slider } = chart({
    curve: curveTo(8, () => 0.5, { updates: 8 }),
    now: { epoch: 8, step: 64, value: 0.5 },
    newest: { epoch: 8, step: 64 },
    epochs: 20,
  });
  // The axis holds 20 epochs: 38.6 px each.
  fireEvent.pointerDown(slider, at(33.8));
  expect(onSeek.mock.calls).toEqual([[27]]);
});

test('a press near a mark means the mark', () => {
  const words = { en: 'AND → XOR', ko: 'AND → XOR' };
  const { slider } = chart({ marks: [{ epoch: 50.5, step: 404, words, kind: 'edit' }] });
  fireEvent.pointerDown(slider, at(51));
  expect(onSeek.mock.calls).toEqual([[404]]);
});

test('the keys of a slider step, page and lead to the ends, and do not reach the keys of the page', () => {
  const reached = vi.fn<() => void>();
  window.addEventListener('keydown', reached);
  const { slider } = chart();
  const press = (key: string, more = {}) => fireEvent.keyDown(slider, { key, ...more });
  press('ArrowLeft');
  press('ArrowUp', { shiftKey: true });
  expect(onStep.mock.calls).toEqual([
    ['back', false],
    ['forward', true],
  ]);
  for (const key of ['Home', 'End', 'PageUp', 'PageDown']) press(key);
  expect(onSeek.mock.calls.flat()).toEqual([0, 1600, 960, 640]);
  expect(reached).not.toHaveBeenCalled();
  press(' ');
  press('ArrowLeft', { altKey: true });
  expect(reached).toHaveBeenCalledTimes(2);
  window.removeEventListener('keydown', reached);
});

test('on its way, the flag of the moment that is sought stands there', async () => {
  const { again } = chart({ seeking: { step: 1200, epoch: 0 } });
  // It is fetched first.
  expect(await screen.findByText('epoch 150')).toBeTruthy();
  again({ seeking: { step: 1203, epoch: 0 } });
  expect(screen.getByText('update 1,203')).toBeTruthy();
  again({ seeking: { step: 0, epoch: 90 } });
  expect(screen.getByText('epoch 90')).toBeTruthy();
  again({ seeking: null });
  expect(screen.queryByText('epoch 90')).toBeNull();
});

test('while it is dragged, no values are read under the pointer', () => {
  const { slider } = chart();
  fireEvent.pointerMove(slider, at(50));
  expect(screen.getByText('epoch 50 · loss 0.650')).toBeTruthy();
  fireEvent.pointerDown(slider, at(50));
  expect(screen.queryByText('epoch 50 · loss 0.650')).toBeNull();
});

test('places and updates lead to each other along the curve: across a jump, between its points and beyond its end', () => {
  const curve = { epoch: Float64Array.of(0, 10, 10.5, 10.5, 12), step: Float64Array.of(0, 40, 42, 42, 54) };
  for (const [epoch, step] of [
    [0, 0],
    [5, 20],
    [10.25, 41],
    [10.5, 42],
    [11.25, 48],
    [12, 54],
    [14, 70],
  ] as const) {
    expect(stepAt(curve, epoch, 8)).toBe(step);
    expect(epochAfter(curve, step, 8)).toBeCloseTo(epoch, 12);
  }
  expect(stepAt({ epoch: Float64Array.of(0), step: Float64Array.of(0) }, 0.5, 8)).toBe(4);
});
