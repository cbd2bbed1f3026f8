// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dataSet } from '../../../src/data/data.ts';
import type { Design, Patch } from '../../../src/experiment/experiment.ts';
import { buildXor } from '../../../src/experiment/moves.ts';
import { Sentence } from '../../../src/panels/sentence/Sentence.tsx';
import { noteDeed } from '../../../src/state/deed.ts';
import { useView } from '../../../src/state/view.ts';
import type { Frame } from '../../../src/worker/frame.ts';
import { fetchParts } from '../../../src/part.ts';
import { after, design, frameOf, hidden, oneNeuron, playing, reads, XOR } from './scenes.ts';

const now = vi.hoisted(() => ({
  design: null as unknown,
  frame: null as unknown,
  edit: vi.fn<(patch: Patch, options?: unknown) => void>(),
  play: vi.fn<() => void>(),
  pause: vi.fn<() => void>(),
  newRun: vi.fn<() => void>(),
}));
vi.mock('../../../src/state/experiment.ts', () => ({ useDesign: () => now.design, edit: now.edit }));
vi.mock('../../../src/state/data.ts', () => ({ useDataSet: () => dataSet((now.design as Design).data) }));
vi.mock('../../../src/state/told.ts', () => ({ useTold: () => now.frame }));
vi.mock('../../../src/state/run.ts', () => ({
  useFrame: () => now.frame,
  useProblems: () => [],
  useShows: () => undefined,
  play: now.play,
  pause: now.pause,
  newRun: now.newRun,
}));

beforeAll(() => fetchParts());
beforeEach(() => {
  vi.clearAllMocks();
  useView.setState({ ...useView.getInitialState() });
  noteDeed({ kind: 'opened' });
  now.design = design();
});
afterEach(cleanup);

/** Shows one frame after the other, as they arrive. */
const show = (...frames: readonly Partial<Frame>[]) => {
  const [first, ...rest] = frames;
  now.frame = frameOf(first);
  const shown = render(<Sentence />);
  for (const frame of rest) {
    now.frame = frameOf(frame);
    shown.rerender(<Sentence />);
  }
  return shown;
};
const live = () => document.querySelector('[aria-live]');

test('while playing it is silent, except for news', () => {
  show(playing(5));
  expect(live()?.getAttribute('aria-live')).toBe('off');
  cleanup();
  show(playing(5, reads(0.2, 4)));
  expect(live()?.getAttribute('aria-live')).toBe('polite');
  cleanup();
  show(after(5));
  expect(live()?.getAttribute('aria-live')).toBe('polite');
});

test('neuron by neuron it is silent while they are revealed one after the other', () => {
  useView.setState({ stepSize: 'neuron', revealing: true });
  show(after(5));
  expect(live()?.getAttribute('aria-live')).toBe('off');
  act(() => useView.setState({ revealing: false }));
  expect(live()?.getAttribute('aria-live')).toBe('polite');
});

test('the step function is blamed when two frames show the same weights with a slope of 0', () => {
  now.design = design(oneNeuron('step'));
  const weights = [{ kernel: Float32Array.of(0.9, -0.7), bias: Float32Array.of(-0.5) }];
  show({ weights }, playing(1, { weights, slopes: [0] }));
  expect(live()?.textContent).toMatch(/^The step function’s slope is 0 everywhere/);
});

test('it compares a copy, for the arrays of a frame are lent', () => {
  now.design = design(oneNeuron('step'));
  const kernel = Float32Array.of(0.9, -0.7);
  const weights = [{ kernel, bias: Float32Array.of(-0.5) }];
  now.frame = frameOf({ weights });
  const shown = render(<Sentence />);
  kernel[0] = 0.8;
  now.frame = frameOf(playing(1, { weights, slopes: [0] }));
  shown.rerender(<Sentence />);
  expect(live()?.textContent).not.toMatch(/step function/);
});

test('a deed is news until time goes on', () => {
  const shown = show(after(10));
  act(() => noteDeed({ kind: 'line' }));
  expect(live()?.textContent).toMatch(/^Moving the line/);
  now.frame = frameOf(after(11));
  shown.rerender(<Sentence />);
  expect(live()?.textContent).toMatch(/^Paused/);
});

test('one neuron can always get a hidden layer', () => {
  show(playing(5));
  fireEvent.click(screen.getByRole('button', { name: 'Add a hidden layer' }));
  expect(now.edit.mock.calls[0]?.[0]).toMatchObject({
    model: { layers: [{ units: 4, activation: 'tanh' }, { units: 1 }] },
  });
  expect(now.edit.mock.calls[0]?.[1]).toEqual({ deed: { kind: 'layer' } });
});

test('a pressed button that is offered no more leaves the keyboard at the sentence, and takes it from nowhere else', () => {
  const shown = show(playing(5));
  const add = () => screen.getByRole('button', { name: 'Add a hidden layer' });
  add().focus();
  now.design = design(XOR, hidden([4]));
  shown.rerender(<Sentence />);
  expect(screen.queryByRole('button', { name: 'Add a hidden layer' })).toBeNull();
  expect(document.activeElement).toBe(live());

  now.design = design();
  shown.rerender(<Sentence />);
  expect(document.activeElement).toBe(live());
  add().focus();
  const elsewhere = document.body.appendChild(document.createElement('button'));
  elsewhere.focus();
  now.design = design(XOR, hidden([4]));
  shown.rerender(<Sentence />);
  expect(document.activeElement).toBe(elsewhere);
  elsewhere.remove();
});

test('“How few are enough?” goes to three units', () => {
  now.design = design(XOR, hidden([4]));
  show(playing(90, reads(0.1, 4)));
  fireEvent.click(screen.getByRole('button', { name: 'How few are enough?' }));
  expect(now.edit.mock.calls[0]?.[0]).toMatchObject({ model: { layers: [{ units: 3 }, { units: 1 }] } });
});

test('building XOR opens the tour, whose pages turn and end in training', () => {
  now.design = design(XOR, hidden([4]));
  const shown = show(playing(90, reads(0.1, 4)));
  fireEvent.click(screen.getByRole('button', { name: 'Build it from OR and NAND' }));
  expect(now.edit.mock.lastCall?.[1]).toEqual({ deed: { kind: 'built' }, rest: true });
  expect(useView.getState().tour).toBe(1);

  now.design = design(buildXor(design()));
  now.frame = frameOf(reads(0, 4));
  shown.rerender(<Sentence />);
  expect(screen.getByText('1 of 5')).toBeTruthy();
  expect(screen.getByRole('button', { name: '‹ Back' })).toHaveProperty('disabled', true);
  for (let page = 1; page < 5; page++) fireEvent.click(screen.getByRole('button', { name: 'Next ›' }));
  expect(live()?.textContent).toMatch(/^Now let it learn instead/);
  fireEvent.click(screen.getByRole('button', { name: 'Change to sigmoid and train' }));
  expect(now.play).toHaveBeenCalledOnce();
  expect(useView.getState().tour).toBeNull();
});

test('the tour closes when the network is no longer the one that was built', () => {
  now.design = design(buildXor(design()));
  useView.setState({ tour: 3 });
  const shown = show(reads(0, 4));
  now.design = design(XOR, hidden([2]));
  shown.rerender(<Sentence />);
  expect(useView.getState().tour).toBeNull();
});

test('a step made at rest is told apart from a pause', () => {
  const reading = { ...reads(0.626, 2).reading, measured: 'epoch', present: 0.61 } as const;
  show(after(10, { reading }), after(11, { reading }));
  expect(live()?.textContent).toMatch(/^The weights moved/);
  cleanup();
  show(playing(10, { reading }), after(11, { reading }));
  expect(live()?.textContent).toMatch(/^Paused/);
  cleanup();
  show(after(11, { reading }), after(10, { reading }));
  expect(live()?.textContent).toMatch(/^Paused/);
});
