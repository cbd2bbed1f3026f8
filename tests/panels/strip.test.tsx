// @vitest-environment happy-dom
// @vitest-environment-options { "width": 1440, "height": 900 }
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { opening } from '../../src/experiment/presets.ts';
import type { Design, Patch } from '../../src/experiment/experiment.ts';
import { Strip } from '../../src/panels/strip/Strip.tsx';
import { useWork } from '../../src/state/store.ts';
import { useView } from '../../src/state/view.ts';
import type { Frame, Moment, StepSize } from '../../src/worker/frame.ts';
import { later, opened } from './strip-frames.ts';
import { fetchParts } from '../../src/part.ts';

const run = vi.hoisted(() => ({
  frame: null as unknown,
  toggle: vi.fn<() => void>(),
  forward: vi.fn<(size: StepSize) => void>(),
  back: vi.fn<(size: StepSize) => void>(),
  reset: vi.fn<() => void>(),
  newRun: vi.fn<() => void>(),
  seek: vi.fn<(step: number, phases?: number) => void>(),
  pause: vi.fn<() => void>(),
  stepBy: vi.fn<(way: 'forward' | 'back', larger: boolean) => void>(),
}));
vi.mock('../../src/state/run.ts', () => ({ ...run, useFrame: () => run.frame }));
vi.mock('../../src/state/told.ts', () => ({ useTold: () => run.frame }));
const experiment = vi.hoisted(() => ({ design: null as unknown, edit: vi.fn<(patch: Patch) => void>() }));
vi.mock('../../src/state/experiment.ts', () => ({
  useDesign: () => experiment.design,
  edit: experiment.edit,
}));

const show = (frame: Frame | null, design: Design = opening) => {
  run.frame = frame;
  experiment.design = design;
  return render(<Strip />);
};
const spoken = (container: Element) => container.querySelector('section > [role=status]')?.textContent;
const playhead = () =>
  screen.getByRole('slider', { name: 'Playhead on the curve' }).getAttribute('aria-valuetext');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  useView.setState(useView.getInitialState(), true);
  useWork.setState(useWork.getInitialState(), true);
});
afterEach(cleanup);

test('the opening moment reads as in the picture', () => {
  show(opened);
  for (const words of [
    '0.626',
    '2 of 4',
    'mean of the four points',
    '4 samples, batch_size 4: one update an epoch',
    '30 epochs/s',
  ]) {
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  }
  expect(playhead()).toBe('epoch 0, training loss 0.626');
});

test('the buttons move in time by the chosen step size', () => {
  useView.setState({ stepSize: 'batch' });
  show(later);
  press('Play');
  press('Next batch');
  press('Back one batch');
  press('From the start (same weights)');
  expect(run.toggle).toHaveBeenCalledOnce();
  expect(run.forward).toHaveBeenCalledWith('batch');
  expect(run.back).toHaveBeenCalledWith('batch');
  expect(run.reset).toHaveBeenCalledOnce();
});

test('before the first update one cannot step back, and before the first frame nothing can be pressed', () => {
  const { unmount } = show(opened);
  expect(screen.getByRole('button', { name: 'Back one epoch' }).hasAttribute('disabled')).toBe(true);
  unmount();
  show(null);
  for (const button of screen.getAllByRole('button')) expect(button.hasAttribute('disabled')).toBe(true);
});

test('where a run was taken up one cannot step back, and after it one can', () => {
  const origin = { counters: { step: later.position.step } } as Moment;
  useWork.setState({ origin });
  show(later);
  const back = () => screen.getByRole('button', { name: 'Back one epoch' }).hasAttribute('disabled');
  expect(back()).toBe(true);
  act(() => useWork.setState({ origin: { counters: { step: later.position.step - 1 } } as Moment }));
  expect(back()).toBe(false);
});

test('a typed learning rate is an edit that keeps the rest of the optimizer', () => {
  show(opened);
  const input = screen.getByRole('textbox', { name: 'Learning rate' });
  fireEvent.change(input, { target: { value: '0.1' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(experiment.edit.mock.calls[0]?.[0]).toEqual({
    compile: { optimizer: { ...opening.compile.optimizer, learning_rate: 0.1 } },
  });
});

test('choosing phases slows down and shows the rail of 2L + 2 segments', () => {
  const { rerender } = show(later);
  expect(screen.queryByRole('list', { name: 'Phases of a batch' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'phase' }));
  expect(useView.getState()).toMatchObject({ stepSize: 'phase', speed: 1 });
  rerender(<Strip />);
  const rail = screen.getByRole('list', { name: 'Phases of a batch' });
  expect(within(rail).getAllByRole('listitem')).toHaveLength(4);
});

test('the speed slider goes up to Max', () => {
  show(opened);
  const slider = screen.getByRole('slider', { name: 'Speed' });
  fireEvent.change(slider, { target: { value: slider.getAttribute('max') } });
  expect(useView.getState().speed).toBe(Infinity);
});

test('with a validation set both losses stand there with their accuracy', () => {
  const fit = { ...opening.fit, batch_size: 16, validation_split: 0.2 };
  const reading = { loss: 0.317, val_loss: 0.334, right: 123, rows: 128, valRight: 30, valRows: 32 };
  const design = { ...opening, data: { ...opening.data, noise: 0.15, points: 160 }, fit };
  show({ ...later, reading: { ...reading, measured: 'epoch', present: 0.5 } }, design);
  const all = ['0.317', '0.334', 'accuracy 96.1 %', 'accuracy 93.8 %'];
  for (const words of all) expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText('mean over epoch 96 · now 0.500 · paused')).toBeTruthy();
});

test('the perceptron rule is read as wrong points', () => {
  const design: Design = { ...opening, compile: { ...opening.compile, loss: 'perceptron' } };
  show({ ...later, reading: { ...later.reading, right: 3 } }, design);
  expect(screen.getByText('Wrong points').parentElement?.textContent).toContain('1');
  expect(playhead()).toBe('epoch 96, wrong points: 1');
});

test('while predictions are hidden the readout does not tell how many are right', () => {
  useView.setState({ predictionsHidden: true });
  show(later);
  expect(screen.getByText('Right answers').parentElement?.textContent).toContain('?');
  expect(screen.queryByText('4 of 4')).toBeNull();
});

test('a loss beyond all bounds is printed short', () => {
  show({ ...later, reading: { ...later.reading, loss: 1.5e36 } });
  expect(screen.getByText('1.5e36')).toBeTruthy();
});

test('a run that epochs stopped says so in place of the batches', () => {
  const design = { ...opening, fit: { ...opening.fit, epochs: 96 } };
  show({ ...later, halt: { kind: 'epochs', epoch: 96 } }, design);
  expect(screen.getByText('Stopped at epochs = 96')).toBeTruthy();
});

test('a screen reader hears the moment when stepping and nothing while playing', () => {
  const { container, rerender } = show({ ...later, playing: true });
  expect(spoken(container)).toBe('');
  run.frame = later;
  rerender(<Strip />);
  expect(spoken(container)).toBe('epoch 96, training loss 0.317');
});

test('in Korean the same strip speaks Korean', () => {
  useView.setState({ language: 'ko' });
  show(later);
  for (const words of ['훈련 손실', '맞은 점', '초당 30에포크']) {
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  }
  expect(screen.getByRole('button', { name: '처음부터 (같은 가중치)' })).toBeTruthy();
  expect(screen.getByRole('slider', { value: { text: '에포크 96, 훈련 손실 0.317' } })).toBeTruthy();
});

test('while a schedule runs the learning rate is only read, with five decimals, from the frame', () => {
  const { optimizer } = opening.compile;
  const schedule = { type: 'CosineDecay', decay_steps: 100 } as const;
  show(
    { ...later, optimizer: { iterations: 96, learning_rate: 0.001971 } },
    { ...opening, compile: { ...opening.compile, optimizer: { ...optimizer, schedule } } },
  );
  expect(screen.queryByRole('textbox', { name: 'Learning rate' })).toBeNull();
  expect(screen.getByRole('status', { name: 'Learning rate' }).textContent).toBe('0.00197');
});

test('while a callback sets the learning rate it is read as it is, however small, and says who sets it', () => {
  const design: Design = { ...opening, fit: { ...opening.fit, callbacks: [{ type: 'ReduceLROnPlateau' }] } };
  show({ ...later, optimizer: { iterations: 96, learning_rate: Math.fround(5e-7) } }, design);
  expect(screen.queryByRole('textbox', { name: 'Learning rate' })).toBeNull();
  const rate = screen.getByRole('status', { name: 'Learning rate' });
  expect(rate.textContent).toBe('5e−7');
  expect(rate.parentElement?.title).toBe('ReduceLROnPlateau sets it: see Fit');
});

test('a saved model is a diamond on the time axis, and a click goes back to it', () => {
  const file = { epoch: 18, step: 18, edits: 0, checksum: 1, weightsOnly: false };
  const files = [
    { ...file, name: 'dm_07.keras', epoch: 7, step: 7, best: false },
    { ...file, name: 'dm_18.keras', best: true },
  ];
  const patience = {
    monitor: 'loss',
    waited: 78,
    patience: 90,
    best: { epoch: 18, value: 0.287 },
    restores: true,
  };
  show({ ...later, callbacks: { files, patience, log: [] } });
  const saved = within(screen.getByRole('group', { name: 'Saved models on the time axis' }));
  expect(saved.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'epoch 7, dm_07.keras',
    'epoch 18, dm_18.keras, best',
  ]);
  expect(screen.getByText('patience 78 of 90: stops at 108, back to 18')).toBeTruthy();
  expect(screen.getByText('best: epoch 18, loss 0.287')).toBeTruthy();
  press('epoch 7, dm_07.keras');
  expect(run.seek).toHaveBeenCalledWith(7);
});

test('the curve is the slider of time: it holds, seeks and steps', () => {
  show({ ...later, playing: true, newest: { step: 100, epoch: 100 } });
  const slider = screen.getByRole('slider', { name: 'Playhead on the curve' });
  fireEvent.pointerDown(slider, { button: 0, isPrimary: true, clientX: 40 });
  expect(run.pause).toHaveBeenCalledOnce();
  expect(run.seek).toHaveBeenCalledWith(0);
  fireEvent.keyDown(slider, { key: 'End' });
  expect(run.seek).toHaveBeenLastCalledWith(100);
  fireEvent.keyDown(slider, { key: 'ArrowLeft', shiftKey: true });
  expect(run.stepBy).toHaveBeenCalledWith('back', true);
});

test.each([
  ['before the first update', 0, 0, [0, 2], [['batch']]],
  ['in the middle of a batch', 7, 3, [7, 2], [['batch']]],
  ['between two batches', 7, 0, [6, 2], []],
] as const)('a segment of the rail leads to its phase, %s', (_name, step, phase, loss, update) => {
  useView.setState({ stepSize: 'phase' });
  const backward = { kind: 'backward', layer: 0 } as const;
  const reading = { rows: 4, batch: 1, batches: 1, loss: 0.6, slope: null, phase: backward };
  const position = { step, epoch: step, cursor: 0, batch: 0, phase };
  const frame: Frame = { ...later, position, phase: phase > 0 ? reading : null };
  useWork.setState({ frame });
  show(frame);
  for (const name of ['Loss', 'Update']) press(name);
  expect(run.seek.mock.calls).toEqual([loss]);
  expect(run.forward.mock.calls).toEqual(update);
});

test('on the way to a moment nothing is spoken', () => {
  const { container } = show({ ...later, seeking: { step: 90, epoch: 0 } });
  expect(spoken(container)).toBe('');
});

test('rewound, the bar of patience does not tell what did not come', () => {
  const patience = {
    monitor: 'loss',
    waited: 2,
    patience: 9,
    best: { epoch: 94, value: 0.3 },
    restores: false,
  };
  show({ ...later, newest: { step: 100, epoch: 100 }, callbacks: { files: [], patience, log: [] } });
  expect(screen.queryByText(/patience/)).toBeNull();
});

test('nor does the curve: no mark that all are right, and under the perceptron rule no count of wrong points', () => {
  const solved: Frame = {
    ...later,
    marks: [
      { epoch: 28, step: 28, words: { en: '4/4', ko: '4/4' }, kind: 'solved' },
      { epoch: 40, step: 40, words: { en: 'AND → OR', ko: 'AND → OR' }, kind: 'edit' },
    ],
  };
  const rule: Design = { ...opening, compile: { ...opening.compile, loss: 'perceptron' } };
  show(solved);
  expect(screen.getByText('4/4')).toBeTruthy();
  cleanup();
  show(later, rule);
  expect(screen.getByText('wrong points')).toBeTruthy();
  cleanup();
  useView.setState({ predictionsHidden: true });
  show(solved);
  expect(screen.queryByText('4/4')).toBeNull();
  expect(screen.getByText('AND → OR')).toBeTruthy();
  cleanup();
  show(later, rule);
  expect(screen.queryByText('wrong points')).toBeNull();
});
